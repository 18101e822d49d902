//! Zstandard data as a reader of what it stands for.

use std::io::{self, BufRead, Read};

use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

/// Zstandard data is a row of frames, some of them to be skipped; the decoder reads one.
pub(super) struct Frames<R: BufRead> {
    source: R,
    decoder: FrameDecoder,
    /// Whether the decoder stands within a frame.
    open: bool,
}

impl<R: BufRead> Frames<R> {
    /// The text that a row of frames stands for.
    pub(super) fn new(source: R) -> Self {
        Self { source, decoder: FrameDecoder::new(), open: false }
    }

    fn next_frame(&mut self) -> io::Result<()> {
        match self.decoder.init(&mut self.source) {
            Ok(()) => self.open = true,
            Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                io::copy(&mut self.source.by_ref().take(u64::from(length)), &mut io::sink())?;
            }
            Err(error) => return Err(io::Error::other(error)),
        }
        Ok(())
    }
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if !self.open {
                if self.source.fill_buf()?.is_empty() {
                    return Ok(0);
                }
                self.next_frame()?;
            } else if self.decoder.can_collect() > 0 || buffer.is_empty() {
                return self.decoder.read(buffer);
            } else if self.decoder.is_finished() {
                self.open = false;
            } else {
                let block = BlockDecodingStrategy::UptoBlocks(1);
                self.decoder.decode_blocks(&mut self.source, block).map_err(io::Error::other)?;
            }
        }
    }
}
