//! The line in which a parameter or a header travels.

use contract::{Operation, Parameter, ParameterLocation, Serialization, Style, StyleName};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::Value;

use super::Witness;
use super::build::Builder;
use super::parties::Party;
use crate::change::Reach;
use crate::place::Part;
use crate::shape::written;

/// What has a meaning of its own in a path or a query.
const MEANT: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'&').add(b'+').add(b'/').add(b'?');

impl Witness {
    /// Whether the value is the line that it stands in.
    pub(super) fn is_line(&self) -> bool {
        matches!(self.part, Part::Parameter(..) | Part::Header(..)) && self.pointer.is_empty() && self.value.is_string()
    }
}

impl<'c> Party<'c> {
    /// The line that this side's client or server writes for a value; nothing for what travels as a body.
    pub(super) fn line(&self, reach: &Reach, value: &Value) -> Option<String> {
        let operation = self.operation(&reach.operation)?;
        if let Part::Header(_, name) = &reach.part {
            return Some(format!("{name}: {}", joined(value, ",")?));
        }
        let parameter = self.parameter(reach)?;
        let (style, whole) = match parameter.serialized() {
            Serialization::Styled(style) => (style, None),
            // One text, whatever its parts are.
            Serialization::Content(_) => (Style::usual(parameter.place), Some(Value::from(value.to_string()))),
        };
        let value = whole.as_ref().unwrap_or(value);
        let name = &parameter.property.name;
        let head = |path: &str| format!("{} {path}", operation.method);
        let path = operation.path_at(self.view.release);
        match parameter.place {
            ParameterLocation::Path => {
                let text = prefixed(name, style, &escaped(&joined(value, ",")?));
                Some(head(&self.filled(operation, &path.replace(&format!("{{{name}}}"), &text))))
            }
            ParameterLocation::Query => {
                Some(head(&format!("{}?{}", self.filled(operation, path), query(name, style, value)?)))
            }
            ParameterLocation::Header => Some(format!("{name}: {}", joined(value, ",")?)),
            ParameterLocation::Cookie => Some(format!("Cookie: {name}={}", joined(value, ",")?)),
        }
    }

    /// A path with the least value of each parameter that is not filled in yet.
    fn filled(&self, operation: &'c Operation, path: &str) -> String {
        let in_path = |parameter: &&Parameter| parameter.place == ParameterLocation::Path;
        let mut path = path.to_owned();
        for parameter in self.view.parameters(operation).filter(in_path) {
            let hole = format!("{{{}}}", parameter.property.name);
            let mut builder = Builder::new(self.view);
            let sub = builder.sub(&parameter.property.schema);
            let least = path.contains(&hole).then(|| builder.least(&sub)).flatten();
            if let Some(text) = least.and_then(|value| joined(&value, ",")) {
                path = path.replace(&hole, &escaped(&text));
            }
        }
        path
    }
}

fn escaped(text: &str) -> String {
    utf8_percent_encode(text, MEANT).to_string()
}

/// A value in one text.
fn joined(value: &Value, separator: &str) -> Option<String> {
    match value {
        Value::Array(items) => {
            items.iter().map(written).collect::<Option<Vec<String>>>().map(|all| all.join(separator))
        }
        Value::Object(members) => {
            let pair = |(name, value): (&String, &Value)| Some(format!("{name}{separator}{}", written(value)?));
            members.iter().map(pair).collect::<Option<Vec<String>>>().map(|all| all.join(separator))
        }
        scalar => written(scalar),
    }
}

fn prefixed(name: &str, style: Style, text: &str) -> String {
    match style.name {
        StyleName::Label => format!(".{text}"),
        StyleName::Matrix => format!(";{name}={text}"),
        _ => text.to_owned(),
    }
}

fn query(name: &str, style: Style, value: &Value) -> Option<String> {
    let pair = |key: String, value: &Value| Some(format!("{key}={}", escaped(&written(value)?)));
    let pairs: Option<Vec<String>> = match (value, style.name, style.explode) {
        (Value::Array(items), _, true) => items.iter().map(|item| pair(name.to_owned(), item)).collect(),
        (Value::Object(members), StyleName::DeepObject, _) => {
            members.iter().map(|(key, value)| pair(format!("{name}[{key}]"), value)).collect()
        }
        (Value::Object(members), _, true) => members.iter().map(|(key, value)| pair(key.clone(), value)).collect(),
        (value, form, _) => {
            let separator = match form {
                StyleName::SpaceDelimited => "%20",
                StyleName::PipeDelimited => "|",
                _ => ",",
            };
            let texts = joined(value, "\n")?;
            let all: Vec<String> = texts.split('\n').map(escaped).collect();
            Some(vec![format!("{name}={}", all.join(separator))])
        }
    };
    pairs.map(|pairs| pairs.join("&"))
}
