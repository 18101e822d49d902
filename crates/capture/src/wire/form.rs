//! A multipart form that goes by in pieces (RFC 7578): its fields are kept, what is in its files is not.

use memchr::memmem::Finder;

use crate::exchange::{Part, PartValue, Unavailable};
use crate::multipart;

/// How long the head of a part may be, in bytes.
const LONGEST_HEAD: usize = 16 << 10;

/// Takes the fields out of a form as it goes by. Of a file is known that it was there.
pub struct FormFields {
    delimiter: Finder<'static>,
    /// What came and was not used yet.
    rest: Vec<u8>,
    state: State,
    parts: Vec<Part>,
    /// How many bytes the fields may have together, and how many more.
    most: usize,
    room: usize,
}

/// Where in a form the next byte stands.
enum State {
    /// Before the first delimiter.
    Preamble,
    /// Right behind a delimiter.
    Delimiter,
    Head,
    /// In a part, whose value is to come.
    Value(Part),
    /// Behind the last part.
    Done,
    /// It is not a form, or more than is kept.
    Given,
}

impl FormFields {
    /// Nothing for another media type than that of a multipart form. The fields may have so many bytes together.
    pub fn new(media_type: &str, most: usize) -> Option<Self> {
        let delimiter = multipart::delimiter(media_type)?;
        // The first delimiter has no line before it.
        let rest = b"\r\n".to_vec();
        let delimiter = Finder::new(delimiter.as_bytes()).into_owned();
        Some(Self { delimiter, rest, state: State::Preamble, parts: Vec::new(), most, room: most })
    }

    /// How many bytes it keeps now.
    pub fn kept(&self) -> usize {
        self.rest.len() + self.most - self.room
    }

    /// Takes what comes next.
    pub fn push(&mut self, bytes: &[u8]) {
        if matches!(self.state, State::Done | State::Given) {
            return;
        }
        self.rest.extend_from_slice(bytes);
        while self.step() {}
    }

    /// The parts, unless the form was cut, malformed or too long.
    pub fn finish(self) -> Option<Vec<Part>> {
        matches!(self.state, State::Done).then_some(self.parts)
    }

    /// Goes on by one piece of the form; not where that has not come yet.
    fn step(&mut self) -> bool {
        match std::mem::replace(&mut self.state, State::Given) {
            State::Preamble => match self.to_delimiter() {
                Some(end) => self.go_on(end, State::Delimiter),
                None => self.pass_over(State::Preamble),
            },
            State::Delimiter => match self.rest.get(..2) {
                Some(b"--") => self.end(State::Done),
                Some(b"\r\n") => self.go_on(2, State::Head),
                Some(_) => self.end(State::Given),
                None => self.wait(State::Delimiter),
            },
            State::Head => self.head(),
            State::Value(part) => self.value(part),
            ended @ (State::Done | State::Given) => self.end(ended),
        }
    }

    fn head(&mut self) -> bool {
        let Some(length) = memchr::memmem::find(&self.rest, b"\r\n\r\n") else {
            let is_too_long = self.rest.len() > LONGEST_HEAD.min(self.room);
            return if is_too_long { self.end(State::Given) } else { self.wait(State::Head) };
        };
        let fields = self.rest.get(..length).and_then(|fields| str::from_utf8(fields).ok());
        match (fields.and_then(multipart::head), self.room.checked_sub(length)) {
            (Some(part), Some(room)) => {
                self.room = room;
                // The line before the next delimiter may be the last of the head.
                self.go_on(length + 2, State::Value(part))
            }
            _ => self.end(State::Given),
        }
    }

    fn value(&mut self, mut part: Part) -> bool {
        let end = self.to_delimiter();
        if part.filename.is_some() {
            let Some(end) = end else { return self.pass_over(State::Value(part)) };
            part.value = PartValue::Unavailable(Unavailable::Omitted);
            self.parts.push(part);
            return self.go_on(end, State::Delimiter);
        }
        let Some(end) = end else {
            let is_too_long = self.rest.len() > self.room;
            return if is_too_long { self.end(State::Given) } else { self.wait(State::Value(part)) };
        };
        let start = end.saturating_sub(self.delimiter.needle().len());
        let value = self.rest.get(2..start).unwrap_or_default().to_vec();
        let Some(room) = self.room.checked_sub(value.len()) else { return self.end(State::Given) };
        self.room = room;
        part.value =
            String::from_utf8(value).map_or_else(|error| PartValue::Bytes(error.into_bytes()), PartValue::Text);
        self.parts.push(part);
        self.go_on(end, State::Delimiter)
    }

    /// Where the next delimiter ends.
    fn to_delimiter(&self) -> Option<usize> {
        self.delimiter.find(&self.rest).map(|start| start + self.delimiter.needle().len())
    }

    fn go_on(&mut self, used: usize, state: State) -> bool {
        self.rest.drain(..used.min(self.rest.len()));
        self.state = state;
        true
    }

    /// Forgets what cannot be the beginning of a delimiter.
    fn pass_over(&mut self, state: State) -> bool {
        let kept = self.delimiter.needle().len() - 1;
        self.rest.drain(..self.rest.len().saturating_sub(kept));
        self.wait(state)
    }

    fn wait(&mut self, state: State) -> bool {
        self.state = state;
        false
    }

    fn end(&mut self, state: State) -> bool {
        self.rest = Vec::new();
        self.wait(state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPE: &str = "multipart/form-data; boundary=x";
    const FORM: &str = "--x\r\nContent-Disposition: form-data; name=\"deviceId\"\r\n\r\n1\r\n--y\r\n--\r\n\
        --x\r\nContent-Disposition: form-data; name=\"assetData\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n\
        \r\n--\r\n--xx is no delimiter\r\n\
        --x\r\nContent-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n--x--\r\n";

    fn fields(form: &[u8], piece: usize, most: usize) -> Option<Vec<Part>> {
        let mut fields = FormFields::new(TYPE, most).unwrap();
        form.chunks(piece).for_each(|piece| fields.push(piece));
        fields.finish()
    }

    /// A delimiter within a file would end it: senders take care that there is none.
    fn form() -> String {
        FORM.replace("\r\n--xx is no delimiter", "")
    }

    #[test]
    fn pieces_of_any_length_tell_the_same() {
        let text = |name: &str, value: &str| Part {
            name: name.into(),
            filename: None,
            content_type: None,
            value: PartValue::Text(value.into()),
        };
        let file = Part {
            name: "assetData".into(),
            filename: Some("a.jpg".into()),
            content_type: Some("image/jpeg".into()),
            value: PartValue::Unavailable(Unavailable::Omitted),
        };
        let expected = vec![text("deviceId", "1\r\n--y\r\n--"), file, text("empty", "")];
        for piece in 1..=form().len() {
            assert_eq!(fields(form().as_bytes(), piece, 1 << 10), Some(expected.clone()), "{piece}");
        }
    }

    #[test]
    fn what_is_cut_malformed_or_too_long_has_no_fields() {
        for length in 0..form().len() - 4 {
            assert_eq!(fields(&form().as_bytes()[..length], 7, 1 << 10), None, "{length}");
        }
        assert_eq!(fields(form().as_bytes(), 7, 100), None);
        assert_eq!(fields(form().replace("name=\"empty\"", "").as_bytes(), 7, 1 << 10), None);
        assert!(FormFields::new("application/json", 1 << 10).is_none());
    }

    #[test]
    fn a_long_file_is_not_kept() {
        let mut fields = FormFields::new(TYPE, 1 << 10).unwrap();
        let head = "--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\n";
        fields.push(head.as_bytes());
        for _ in 0..1000 {
            fields.push(&[b'\r'; 1 << 10]);
        }
        assert!(fields.kept() < 100, "{}", fields.kept());
        fields.push(b"\r\n--x--");
        assert_eq!(fields.finish().map(|parts| parts.len()), Some(1));
    }
}
