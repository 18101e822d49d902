//! Reads captured traffic and holds it against a contract.
//!
//! [`capture`] turns files into exchanges, [`check`] holds exchanges against a contract at one release, [`rules`] says
//! what can be found.

pub mod capture;
pub mod check;
pub mod document;
pub mod exchange;
pub mod rules;
