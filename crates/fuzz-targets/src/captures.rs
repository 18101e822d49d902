//! Any bytes are a capture or are not, and packed ones are what they were.

use std::io::Write as _;
use std::ops::ControlFlow;

use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use validator::capture::{Captures, Hint, Limits, Options};
use validator::exchange::Item;

/// So little may stand in one entry: what is packed well goes beyond it.
const MOST: u64 = 64 * 1024;

/// What is read of a capture: its items, and how it ends.
type Read = (Vec<Item>, Option<String>);

/// An input is a letter that says how it is read (`d`: by its content; `b`: as one body; `l`: as lines of bodies), then the
/// capture. It says something where an item is in it.
pub fn captures(input: &[u8]) -> bool {
    let Some((letter, capture)) = input.split_first() else { return false };
    let hint = match letter {
        b'b' => Hint::Body,
        b'l' => Hint::Lines,
        _ => Hint::Detect,
    };
    let plain = read(capture.to_vec(), hint);
    if let Some(fault) = &plain.1 {
        assert!(fault.lines().count() == 1, "{fault}");
    }
    if !is_packed(capture) {
        assert!(read(gzip(capture), hint) == plain, "gzip");
        assert!(read(compress_to_vec(capture, CompressionLevel::Fastest), hint) == plain, "zstd");
    }
    !plain.0.is_empty()
}

fn read(bytes: Vec<u8>, hint: Hint) -> Read {
    let options = Options { hint, limits: Limits { max_bytes: MOST }, ..Options::default() };
    let mut items = Vec::new();
    let end = Captures::from_bytes("capture", bytes, options).for_each(|item| {
        items.push(item);
        ControlFlow::Continue(())
    });
    (items, end.err().map(|fault| fault.to_string()))
}

/// Whether it begins like something packed: packed once more it may be packed too often.
fn is_packed(capture: &[u8]) -> bool {
    capture.starts_with(&[0x1f, 0x8b]) || capture.starts_with(&[0x28, 0xb5, 0x2f, 0xfd])
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}
