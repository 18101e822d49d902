//! The keywords of a schema whose value is a plain fact: the same in OpenAPI and JSON Schema 2020-12.
//!
//! One table: a row is all that a new keyword of this kind needs.

use serde_json::Value;

/// What form a keyword's value has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Any JSON number.
    Number,
    /// A count: an integer of at least 0.
    Count,
    /// A string.
    Text,
    /// A boolean.
    Flag,
    /// Lists of names, by name.
    Names,
    /// Any JSON value.
    Any,
}

/// A keyword of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Keyword(usize);

/// The keywords that say nothing of which values are right.
const ANNOTATIONS: [&str; 3] = ["default", "readOnly", "writeOnly"];

const TABLE: &[(&str, Form)] = &[
    ("format", Form::Text),
    ("pattern", Form::Text),
    ("minLength", Form::Count),
    ("maxLength", Form::Count),
    ("minimum", Form::Number),
    ("maximum", Form::Number),
    ("exclusiveMinimum", Form::Number),
    ("exclusiveMaximum", Form::Number),
    ("multipleOf", Form::Number),
    ("minItems", Form::Count),
    ("maxItems", Form::Count),
    ("uniqueItems", Form::Flag),
    ("minProperties", Form::Count),
    ("maxProperties", Form::Count),
    ("minContains", Form::Count),
    ("maxContains", Form::Count),
    ("dependentRequired", Form::Names),
    ("readOnly", Form::Flag),
    ("writeOnly", Form::Flag),
    ("const", Form::Any),
    ("default", Form::Any),
];

impl Keyword {
    /// Every keyword of the table, in its order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..TABLE.len()).map(Self)
    }

    /// The keyword of this name.
    pub fn named(name: &str) -> Option<Self> {
        TABLE.iter().position(|row| row.0 == name).map(Self)
    }

    /// Its name in a schema.
    pub fn name(self) -> &'static str {
        TABLE.get(self.0).map_or("", |row| row.0)
    }

    /// Whether it says nothing of which values are right.
    pub fn is_annotation(self) -> bool {
        ANNOTATIONS.contains(&self.name())
    }

    /// Whether a value has the form that the keyword wants.
    pub fn admits(self, value: &Value) -> bool {
        match TABLE.get(self.0).map(|row| row.1) {
            Some(Form::Number) => value.is_number(),
            Some(Form::Count) => value.is_u64(),
            Some(Form::Text) => value.is_string(),
            Some(Form::Flag) => value.is_boolean(),
            Some(Form::Names) => value.as_object().is_some_and(|lists| lists.values().all(are_names)),
            Some(Form::Any) => true,
            None => false,
        }
    }
}

fn are_names(list: &Value) -> bool {
    list.as_array().is_some_and(|names| names.iter().all(Value::is_string))
}

/// The plain facts of one schema node, in the order of the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keywords(Vec<(Keyword, Value)>);

impl Keywords {
    /// The value of a keyword, by name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(keyword, _)| keyword.name() == name).map(|(_, value)| value)
    }

    /// The value of a keyword with a text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Value::as_str)
    }

    /// Sets a keyword, in place of an earlier value.
    pub fn set(&mut self, keyword: Keyword, value: Value) {
        self.0.retain(|(other, _)| *other != keyword);
        let place = self.0.partition_point(|(other, _)| *other < keyword);
        self.0.insert(place, (keyword, value));
    }

    /// Moves the value of one keyword to another, if it is there.
    pub(crate) fn rename(&mut self, from: &str, to: &str) {
        let place = self.0.iter().position(|(keyword, _)| keyword.name() == from);
        if let (Some(place), Some(keyword)) = (place, Keyword::named(to)) {
            let (_, value) = self.0.remove(place);
            self.set(keyword, value);
        }
    }

    /// Takes a keyword out.
    pub(crate) fn remove(&mut self, name: &str) {
        self.0.retain(|(keyword, _)| keyword.name() != name);
    }

    /// Each keyword with its value, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = (Keyword, &Value)> {
        self.0.iter().map(|(keyword, value)| (*keyword, value))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn keywords_keep_the_order_of_the_table() {
        let mut keywords = Keywords::default();
        for (name, value) in [("default", json!(null)), ("minimum", json!(1)), ("format", json!("uuid"))] {
            keywords.set(Keyword::named(name).unwrap(), value);
        }
        keywords.set(Keyword::named("minimum").unwrap(), json!(2));
        let names: Vec<_> = keywords.iter().map(|(keyword, _)| keyword.name()).collect();
        assert_eq!(names, ["format", "minimum", "default"]);
        assert_eq!(keywords.get("minimum"), Some(&json!(2)));
    }

    #[test]
    fn forms_are_checked() {
        let admits = |name, value| Keyword::named(name).unwrap().admits(&value);
        assert!(admits("minLength", json!(3)) && !admits("minLength", json!(-1)));
        assert!(admits("maximum", json!(1.5)) && !admits("maximum", json!("1")));
        assert!(!admits("uniqueItems", json!("yes")));
    }
}
