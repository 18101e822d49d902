//! What the tests of several crates share: where the material of a checkout lies, values made from schemas, whole
//! exchanges, and ways to break them.

pub mod exchange;
pub mod hostile;
pub mod material;
pub mod mutation;
pub mod noise;
mod number;
mod shape;
mod text;
pub mod values;
