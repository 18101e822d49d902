//! Exchanges, written as they come, in a form that is read again: NDJSON or HAR, packed or not.
//!
//! NDJSON is whole whenever [`Recording::flush`] returns, packed or not: what is packed is a chain of members, each of which
//! holds whole lines. HAR is whole once it has an end.

mod har;
mod line;

use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, SystemTime};

use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde_json::{Map, Value};

pub use line::line;

/// How exchanges are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    is_har: bool,
    packing: Packing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Packing {
    None,
    Gzip,
    Zstd,
}

impl Form {
    /// The form that the name of a file tells: `.har` or `.ndjson`, perhaps with `.gz` or `.zst`.
    pub fn of(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_ascii_lowercase();
        let packings = [(".gz", Packing::Gzip), (".zst", Packing::Zstd)];
        let packed = packings.into_iter().find_map(|(end, packing)| Some((name.strip_suffix(end)?, packing)));
        let (name, packing) = packed.unwrap_or((&name, Packing::None));
        let (_, ending) = name.rsplit_once('.')?;
        matches!(ending, "har" | "ndjson").then_some(Self { is_har: ending == "har", packing })
    }
}

/// When an exchange was, and how long it took.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// When it began.
    pub started: SystemTime,
    /// How long it took.
    pub took: Duration,
}

/// How many bytes are written at once at most.
const BATCH: usize = 1 << 20;

/// Exchanges, written as they come.
pub struct Recording<W: Write> {
    out: W,
    form: Form,
    /// What is not written yet.
    waiting: Vec<u8>,
    entries: u64,
}

impl<W: Write> Recording<W> {
    /// Begins to write.
    pub fn new(out: W, form: Form) -> Self {
        let mut recording = Self { out, form, waiting: Vec::new(), entries: 0 };
        if form.is_har {
            recording.waiting.extend_from_slice(har::HEAD.as_bytes());
        }
        recording
    }

    /// Adds an exchange, as [`line()`] has it.
    pub fn add(&mut self, mut line: Map<String, Value>, moment: Moment) -> io::Result<()> {
        if self.form.is_har {
            let separator = if self.entries == 0 { "\n" } else { ",\n" };
            self.waiting.extend_from_slice(separator.as_bytes());
            serde_json::to_writer(&mut self.waiting, &har::entry(&line, moment))?;
        } else {
            line.insert("startedDateTime".to_owned(), har::date(moment).into());
            serde_json::to_writer(&mut self.waiting, &line)?;
            self.waiting.push(b'\n');
        }
        self.entries += 1;
        if self.waiting.len() >= BATCH { self.flush() } else { Ok(()) }
    }

    /// Writes what was added.
    pub fn flush(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let plain = std::mem::take(&mut self.waiting);
        let packed = match self.form.packing {
            Packing::None => plain,
            Packing::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
                encoder.write_all(&plain)?;
                encoder.finish()?
            }
            Packing::Zstd => compress_to_vec(plain.as_slice(), CompressionLevel::Fastest),
        };
        self.out.write_all(&packed)?;
        self.out.flush()
    }

    /// Ends it.
    pub fn finish(mut self) -> io::Result<()> {
        if self.form.is_har {
            self.waiting.extend_from_slice(har::TAIL.as_bytes());
        }
        self.flush()
    }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::exchange::{Body, Exchange, Item, PartValue, Unavailable};
    use crate::{Captures, Options};

    fn read(name: &str, bytes: Vec<u8>) -> Vec<Exchange> {
        let mut found = Vec::new();
        let captures = Captures::from_bytes(name, bytes, Options::default());
        let read = captures.for_each(|item| {
            if let Item::Exchange(exchange) = item {
                found.push(*exchange);
            }
            ControlFlow::Continue(())
        });
        read.unwrap();
        found
    }

    /// Exchanges with everything that they may have.
    const LINES: &str = concat!(
        r#"{"request":{"method":"GET","url":"http://h/api/a?b=c","headers":[{"name":"accept","value":"*/*"}]},"response":{"status":200,"headers":[{"name":"content-type","value":"application/json"},{"name":"content-encoding","value":"gzip"},{"name":"set-cookie","value":"a"},{"name":"set-cookie","value":"b"}],"bodyText":"{\"a\":1}"},"serverVersion":"2.7.5"}"#,
        "\n",
        r#"{"request":{"method":"POST","url":"http://h/api/a","headers":[{"name":"content-type","value":"multipart/form-data; boundary=x"},{"name":"content-length","value":"70"}],"multipart":[{"name":"a","value":"b"},{"name":"f","filename":"a.jpg","contentType":"image/jpeg","bodyOmitted":true},{"name":"g","bodyBase64":"/w=="}]},"response":{"status":201,"headers":[{"name":"content-length","value":"4"}],"bodyBase64":"/w=="}}"#,
        "\n",
        r#"{"request":{"method":"PUT","url":"http://h/api/a","headers":[{"name":"content-type","value":"text/plain"}],"bodyText":"x"},"response":{"status":0}}"#,
        "\n",
        r#"{"request":{"method":"PUT","url":"http://h/api/a","headers":[{"name":"content-length","value":"7"}],"bodyOmitted":true},"response":{"status":200,"headers":[{"name":"content-type","value":"image/jpeg"}],"bodyOmitted":true}}"#,
        "\n",
        r#"{"request":{"method":"HEAD","url":"http://h/api/a","headers":[]},"response":{"status":200,"headers":[{"name":"content-length","value":"7"}]}}"#,
        "\n",
    );

    /// HAR has no way to write a field of a form that is not text.
    fn without_bytes(exchanges: &mut [Exchange]) {
        for body in
            exchanges.iter_mut().filter_map(|exchange| exchange.request.as_mut()).map(|request| &mut request.body)
        {
            if let Body::Parts(parts) = body {
                let bytes = parts.iter_mut().filter(|part| matches!(part.value, PartValue::Bytes(_)));
                bytes.for_each(|part| part.value = PartValue::Unavailable(Unavailable::Omitted));
            }
        }
    }

    #[test]
    fn what_is_written_is_read_again_in_every_form() {
        let mut exchanges = read("a.ndjson", LINES.as_bytes().to_vec());
        assert_eq!(exchanges.len(), 5);
        for name in ["a.ndjson", "A.NDJSON.GZ", "a.ndjson.zst", "a.har", "a.har.gz", "a.har.zst"] {
            let mut written = Vec::new();
            let mut recording = Recording::new(&mut written, Form::of(Path::new(name)).unwrap());
            let moment = Moment { started: SystemTime::UNIX_EPOCH, took: Duration::from_millis(3) };
            for exchange in &exchanges {
                recording.add(line(exchange), moment).unwrap();
                recording.flush().unwrap();
            }
            recording.finish().unwrap();
            let mut again = read(name, written);
            if name.contains("har") {
                without_bytes(&mut exchanges);
            }
            for (again, exchange) in again.iter_mut().zip(&exchanges) {
                (again.place, again.beside) = (exchange.place.clone(), exchange.beside.clone());
                // HAR names the type of a body beside it, too.
                again.request.iter_mut().for_each(|request| request.recorded_type = None);
                again.response.iter_mut().for_each(|response| response.recorded_type = None);
            }
            assert_eq!(again, exchanges, "{name}");
        }
    }

    #[test]
    fn lines_are_whole_whenever_they_are_written() {
        for name in ["a.ndjson", "a.ndjson.gz", "a.ndjson.zst"] {
            let mut written = Vec::new();
            for exchange in read("a", LINES.as_bytes().to_vec()).iter().take(3) {
                let mut recording = Recording::new(&mut written, Form::of(Path::new(name)).unwrap());
                recording.add(line(exchange), Moment { started: SystemTime::now(), took: Duration::ZERO }).unwrap();
                recording.flush().unwrap();
            }
            assert_eq!(read(name, written).len(), 3, "{name}");
        }
        assert!(["a", "a.gz", "a.json", "a.har.br"].iter().all(|name| Form::of(Path::new(name)).is_none()));
    }
}
