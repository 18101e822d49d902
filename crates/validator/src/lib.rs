//! Reads captured traffic and holds it against a contract.
//!
//! [`capture`] turns files into exchanges, [`check`] holds exchanges against a contract at one release,
//! [`releases`] holds values against all releases at once, [`rules`] says what can be found. Who has single bodies and
//! wants an answer takes [`compiled`]; [`agreement`] holds the fast way against the complete one.

pub mod agreement;
pub mod capture;
pub mod check;
pub mod compiled;
pub mod document;
pub mod exchange;
pub mod fact;
pub mod releases;
pub mod rules;
