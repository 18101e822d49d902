//! TLS on both sides: one proxy asks another one, which shows a certificate.

use std::path::Path;
use std::process::Command;

use super::running::Running;
use super::server::immich;

/// An authority, a certificate that it gave to `localhost`, and the key of that; nothing where `openssl` is not there.
fn certificates(folder: &Path) -> Option<[String; 3]> {
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let [authority, authority_key, chain, key] = ["ca.pem", "ca.key", "chain.pem", "key.pem"].map(path);
    let new = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
    let authority_is = ["-subj", "/CN=test", "-keyout", &authority_key, "-out", &authority];
    let leaf_is =
        ["-subj", "/CN=localhost", "-keyout", &key, "-out", &chain, "-CA", &authority, "-CAkey", &authority_key];
    let names = ["-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=critical,CA:FALSE"];
    for args in [[&new[..], &authority_is].concat(), [&new[..], &leaf_is, &names].concat()] {
        let made = Command::new("openssl").args(args).output().ok()?;
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    }
    Some([authority, chain, key])
}

#[test]
fn both_sides_can_have_tls() {
    let folder = tempfile::tempdir().unwrap();
    let Some([authority, chain, key]) = certificates(folder.path()) else {
        println!("skipped: there is no openssl to make a certificate with");
        return;
    };
    let shows = Running::start(&immich(), &["--tls-cert", &chain, "--tls-key", &key, "--format", "json"]);
    let upstream = format!("https://localhost:{}", shows.address.port());
    let asks = Running::start_with(&upstream, &["--format", "json"], &[("SSL_CERT_FILE", &authority)]);
    assert_eq!(asks.get("/api/server/ping").body, r#"{"res":"pong"}"#);
    let seen = asks.get("/seen").json().to_string();
    assert!(seen.contains(r#"["x-forwarded-proto","http"]"#) && seen.contains("127.0.0.1, 127.0.0.1"), "{seen}");
    assert_eq!(asks.end().report()["summary"]["exchanges"], 2);
    let untrusting = Running::start_with(&upstream, &["--server-version", "2.7.5"], &[("SSL_CERT_FILE", &chain)]);
    let answer = untrusting.get("/api/server/ping");
    assert_eq!(answer.status(), 502);
    assert!(answer.body.contains("certificate"), "{}", answer.body);
    untrusting.end();
    let wrong = crate::run(&["proxy", "--upstream", &upstream, "--tls-cert", &chain, "--tls-key", &authority]);
    assert!(wrong.err.contains("not a private key in PEM"), "{}", wrong.err);
    shows.end();
}
