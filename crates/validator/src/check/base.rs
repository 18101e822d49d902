//! Where an API is mounted, and which requests of a capture went there.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use contract::Contract;

use crate::exchange::Url;

/// The paths that an API is mounted under, the longest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BasePaths {
    /// The segments of each.
    paths: Vec<Vec<String>>,
}

impl BasePaths {
    /// Those of the addresses that a contract gives itself; without any, the root, as OpenAPI has it. A variable in a path
    /// stands for one segment.
    pub fn of(contract: &Contract) -> Self {
        let mut paths: Vec<Vec<String>> = contract.servers.iter().map(|address| segments(address)).collect();
        paths.sort_by_key(|path| std::cmp::Reverse(path.len()));
        paths.dedup();
        if paths.is_empty() { Self::from("/") } else { Self { paths } }
    }

    /// The segments of a path below the first base path that it lies below; nothing for a path to something else.
    pub(crate) fn below<'u>(&self, url: &'u Url) -> Option<Vec<Cow<'u, str>>> {
        self.paths.iter().find_map(|base| {
            let mut segments = url.segments().peekable();
            for base in base {
                segments.next_if(|segment| segment == base || (base.contains('{') && !segment.is_empty()))?;
            }
            Some(segments.collect())
        })
    }
}

fn segments(address: &str) -> Vec<String> {
    Url::parse(address).segments().filter(|segment| !segment.is_empty()).map(Cow::into_owned).collect()
}

/// One path.
impl From<&str> for BasePaths {
    fn from(path: &str) -> Self {
        Self { paths: vec![segments(path)] }
    }
}

impl fmt::Display for BasePaths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let paths: Vec<String> = self.paths.iter().map(|path| format!("/{}", path.join("/"))).collect();
        f.write_str(&paths.join(" or "))
    }
}

/// Which requests went to the API.
#[derive(Clone, Debug, Default)]
pub struct Reached {
    /// How many requests lie below a base path.
    pub below: u64,
    /// How many of the others went to each address: scheme, host and port, or nothing where the capture has none.
    pub elsewhere: BTreeMap<String, u64>,
}

/// Of so many addresses is told how many requests went there.
const MOST_ADDRESSES: usize = 64;

impl Reached {
    pub(super) fn count_elsewhere(&mut self, url: &Url) {
        let origin = url.origin().unwrap_or_default();
        let (scheme, authority) = origin.split_once("://").unwrap_or_default();
        // Before an @ stands a password.
        let host = authority.rsplit('@').next().unwrap_or_default();
        let address = if origin.is_empty() { String::new() } else { format!("{scheme}://{host}") };
        self.add_elsewhere(address, 1);
    }

    pub(super) fn add(&mut self, other: Self) {
        self.below += other.below;
        other.elsewhere.into_iter().for_each(|(address, count)| self.add_elsewhere(address, count));
    }

    fn add_elsewhere(&mut self, address: String, count: u64) {
        if self.elsewhere.len() < MOST_ADDRESSES || self.elsewhere.contains_key(&address) {
            *self.elsewhere.entry(address).or_default() += count;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn below(base: &BasePaths, url: &str) -> Option<String> {
        base.below(&Url::parse(url)).map(|segments| segments.join("/"))
    }

    #[test]
    fn the_servers_of_a_contract_are_its_base_paths() {
        for (servers, url, found) in [
            (vec![], "http://h/a/b", Some("a/b")),
            (vec!["/api"], "http://h/api/a", Some("a")),
            (vec!["/api/"], "http://h/api/a", Some("a")),
            (vec!["/api"], "http://h/apis/a", None),
            (vec!["https://api.example/v2"], "http://other/v2/a", Some("a")),
            (vec!["https://api.example"], "http://other/v2/a", Some("v2/a")),
            (vec!["/v1", "/v1/eu"], "/v1/eu/a", Some("a")),
            (vec!["/v1", "/v1/eu"], "/v1/us/a", Some("us/a")),
            (vec!["{scheme}://{host}/{stage}"], "https://h/live/a", Some("a")),
            (vec!["{scheme}://{host}/{stage}"], "https://h//a", None),
        ] {
            let contract =
                Contract { servers: servers.iter().map(|one| (*one).to_owned()).collect(), ..Contract::default() };
            assert_eq!(below(&BasePaths::of(&contract), url).as_deref(), found, "{servers:?} {url}");
        }
    }

    #[test]
    fn base_paths_are_named() {
        assert_eq!(BasePaths::from("").to_string(), "/");
        assert_eq!(BasePaths::from("api/v2/").to_string(), "/api/v2");
        let servers = vec!["/v1".to_owned(), "http://h/v1/eu".to_owned()];
        let contract = Contract { servers, ..Contract::default() };
        assert_eq!(BasePaths::of(&contract).to_string(), "/v1/eu or /v1");
    }

    #[test]
    fn an_address_has_no_password() {
        let mut reached = Reached::default();
        for url in ["https://me:secret@host:1/a", "https://host:1/b", "/c"] {
            reached.count_elsewhere(&Url::parse(url));
        }
        let expected = [(String::new(), 1), ("https://host:1".to_owned(), 2)];
        assert_eq!(reached.elsewhere.into_iter().collect::<Vec<_>>(), expected);
    }
}
