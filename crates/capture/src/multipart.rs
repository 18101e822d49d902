//! A multipart form that was recorded as text, as browsers do it, taken apart (RFC 7578).

use crate::exchange::{Part, PartValue, Unavailable, essence};

/// The parts; nothing where the text is not a multipart form or is malformed, so that the text itself is kept.
pub(super) fn parts(text: &str, media_type: &str) -> Option<Vec<Part>> {
    let delimiter = delimiter(media_type)?;
    // The first delimiter has no line before it: nobody who sends forms writes a preamble.
    let mut rest = text.strip_prefix(delimiter.trim_start())?;
    let mut parts = Vec::new();
    while !rest.starts_with("--") {
        let (piece, after) = rest.strip_prefix("\r\n")?.split_once(delimiter.as_str())?;
        parts.push(part(piece)?);
        rest = after;
    }
    Some(parts)
}

/// What stands between the parts of a form of this media type, with the line before it.
pub(super) fn delimiter(media_type: &str) -> Option<String> {
    let boundary = || parameter(media_type, "boundary").filter(|name| !name.is_empty());
    let is_form = essence(media_type) == "multipart/form-data";
    is_form.then(boundary)?.map(|boundary| format!("\r\n--{boundary}"))
}

fn part(piece: &str) -> Option<Part> {
    let (fields, value) = piece.split_once("\r\n\r\n")?;
    let part = head(fields)?;
    // Browsers record the names of files, not what is in them.
    let value = match (&part.filename, value) {
        (Some(_), "") => PartValue::Unavailable(Unavailable::NotRecorded),
        (_, value) => PartValue::Text(value.to_owned()),
    };
    Some(Part { value, ..part })
}

/// What the header fields of a part say, which has no value yet.
pub(super) fn head(fields: &str) -> Option<Part> {
    let field = |name: &str| {
        let mut fields = fields.split("\r\n").filter_map(|field| field.split_once(':'));
        fields.find(|(known, _)| known.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    };
    let disposition = field("content-disposition")?;
    let filename = parameter(disposition, "filename").map(str::to_owned);
    let name = parameter(disposition, "name")?.to_owned();
    let content_type = field("content-type").map(str::to_owned);
    Some(Part { name, filename, content_type, value: PartValue::Text(String::new()) })
}

/// A parameter of a header value, as in `form-data; name="a;b"; filename=c`.
pub(super) fn parameter<'a>(value: &'a str, name: &str) -> Option<&'a str> {
    let (_, mut rest) = value.split_once(';')?;
    loop {
        let (key, after) = rest.split_once('=')?;
        let (found, tail) = match after.trim_start().strip_prefix('"') {
            Some(quoted) => {
                let (found, tail) = quoted.split_once('"')?;
                (found, tail.split_once(';').map_or("", |(_, tail)| tail))
            }
            None => after.split_once(';').unwrap_or((after, "")),
        };
        if key.trim().eq_ignore_ascii_case(name) {
            return Some(found.trim());
        }
        rest = tail;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPE: &str = "multipart/form-data; charset=utf-8; boundary=\"-x\"";

    fn text(name: &str, value: &str) -> Part {
        Part { name: name.into(), filename: None, content_type: None, value: PartValue::Text(value.into()) }
    }

    #[test]
    fn forms_are_taken_apart() {
        let form = "---x\r\nContent-Disposition: form-data; name=\"a;b\"\r\n\r\n1\r\n\r\n2\r\n\
            ---x\r\nContent-Disposition: form-data; filename=\"f.png\"; name=c\r\ncontent-type: image/png\r\n\r\n\r\n\
            ---x\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n\r\n---x--\r\n";
        let file = Part {
            name: "c".into(),
            filename: Some("f.png".into()),
            content_type: Some("image/png".into()),
            value: PartValue::Unavailable(Unavailable::NotRecorded),
        };
        assert_eq!(parts(form, TYPE), Some(vec![text("a;b", "1\r\n\r\n2"), file, text("", "")]));
        assert_eq!(parts("---x--", TYPE), Some(vec![]));
    }

    #[test]
    fn what_is_malformed_stays_text() {
        let disposition = "---x\r\nContent-Disposition: form-data; name=a\r\n\r\n1";
        for (text, media_type) in [
            (format!("{disposition}\r\n---x--"), "text/plain; boundary=-x"),
            (format!("{disposition}\r\n---x--"), "multipart/form-data"),
            (format!("{disposition}\r\n---x--"), "multipart/form-data; boundary="),
            (disposition.to_owned(), TYPE),
            ("---x\r\nA: b\r\n\r\n1\r\n---x--".to_owned(), TYPE),
            ("{}".to_owned(), TYPE),
        ] {
            assert_eq!(parts(&text, media_type), None, "{text} {media_type}");
        }
    }
}
