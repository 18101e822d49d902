//! The server behind the proxy.

use std::fmt;

use hyper::Uri;
use hyper::header::HeaderValue;
use hyper::http::uri::{Authority, PathAndQuery, Scheme};

use crate::error::ProxyError;

/// The server behind the proxy: `http://host:port`, `https://host`, perhaps with a path.
#[derive(Clone, Debug)]
pub struct Upstream {
    scheme: Scheme,
    authority: Authority,
    host: HeaderValue,
    /// What stands before each path, without a slash at its end.
    path: String,
}

impl Upstream {
    /// Reads an address.
    pub fn parse(address: &str) -> Result<Self, ProxyError> {
        let fail = |reason| ProxyError::Upstream { address: address.to_owned(), reason };
        let uri: Uri = address.parse().map_err(|_| fail("it has letters that no address has"))?;
        let scheme = uri.scheme().cloned().ok_or_else(|| fail("it does not begin with http:// or https://"))?;
        if scheme != Scheme::HTTP && scheme != Scheme::HTTPS {
            return Err(fail("it does not begin with http:// or https://"));
        }
        if uri.query().is_some() {
            return Err(fail("it has a query"));
        }
        let authority = uri.authority().cloned().ok_or_else(|| fail("it names no host"))?;
        if authority.as_str().contains('@') {
            return Err(fail("it holds a password, which is not sent"));
        }
        let host = HeaderValue::from_str(authority.as_str()).map_err(|_| fail("it names no host"))?;
        Ok(Self { scheme, authority, host, path: uri.path().trim_end_matches('/').to_owned() })
    }

    /// Where a request goes whose target is this; nothing where the target is no path.
    pub(crate) fn target(&self, target: &Uri) -> Option<Uri> {
        let path = target.path_and_query()?;
        if !path.as_str().starts_with('/') {
            return None;
        }
        let path = if self.path.is_empty() {
            path.clone()
        } else {
            PathAndQuery::try_from(format!("{}{path}", self.path)).ok()?
        };
        let uri = Uri::builder().scheme(self.scheme.clone()).authority(self.authority.clone());
        uri.path_and_query(path).build().ok()
    }

    /// Its name, as `Host` has it.
    pub(crate) fn host(&self) -> &HeaderValue {
        &self.host
    }

    /// Its host without brackets, and its port.
    pub(crate) fn host_and_port(&self) -> (&str, u16) {
        let usual = if self.scheme == Scheme::HTTPS { 443 } else { 80 };
        let host = self.authority.host().trim_start_matches('[').trim_end_matches(']');
        (host, self.authority.port_u16().unwrap_or(usual))
    }
}

impl fmt::Display for Upstream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme, self.authority, self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_lie_below_the_address() {
        for (address, target, expected) in [
            ("http://h:1", "/api/x?y=%20", Some("http://h:1/api/x?y=%20")),
            ("http://h:1/", "/", Some("http://h:1/")),
            ("https://h/photos/", "/api", Some("https://h/photos/api")),
            ("https://[::1]:3", "http://other/api", Some("https://[::1]:3/api")),
            ("http://h", "*", None),
            ("http://h", "h:443", None),
        ] {
            let target = Upstream::parse(address).unwrap().target(&target.parse().unwrap());
            assert_eq!(target.map(|target| target.to_string()).as_deref(), expected, "{address}");
        }
        assert_eq!(Upstream::parse("https://[::1]").unwrap().host_and_port(), ("::1", 443));
    }

    #[test]
    fn what_is_no_address_is_told() {
        for (address, reason) in [
            ("immich.lan:2283", "begin with"),
            ("ftp://h", "begin with"),
            ("http://", "letters"),
            ("http://a b", "letters"),
            ("http://h/?x", "query"),
            ("http://me:secret@h", "password"),
            ("/api", "begin with"),
        ] {
            let why = Upstream::parse(address).unwrap_err().to_string();
            assert!(why.contains(reason), "{address}: {why}");
        }
    }
}
