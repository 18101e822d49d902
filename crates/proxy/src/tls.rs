//! TLS: towards upstream as the machine trusts, towards clients with a certificate of the user's.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ClientConfig, ServerConfig};
use rustls_platform_verifier::BuilderVerifierExt;
use tokio_rustls::TlsAcceptor;

use crate::error::ProxyError;

/// What the proxy shows clients that come by TLS.
#[derive(Clone)]
pub struct Certificate(Arc<ServerConfig>);

impl Certificate {
    /// Reads a chain of certificates and the key of the first, both in PEM.
    pub fn read(chain: &Path, key: &Path) -> Result<Self, ProxyError> {
        let fail = |file: &Path, reason: String| ProxyError::Certificate { file: file.display().to_string(), reason };
        let pem = |file: &Path| fs::read(file).map_err(|error| fail(file, format!("cannot read: {error}")));
        let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&pem(chain)?).collect();
        let certificates = certificates.map_err(|error| fail(chain, format!("not a certificate in PEM: {error}")))?;
        if certificates.is_empty() {
            return Err(fail(chain, "there is no certificate in it".to_owned()));
        }
        let private = PrivateKeyDer::from_pem_slice(&pem(key)?);
        let private = private.map_err(|error| fail(key, format!("not a private key in PEM: {error}")))?;
        let config = ServerConfig::builder_with_provider(provider()).with_safe_default_protocol_versions();
        let config = config.map_err(|error| ProxyError::Machine(error.to_string()))?.with_no_client_auth();
        let config = config.with_single_cert(certificates, private);
        let mut config = config.map_err(|error| fail(chain, format!("does not go with the key: {error}")))?;
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(Self(Arc::new(config)))
    }

    pub(crate) fn acceptor(&self) -> TlsAcceptor {
        TlsAcceptor::from(Arc::clone(&self.0))
    }
}

fn provider() -> Arc<CryptoProvider> {
    Arc::new(ring::default_provider())
}

/// What connects to upstream, with or without TLS.
pub(crate) fn connector(http: HttpConnector) -> Result<HttpsConnector<HttpConnector>, ProxyError> {
    let fail = |error: rustls::Error| ProxyError::Machine(error.to_string());
    let config = ClientConfig::builder_with_provider(provider()).with_safe_default_protocol_versions().map_err(fail)?;
    let config = config.with_platform_verifier().map_err(fail)?.with_no_client_auth();
    let builder = HttpsConnectorBuilder::new().with_tls_config(config);
    Ok(builder.https_or_http().enable_http1().wrap_connector(http))
}
