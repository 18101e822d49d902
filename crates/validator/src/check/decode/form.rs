//! The object that the fields of a form stand for.

use std::borrow::Cow;
use std::collections::BTreeMap;

use contract::{Encoding, Media, Schema, Serialization, Structure, Style, StyleName};
use serde_json::{Map, Value};

use super::given::{claims, pairs};
use super::{Coding, Decoded, Decoder, Encoded, Pair, Place, Wrong, of_json};
use crate::check::media::is_json;
use crate::exchange::{Body, Part, PartValue};

/// A field of a form.
pub(crate) struct Field<'f> {
    name: Cow<'f, str>,
    value: FieldValue<'f>,
}

/// What a field holds.
pub(crate) enum FieldValue<'f> {
    Text(Encoded<'f>),
    /// A text that came as JSON.
    Json(Cow<'f, str>),
    /// A file, of which nothing is asked.
    File,
    /// Something that the recorder left out.
    Unavailable,
}

/// The fields of a form; nothing for other media types, and where they are not known.
pub(in crate::check) fn fields<'b>(media_type: &str, body: &'b Body) -> Option<Vec<Field<'b>>> {
    match (media_type, body) {
        ("multipart/form-data", Body::Parts(parts)) => Some(parts.iter().map(part).collect()),
        ("application/x-www-form-urlencoded", Body::Parts(parts)) => Some(parts.iter().map(field).collect()),
        ("application/x-www-form-urlencoded", body) => {
            let text = str::from_utf8(body.bytes().unwrap_or_default()).ok()?;
            let field = |(name, text): Pair<'b>| Field { name: name.into(), value: FieldValue::Text(text) };
            Some(pairs(text, '&', Coding::Query).into_iter().map(field).collect())
        }
        _ => None,
    }
}

/// A field of an urlencoded form that the recorder took apart.
fn field(part: &Part) -> Field<'_> {
    let value = match &part.value {
        PartValue::Text(text) => FieldValue::Text(Encoded::new(text.as_str(), Coding::Plain)),
        PartValue::Bytes(_) | PartValue::Unavailable(_) => FieldValue::Unavailable,
    };
    Field { name: part.name.as_str().into(), value }
}

fn part(part: &Part) -> Field<'_> {
    let is_json = part.content_type.as_deref().is_some_and(|name| is_json(&crate::exchange::essence(name)));
    let value = match &part.value {
        PartValue::Text(text) if is_json => FieldValue::Json(text.into()),
        PartValue::Bytes(bytes) if is_json => FieldValue::Json(String::from_utf8_lossy(bytes)),
        _ if part.filename.is_some() => FieldValue::File,
        PartValue::Text(text) => FieldValue::Text(Encoded::new(text.as_str(), Coding::Plain)),
        PartValue::Bytes(_) => FieldValue::File,
        PartValue::Unavailable(_) => FieldValue::Unavailable,
    };
    Field { name: part.name.as_str().into(), value }
}

impl<'c> Decoder<'_, 'c> {
    /// The object that the fields of a form stand for.
    pub(crate) fn form(&mut self, schema: &'c Schema, media: &Media, fields: &[Field<'_>]) -> Decoded {
        let root = Place::of(self.view, schema);
        let mut names: BTreeMap<&str, Vec<&Field<'_>>> = BTreeMap::new();
        for field in fields {
            let owner = media.encodings.iter().find(|encoding| spreads(encoding, &root, &field.name));
            names.entry(owner.map_or(&*field.name, |encoding| &encoding.property)).or_default().push(field);
        }
        let (mut value, mut whole) = (Map::new(), Decoded::default());
        for (name, fields) in names {
            let encoding = media.encodings.iter().find(|encoding| encoding.property == name);
            let decoded = self.field(&root.member(name), name, encoding.map(|one| &one.serialization), &fields);
            value.insert(name.to_owned(), whole.take(name, decoded));
        }
        Decoded { value: Value::Object(value), ..whole }
    }

    fn field(
        &mut self,
        place: &Place<'c>,
        name: &str,
        serialization: Option<&Serialization>,
        fields: &[&Field<'_>],
    ) -> Decoded {
        if fields.iter().any(|field| matches!(field.value, FieldValue::Unavailable)) {
            return Decoded::unjudged("");
        }
        let is_file = fields.iter().all(|field| matches!(field.value, FieldValue::File));
        if is_file && !place.is_primitive() && !place.item().is_primitive() {
            return Decoded::unjudged("");
        }
        if is_sent_as_json(place, serialization, fields)
            && let Some(decoded) = from_json(place, fields)
        {
            return decoded;
        }
        match serialization {
            Some(Serialization::Content(_)) if !place.is_primitive() && place.is_of_objects() => Decoded::unjudged(""),
            Some(Serialization::Styled(style)) => self.styled(place, *style, name, &texts(fields)),
            Some(Serialization::Content(_)) | None => {
                self.styled(place, Style::of(StyleName::Form), name, &texts(fields))
            }
        }
    }
}

/// Whether a field stands under another name than its own, by what the encoding of a property says.
fn spreads(encoding: &Encoding, root: &Place<'_>, key: &str) -> bool {
    let Serialization::Styled(style) = encoding.serialization else { return false };
    let is_own = |other: &str| root.declares(other);
    let place = root.member(&encoding.property);
    !root.declares(key) && claims(style, &encoding.property, &place, key, &is_own)
}

/// Whether fields are JSON: their encoding says so, they do, or their values are objects and nothing says otherwise
/// (OpenAPI 3.0.3, 4.7.15.1: `contentType`).
fn is_sent_as_json(place: &Place<'_>, serialization: Option<&Serialization>, fields: &[&Field<'_>]) -> bool {
    match serialization {
        Some(Serialization::Content(media_type)) if is_json(media_type) => true,
        Some(Serialization::Styled(_)) => false,
        _ if fields.iter().any(|field| matches!(field.value, FieldValue::Json(_))) => {
            place.structures() != [Structure::Primitive]
        }
        Some(Serialization::Content(_)) => false,
        None => place.is_of_objects(),
    }
}

/// The value of fields that are JSON: a list comes whole, or one item a field. Nothing where they are not and need not be.
fn from_json(place: &Place<'_>, fields: &[&Field<'_>]) -> Option<Decoded> {
    let texts = fields.iter().map(|field| match &field.value {
        FieldValue::Text(text) => text.decoded(),
        FieldValue::Json(text) => Cow::Borrowed(&**text),
        FieldValue::File | FieldValue::Unavailable => Cow::Borrowed(""),
    });
    let texts: Vec<Cow<'_, str>> = texts.collect();
    let structures = place.structures();
    let is_list = structures == [Structure::Array];
    let decoded = match texts.as_slice() {
        [text] => {
            let decoded = of_json(text);
            let is_item = is_list && decoded.faults.is_empty() && !decoded.value.is_array();
            if is_item { Decoded::of(Value::Array(vec![decoded.value])) } else { decoded }
        }
        several if is_list => {
            let mut whole = Decoded::default();
            let items = several.iter().enumerate().map(|(index, text)| whole.take(&index.to_string(), of_json(text)));
            let value = items.collect();
            Decoded { value, ..whole }
        }
        several => Decoded::of(several.iter().map(|text| Value::from(text.as_ref())).collect()),
    };
    let is_wrong = decoded.faults.iter().any(|fault| matches!(fault.what, Wrong::NotJson(_)));
    (!is_wrong || !structures.contains(&Structure::Primitive)).then_some(decoded)
}

/// The texts of fields. A file stands for an empty one: its property has the format `binary`, of which nothing is asked.
fn texts<'f>(fields: &'f [&Field<'_>]) -> Vec<Pair<'f>> {
    let text = |field: &'f &Field<'_>| match &field.value {
        FieldValue::Text(text) => text.clone(),
        FieldValue::Json(text) => Encoded::new(&**text, Coding::Plain),
        FieldValue::File | FieldValue::Unavailable => Encoded::new("", Coding::Plain),
    };
    fields.iter().map(|field| (field.name.clone().into_owned(), text(field))).collect()
}
