//! The pieces of a text: commands, requests and answers, each with the lines up to the next.

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Command,
    Request,
    Answer,
}

/// A line without its line feed.
#[derive(Clone, Copy)]
pub(super) struct Line<'t> {
    /// One-based.
    pub(super) number: usize,
    pub(super) text: &'t str,
}

/// Some lines, the first of which says what they are.
pub(super) struct Piece<'t> {
    pub(super) kind: Kind,
    pub(super) lines: Vec<Line<'t>>,
}

/// Whether a text begins with one. What `curl -v` says of the connection may come first.
pub(super) fn begins(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let is_said = |line: &str| line.starts_with("* ");
    match lines.next() {
        Some(first) if is_said(first) => {
            lines.any(|line| line.strip_prefix("> ").and_then(kind) == Some(Kind::Request))
        }
        // Markdown quotes what it likes.
        Some(first) => kind(first).is_some() || kind(unmarked(first)).is_some_and(|kind| kind != Kind::Command),
        None => false,
    }
}

/// All pieces. What stands before the first is of no interest.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let is_verbose = text.lines().any(|line| line.strip_prefix("> ").and_then(kind) == Some(Kind::Request));
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for (text, number) in text.split('\n').zip(1..) {
        let is_said = ["* ", "{ [", "} ["].iter().any(|mark| text.starts_with(mark));
        if is_verbose && is_said {
            continue;
        }
        let line = Line { number, text: if is_verbose { unmarked(text) } else { text } };
        match (kind(line.text), pieces.last_mut()) {
            (Some(kind), _) => pieces.push(Piece { kind, lines: vec![line] }),
            (None, Some(piece)) => piece.lines.push(line),
            (None, None) => {}
        }
    }
    pieces
}

/// A line without the mark that `curl -v` sets before what was sent and what was answered.
fn unmarked(line: &str) -> &str {
    let marked = line.strip_prefix("> ").or_else(|| line.strip_prefix("< "));
    marked.or_else(|| matches!(line.trim_end(), ">" | "<").then_some("")).unwrap_or(line)
}

/// What begins with a line, if something does.
fn kind(line: &str) -> Option<Kind> {
    let line = line.trim_end();
    if command(line).is_some() {
        Some(Kind::Command)
    } else if is_status_line(line) {
        Some(Kind::Answer)
    } else {
        is_request_line(line).then_some(Kind::Request)
    }
}

/// The command of a line, behind the prompt of a shell. A heading or a quotation of Markdown is not one.
pub(super) fn command(line: &str) -> Option<&str> {
    let is_curl = |text: &&str| ["curl ", "curl.exe "].iter().any(|name| text.starts_with(name));
    let behind = [("$ ", 0), ("% ", 0), ("# ", 1), ("> ", 1)].into_iter().filter_map(|(prompt, least)| {
        let (before, behind) = line.split_once(prompt)?;
        (before.len() >= least && !before.contains(['"', '\''])).then_some(behind)
    });
    [line].into_iter().chain(behind).find(is_curl)
}

fn is_version(word: &str) -> bool {
    let version = word.strip_prefix("HTTP/").unwrap_or_default();
    !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// `HTTP/1.1 200 OK`
fn is_status_line(line: &str) -> bool {
    let mut words = line.split(' ');
    let is_code = |word: &str| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    words.next().is_some_and(is_version) && words.next().is_some_and(is_code)
}

/// `GET /api/albums HTTP/1.1`
fn is_request_line(line: &str) -> bool {
    let words: Vec<&str> = line.split(' ').collect();
    let is_method = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-');
    matches!(words.as_slice(), [method, _, version] if is_method(method) && is_version(version))
}
