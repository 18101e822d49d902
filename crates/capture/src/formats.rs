//! The formats of exchanges, one file each. A new one is its file, its `mod` and its place in the table.

mod access_log;
mod cassette;
mod exchange_lines;
mod har;
mod immich_go;
mod postman;

use super::format::Format;

/// The first that knows the first bytes of a source reads it. Lines come before HAR: they may have any other members.
const FORMATS: &[&Format] = &[
    &exchange_lines::FORMAT,
    &har::FORMAT,
    &access_log::FORMAT,
    &cassette::FORMAT,
    &immich_go::FORMAT,
    &postman::FORMAT,
];

/// The format of a source that begins so.
pub(crate) fn sniff(bytes: &[u8]) -> Option<&'static Format> {
    FORMATS.iter().copied().find(|format| (format.sniff)(bytes))
}
