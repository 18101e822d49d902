//! Bodies that were recorded as they travelled: still in the content encodings that their message names (RFC 9110, 8.4).
//!
//! Most recorders undo them and keep the header. So an encoding is undone only where the body has it.

use std::io::{self, Read};

use brotli_decompressor::Decompressor;
use flate2::bufread::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};

use crate::exchange::{Body, Headers};
use crate::unpack::{GZIP, ZSTD};
use crate::zstd::Frames;

/// What became of a body.
pub(crate) enum Decoded {
    /// It has none of the encodings.
    AsRecorded(Body),
    /// All were undone.
    Undone(Body),
    /// It has one that cannot be undone: it is not known, the data is damaged, or there is too much of it.
    Impossible,
}

/// How many encodings, one upon the other, are undone.
const MOST_ENCODINGS: usize = 4;

/// The most bytes that one body may become.
const MOST_BYTES: u64 = 64 << 20;

/// How many times longer than it was a body may become, beside some bytes that every body may have. What compresses better
/// than this is no body of an API, and would cost whoever reads it more than it cost its writer.
const MOST_GROWTH: u64 = 1024;
const SMALL: u64 = 64 << 10;

/// How much of a body tells whether it is text.
const HEAD: usize = 64;

/// Undoes the encodings that the headers name, as far as the body has them.
pub(crate) fn decoded(body: Body, headers: &Headers) -> Decoded {
    let fields = headers.get_all("content-encoding").flat_map(|value| value.split(','));
    let names: Vec<String> = fields.map(|name| name.trim().to_ascii_lowercase()).collect();
    if names.iter().all(|name| matches!(name.as_str(), "" | "identity")) {
        return Decoded::AsRecorded(body);
    }
    let bytes = match &body {
        Body::Text(text) if is_text(text) => return Decoded::AsRecorded(body),
        Body::Text(text) => match as_bytes(text) {
            Some(bytes) => bytes,
            None => return Decoded::Impossible,
        },
        Body::Bytes(bytes) => bytes.clone(),
        Body::None | Body::Unknown | Body::Unavailable(_) | Body::Damaged(_) | Body::Parts(_) => {
            return Decoded::AsRecorded(body);
        }
    };
    match undone(&names, bytes) {
        Ok(None) => Decoded::AsRecorded(body),
        Ok(Some(bytes)) => {
            Decoded::Undone(String::from_utf8(bytes).map_or_else(|error| Body::Bytes(error.into_bytes()), Body::Text))
        }
        Err(_) => Decoded::Impossible,
    }
}

/// What is left when the encodings are undone, the last one first; nothing where the data has none of them.
fn undone(names: &[String], mut bytes: Vec<u8>) -> io::Result<Option<Vec<u8>>> {
    if names.len() > MOST_ENCODINGS {
        return Err(io::ErrorKind::Unsupported.into());
    }
    let most = (SMALL + MOST_GROWTH * bytes.len() as u64).min(MOST_BYTES);
    let mut has_changed = false;
    for name in names.iter().rev() {
        match one(name, &bytes, most) {
            Ok(Some(inner)) => (bytes, has_changed) = (inner, true),
            Ok(None) => {}
            Err(_) if is_text(&String::from_utf8_lossy(&bytes)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(has_changed.then_some(bytes))
}

/// Undoes one encoding, up to so many bytes; nothing where the data shows that it does not have it.
fn one(name: &str, bytes: &[u8], most: u64) -> io::Result<Option<Vec<u8>>> {
    match name {
        "gzip" | "x-gzip" if bytes.starts_with(GZIP) => read(MultiGzDecoder::new(bytes), most).map(Some),
        "zstd" if bytes.starts_with(ZSTD) => read(Frames::new(bytes), most).map(Some),
        "" | "identity" | "gzip" | "x-gzip" | "zstd" => Ok(None),
        // The name means zlib's form; some senders leave its head away.
        "deflate" => read(ZlibDecoder::new(bytes), most).or_else(|_| read(DeflateDecoder::new(bytes), most)).map(Some),
        "br" => read(Decompressor::new(bytes, bytes.len().clamp(1, 4096)), most).map(Some),
        _ => Err(io::ErrorKind::Unsupported.into()),
    }
}

/// Reads all that a reader has, unless that is more than so many bytes.
fn read(reader: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

/// Whether the beginning of a text is one, and not bytes that were taken for characters.
fn is_text(text: &str) -> bool {
    let is_strange = |character: char| {
        character == char::REPLACEMENT_CHARACTER || (character.is_control() && !character.is_ascii_whitespace())
    };
    !text.chars().take(HEAD).any(is_strange)
}

/// The bytes that some recorder wrote as one character each.
fn as_bytes(text: &str) -> Option<Vec<u8>> {
    text.chars().map(|character| u8::try_from(u32::from(character)).ok()).collect()
}

#[cfg(test)]
mod tests {
    use flate2::Compression;
    use flate2::read::{DeflateEncoder, GzEncoder, ZlibEncoder};

    use super::*;

    const TEXT: &str = r#"{"name": "Grüße", "tags": ["a", "b", "a", "b", "a", "b", "a", "b"]}"#;

    fn packed(mut encoder: impl Read) -> Vec<u8> {
        let mut packed = Vec::new();
        encoder.read_to_end(&mut packed).unwrap();
        packed
    }

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        packed(GzEncoder::new(bytes, Compression::best()))
    }

    fn zlib(bytes: &[u8]) -> Vec<u8> {
        packed(ZlibEncoder::new(bytes, Compression::best()))
    }

    fn raw(bytes: &[u8]) -> Vec<u8> {
        packed(DeflateEncoder::new(bytes, Compression::best()))
    }

    fn zstd(bytes: &[u8]) -> Vec<u8> {
        ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
    }

    /// What `brotli` of node makes of [`pins`], which none of our packages can write.
    #[rustfmt::skip]
    const BROTLI: &[u8] = &[
        0x1b, 0x26, 0x02, 0x28, 0x2d, 0x0e, 0x78, 0x73, 0xe8, 0x74, 0x83, 0xa1, 0x3a, 0xfd, 0x46, 0x64,
        0x73, 0xad, 0xb7, 0xc8, 0xd2, 0xf6, 0x94, 0x4e, 0x5f, 0x88, 0x14, 0x4b, 0x97, 0x1e, 0x0c, 0x53,
        0x97, 0x05, 0x3b, 0x1e, 0xe2, 0xe0, 0x00, 0xe0, 0x63, 0x0a, 0xb8, 0xd0, 0xae, 0x16, 0x4c, 0xe4,
        0xe6, 0x89, 0xa7, 0xd9, 0xf1, 0x0f, 0xa7, 0xca, 0xee, 0xc4, 0x81, 0x36, 0x41, 0x20, 0x51, 0x68,
        0x6c, 0x1c, 0x5c, 0x3c, 0xfc, 0x1a, 0x13, 0x5a, 0xa0, 0x54, 0xa9, 0xb5, 0x75, 0x74, 0xf5, 0xd2,
        0x4f,
    ];

    fn pins() -> String {
        let pins: Vec<String> = (0..20).map(|id| format!(r#"{{"id":{id},"label":"harbour"}}"#)).collect();
        format!("[{}]", pins.join(","))
    }

    fn told(body: Body, encoding: &str) -> Option<String> {
        let headers: Headers = [("Content-Encoding", encoding)].into_iter().collect();
        match decoded(body, &headers) {
            Decoded::Undone(Body::Text(text)) => Some(format!("undone {text}")),
            Decoded::AsRecorded(Body::Text(text)) => Some(format!("text {text}")),
            Decoded::AsRecorded(Body::Bytes(_)) => Some("bytes".to_owned()),
            Decoded::Impossible => None,
            other => Some(format!("{:?}", matches!(other, Decoded::Undone(_)))),
        }
    }

    #[test]
    fn every_encoding_is_undone() {
        let text = TEXT.as_bytes();
        for (bytes, encoding) in [
            (gzip(text), "gzip"),
            (gzip(text), "X-GZIP"),
            (zlib(text), "deflate"),
            (raw(text), "deflate"),
            (zstd(text), "zstd"),
            (gzip(&zstd(text)), "zstd, gzip"),
            (gzip(text), "gzip, identity"),
        ] {
            assert_eq!(told(Body::Bytes(bytes), encoding), Some(format!("undone {TEXT}")), "{encoding}");
        }
        assert_eq!(told(Body::Bytes(BROTLI.to_vec()), "br"), Some(format!("undone {}", pins())));
    }

    #[test]
    fn what_the_recorder_undid_stays() {
        for encoding in ["gzip", "zstd", "deflate", "br", "gzip, br", "compress"] {
            assert_eq!(told(Body::Text(TEXT.to_owned()), encoding), Some(format!("text {TEXT}")), "{encoding}");
            assert_eq!(told(Body::Bytes(TEXT.into()), encoding), Some("bytes".to_owned()), "{encoding}");
        }
        assert_eq!(told(Body::Bytes(gzip(b"x")), "identity"), Some("bytes".to_owned()), "an archive, not an encoding");
    }

    #[test]
    fn bytes_that_were_taken_for_text_are_undone_where_none_is_lost() {
        let characters = gzip(TEXT.as_bytes()).iter().map(|byte| char::from(*byte)).collect();
        assert_eq!(told(Body::Text(characters), "gzip"), Some(format!("undone {TEXT}")));
        let lossy = String::from_utf8_lossy(&gzip(TEXT.as_bytes())).into_owned();
        assert_eq!(told(Body::Text(lossy), "gzip"), None);
    }

    #[test]
    fn what_cannot_be_undone_is_told_so() {
        let mut cut = gzip(TEXT.as_bytes());
        cut.truncate(20);
        let cut_brotli = BROTLI.get(..BROTLI.len() - 3).unwrap().to_vec();
        for (bytes, encoding) in [
            (cut, "gzip"),
            (cut_brotli, "br"),
            (vec![0x1f, 0x9d, 0x90, 0x00, 0xff], "compress"),
            (gzip(b"x"), "gzip, gzip, gzip, gzip, gzip"),
        ] {
            assert_eq!(told(Body::Bytes(bytes), encoding), None, "{encoding}");
        }
    }

    #[test]
    fn no_body_becomes_more_than_a_bound() {
        let bomb = gzip(&gzip(&vec![0; 8 << 20]));
        assert!(bomb.len() < 1024, "{}", bomb.len());
        assert!(told(Body::Bytes(bomb), "gzip, gzip").is_none());
    }
}
