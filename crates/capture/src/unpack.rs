//! From a reader of anything to a reader of text: gzip and zstd are recognised by their first bytes, and undone
//! at most twice, since proxies compress what was compressed already.

use std::io::{self, BufRead, BufReader, Cursor, Read};

use flate2::bufread::MultiGzDecoder;

use super::error::Fault;
use super::zstd::Frames;

const LAYERS: usize = 2;
/// How gzip and zstd begin.
pub(super) const GZIP: &[u8] = &[0x1f, 0x8b];
pub(super) const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

/// A reader of unpacked bytes, with the name of the outermost packing for messages.
pub(crate) struct Unpacked<'a> {
    reader: Box<dyn BufRead + Send + 'a>,
    packing: Option<&'static str>,
}

/// Looks at the first bytes and undoes the packings that they announce.
pub(super) fn unpack<'a>(raw: impl Read + Send + 'a) -> Result<Unpacked<'a>, Fault> {
    let mut unpacked = Unpacked { reader: Box::new(BufReader::new(raw)), packing: None };
    for _ in 0..LAYERS {
        match unpacked.peel()? {
            (inner, None) => return Ok(inner),
            (inner, Some(_)) => unpacked = inner,
        }
    }
    match unpacked.peel()? {
        (inner, None) => Ok(inner),
        (_, Some(_)) => Err(Fault::Layers),
    }
}

impl<'a> Unpacked<'a> {
    /// Undoes one packing, and names it, where there is one.
    fn peel(mut self) -> Result<(Self, Option<&'static str>), Fault> {
        let head = self.bytes(ZSTD.len() as u64)?;
        let found = match head.as_slice() {
            head if head.starts_with(GZIP) => Some("gzip"),
            ZSTD => Some("zstd"),
            _ => None,
        };
        let whole = Cursor::new(head).chain(self.reader);
        let reader: Box<dyn BufRead + Send + 'a> = match found {
            Some("gzip") => Box::new(BufReader::new(MultiGzDecoder::new(whole))),
            Some(_) => Box::new(BufReader::new(Frames::new(whole))),
            None => Box::new(whole),
        };
        Ok((Self { reader, packing: self.packing.or(found) }, found))
    }

    /// Up to `limit` bytes from where the reader stands.
    pub(super) fn bytes(&mut self, limit: u64) -> Result<Vec<u8>, Fault> {
        let mut bytes = Vec::new();
        self.reader.by_ref().take(limit).read_to_end(&mut bytes).map_err(|error| self.fault(error))?;
        Ok(bytes)
    }

    /// Reads so many bytes more, or fewer where the data ends; says how many.
    pub(super) fn append(&mut self, bytes: &mut Vec<u8>, want: usize) -> Result<usize, Fault> {
        bytes.reserve(want);
        self.reader.by_ref().take(want as u64).read_to_end(bytes).map_err(|error| self.fault(error))
    }

    fn fault(&self, error: io::Error) -> Fault {
        match self.packing {
            Some(packing) => Fault::Compressed(packing),
            None => Fault::Io(error),
        }
    }
}
