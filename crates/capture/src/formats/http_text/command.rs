//! A command of curl, as the request that it sends.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use super::fault;
use super::pieces::{Piece, command};
use super::words::words;
use crate::error::Fault;
use crate::exchange::{Body, Headers, Part, PartValue, Request, Unavailable, Url};
use crate::recorded;

/// What a command sends, and what else it has.
pub(super) struct Sent {
    pub(super) request: Request,
    pub(super) beside: Headers,
}

/// Options of one letter that have a value.
const WITH_VALUE: &str = "AbcCdDeEFHKmoPQrtTuUwxXyYz";

/// Longer names of options that have a value, and their letters: those that matter here have one of their own.
const LONG: &[(&str, &str)] = &[
    ("request", "X"),
    ("header", "H"),
    ("url", "url"),
    ("user-agent", "A"),
    ("cookie", "b"),
    ("referer", "e"),
    ("user", "u"),
    ("data", "d"),
    ("data-ascii", "d"),
    ("data-binary", "d"),
    ("data-raw", "raw"),
    ("data-urlencode", "encoded"),
    ("json", "json"),
    ("form", "F"),
    ("form-string", "F"),
    ("upload-file", "T"),
    ("oauth2-bearer", "bearer"),
    ("cacert", ""),
    ("capath", ""),
    ("cert", ""),
    ("config", ""),
    ("connect-timeout", ""),
    ("connect-to", ""),
    ("cookie-jar", ""),
    ("dump-header", ""),
    ("interface", ""),
    ("key", ""),
    ("limit-rate", ""),
    ("max-redirs", ""),
    ("max-time", ""),
    ("output", ""),
    ("output-dir", ""),
    ("proxy", ""),
    ("proxy-user", ""),
    ("range", ""),
    ("resolve", ""),
    ("retry", ""),
    ("retry-delay", ""),
    ("retry-max-time", ""),
    ("speed-limit", ""),
    ("speed-time", ""),
    ("stderr", ""),
    ("trace", ""),
    ("trace-ascii", ""),
    ("unix-socket", ""),
    ("write-out", ""),
];

/// Reads the command of a piece, and tells whether something else stands behind it.
pub(super) fn read(piece: &Piece<'_>) -> Result<(Sent, bool), Fault> {
    let number = piece.lines.first().map_or(1, |line| line.number);
    let lines: Vec<&str> = piece.lines.iter().map(|line| line.text).collect();
    let text = lines.join("\n");
    let text = command(&text).unwrap_or(&text);
    let (words, behind) = words(text).ok_or_else(|| fault(number, "a quote in the command is not closed"))?;
    let mut sending = Sending::default();
    let mut words = words.iter().skip(1).map(String::as_str);
    while let Some(word) = words.next() {
        sending.option(word, &mut words);
    }
    let sent = sending.finish().ok_or_else(|| fault(number, "the command names no address"))?;
    Ok((sent, !behind.trim().is_empty()))
}

/// What the options of a command say.
#[derive(Default)]
struct Sending {
    method: Option<String>,
    url: Option<String>,
    headers: Headers,
    beside: Headers,
    data: Vec<String>,
    parts: Vec<Part>,
    /// Whether some of what is sent stands in a file.
    is_of_file: bool,
    /// The media type that curl says unless a field does.
    media_type: Option<&'static str>,
    /// The method that curl takes unless an option says another.
    usual: Option<&'static str>,
    /// Whether data go into the query.
    gets: bool,
}

impl Sending {
    /// Takes an option with its value, or an address.
    fn option<'w>(&mut self, word: &str, values: &mut impl Iterator<Item = &'w str>) {
        if let Some(name) = word.strip_prefix("--") {
            match LONG.iter().find(|(long, _)| *long == name) {
                Some((_, letter)) => self.value(letter, values.next().unwrap_or_default()),
                None => self.flag(if name == "get" {
                    'G'
                } else if name == "head" {
                    'I'
                } else {
                    ' '
                }),
            }
        } else if let Some(letters) = word.strip_prefix('-').filter(|letters| !letters.is_empty()) {
            self.letters(letters, values);
        } else {
            self.url.get_or_insert_with(|| word.to_owned());
        }
    }

    /// `-sXPOST`: letters without a value, and behind one that has a value, that.
    fn letters<'w>(&mut self, letters: &str, values: &mut impl Iterator<Item = &'w str>) {
        for (at, letter) in letters.char_indices() {
            if !WITH_VALUE.contains(letter) {
                self.flag(letter);
                continue;
            }
            let behind = letters.get(at + letter.len_utf8()..).filter(|value| !value.is_empty());
            let value = behind.or_else(|| values.next()).unwrap_or_default();
            return self.value(letter.encode_utf8(&mut [0; 4]), value);
        }
    }

    fn flag(&mut self, letter: char) {
        match letter {
            'G' => self.gets = true,
            'I' => self.usual = Some("HEAD"),
            _ => {}
        }
    }

    fn value(&mut self, option: &str, value: &str) {
        match option {
            "X" => self.method = Some(value.to_owned()),
            "url" => self.url = Some(value.to_owned()),
            "H" => {
                if let Some((name, value)) = value.split_once(':') {
                    self.headers.add(name.trim(), value.trim());
                }
            }
            "A" => self.headers.add("User-Agent", value),
            "e" => self.headers.add("Referer", value),
            "b" if value.contains('=') => self.headers.add("Cookie", value),
            "u" => self.basic(value),
            "bearer" => self.headers.add("Authorization", &format!("Bearer {value}")),
            "d" | "raw" | "encoded" | "json" => self.data(option, value),
            "F" => self.part(value),
            "T" => {
                self.usual = Some("PUT");
                self.is_of_file = true;
            }
            _ => {}
        }
    }

    /// A name and a password, which is a secret also where it comes again as it is.
    fn basic(&mut self, user: &str) {
        self.headers.add("Authorization", &format!("Basic {}", BASE64_STANDARD.encode(user)));
        if let Some((_, password)) = user.split_once(':') {
            self.beside.add("password", password);
        }
    }

    fn data(&mut self, option: &str, value: &str) {
        let usual = if option == "json" { "application/json" } else { "application/x-www-form-urlencoded" };
        self.media_type = Some(usual);
        self.usual = Some("POST");
        self.is_of_file |= option != "raw" && value.starts_with('@');
        self.data.push(match (option, value.split_once('=')) {
            ("encoded", Some((name, value))) => {
                format!("{name}{}{}", if name.is_empty() { "" } else { "=" }, encoded(value))
            }
            ("encoded", None) => encoded(value),
            _ => value.to_owned(),
        });
    }

    /// `name=text`, `name=@file;type=image/jpeg`
    fn part(&mut self, value: &str) {
        self.usual = Some("POST");
        let (name, value) = value.split_once('=').unwrap_or((value, ""));
        let mut words = value.split(';');
        let content = words.next().unwrap_or_default();
        let content_type = words.find_map(|word| word.trim().strip_prefix("type=")).map(str::to_owned);
        let file = content.strip_prefix('@');
        let value = match file.or_else(|| content.strip_prefix('<')) {
            Some(_) => PartValue::Unavailable(Unavailable::NotRecorded),
            None => PartValue::Text(value.to_owned()),
        };
        self.parts.push(Part { name: name.to_owned(), filename: file.map(str::to_owned), content_type, value });
    }

    /// The request; nothing where it has no address.
    fn finish(mut self) -> Option<Sent> {
        let mut url = self.url.take()?;
        if !url.contains("://") && !url.starts_with('/') {
            url = format!("http://{url}");
        }
        if self.gets {
            let query = self.data.join("&");
            url = format!("{url}{}{query}", if url.contains('?') { "&" } else { "?" });
            (self.data, self.usual, self.media_type) = (Vec::new(), None, None);
        }
        let usual = self.usual.unwrap_or("GET").to_owned();
        let (method, body) = (self.method.take().unwrap_or(usual), self.body());
        if self.headers.get("content-type").is_none()
            && let Some(media_type) = self.media_type
        {
            self.headers.add("Content-Type", media_type);
        }
        let recorded_type = matches!(body, Body::Parts(_)).then(|| "multipart/form-data".to_owned());
        let request = Request { method, url: Url::parse(&url), headers: self.headers, body, recorded_type };
        Some(Sent { request, beside: self.beside })
    }

    fn body(&mut self) -> Body {
        if self.is_of_file {
            return Body::Unavailable(Unavailable::NotRecorded);
        }
        if !self.parts.is_empty() {
            return Body::Parts(std::mem::take(&mut self.parts));
        }
        let text = self.data.join("&");
        if text.is_empty() { Body::None } else { recorded::text(text, None, &self.headers) }
    }
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}
