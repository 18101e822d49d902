//! Reads captured traffic and holds it against a contract.

pub mod exchange;
