//! What the tests of several crates share: where the material of a checkout lies, and values made from schemas.

pub mod material;
