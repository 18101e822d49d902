//! Golden tests live in `tests/`; this package exists so that `cargo insta` finds them.
