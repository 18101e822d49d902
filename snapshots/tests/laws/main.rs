//! What must hold for every value, tried on random ones: contract, validator, writers and Rust types agree.

mod checking;
mod models;
mod run;
mod upstream;
mod writing;
