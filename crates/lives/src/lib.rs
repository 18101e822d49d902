//! The lives of a contract's elements as pictures.
//!
//! Each function takes an element of a [`Contract`](contract::Contract) and gives a [`Life`](pages::Life) on the axis of the
//! contract's releases, see [`axis`]. What is said of the element at a release is put into a few words, [`shape`]; where
//! the next release says the same, it is one run.

mod element;
mod shape;

pub use element::{axis, axis_of, component, marks, operation, property, property_at, strip, strip_of, value};
pub use shape::{Piece, pieces, shape};
