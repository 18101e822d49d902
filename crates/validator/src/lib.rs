//! Reads captured traffic and holds it against a contract.

pub mod capture;
pub mod document;
pub mod exchange;
