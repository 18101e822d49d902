//! The formats of exchanges, one file each. A new one is its file, its `mod` and its place in the table.

mod access_log;
mod cassette;
mod exchange_lines;
mod har;
mod http_text;
mod immich_go;
mod postman;

use super::format::Format;

/// All of them. Each knows its own and nothing else.
const FORMATS: &[&Format] = &[
    &exchange_lines::FORMAT,
    &har::FORMAT,
    &access_log::FORMAT,
    &cassette::FORMAT,
    &immich_go::FORMAT,
    &postman::FORMAT,
    &http_text::FORMAT,
];

/// The format of a source that begins so.
pub(crate) fn sniff(bytes: &[u8]) -> Option<&'static Format> {
    FORMATS.iter().copied().find(|format| (format.sniff)(bytes))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    /// Which formats take a text for theirs, by their places in the table.
    fn takers(text: &[u8]) -> Vec<usize> {
        let takers = FORMATS.iter().enumerate().filter(|(_, format)| (format.sniff)(text));
        takers.map(|(at, _)| at).collect()
    }

    /// The examples, and lines of exchanges, of which there is none.
    fn samples() -> Vec<(String, Vec<u8>)> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
        let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).filter(|path| path.is_file());
        let lines = br#"{"request": {"method": "GET", "url": "/api/x"}, "response": {"status": 200}, "status": 200, "log": {}}"#;
        let read = |path: std::path::PathBuf| (path.display().to_string(), fs::read(&path).unwrap());
        files.map(read).chain([("lines".to_owned(), lines.to_vec())]).collect()
    }

    #[test]
    fn each_sample_is_of_one_format_and_each_format_has_one() {
        let mut seen: Vec<usize> = Vec::new();
        for (name, text) in samples() {
            let takers = takers(&text);
            assert_eq!(takers.len(), 1, "{name}: {takers:?}");
            seen.extend(takers);
        }
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), FORMATS.len(), "a format without an example: {seen:?}");
    }

    /// However much of a sample is there behind its first line, no other format takes it.
    #[test]
    fn a_part_of_a_sample_is_of_no_other_format() {
        for (name, text) in samples() {
            let whole = takers(&text);
            let first = text.iter().position(|byte| *byte == b'\n').unwrap_or(text.len());
            for end in (first..text.len()).step_by(7) {
                let part = takers(&text[..end]);
                assert!(part.is_empty() || part == whole, "{end} bytes of {name}: {part:?}");
            }
        }
    }

    #[test]
    fn what_is_none_of_them_is_taken_by_none() {
        for text in [
            "",
            "{}",
            "[]",
            "7",
            "# a page\n\n$ curl -i http://h\n",
            "a: b\n",
            "openapi: 3.0.0\npaths: {}\n",
            r#"{"openapi": "3.0.0", "info": {}, "paths": {}}"#,
            r#"{"id": 1, "status": "active", "url": "/x"}"#,
            r#"{"level":"info","msg":"started","time":"2026-11-01T10:00:00Z"}"#,
            "2026-11-01T10:00:00Z INFO started\n",
        ] {
            assert_eq!(takers(text.as_bytes()), Vec::<usize>::new(), "{text}");
        }
    }
}
