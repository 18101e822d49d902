//! Why a file is not a model of a client's.

use contract::{Document, Position};

/// What is wrong with a schema: one line, with file and place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {}{message}", place(*.position, .pointer))]
pub struct SchemaError {
    file: String,
    position: Option<Position>,
    pointer: String,
    message: String,
}

impl SchemaError {
    /// Something about a file as a whole.
    pub(crate) fn of_file(file: &str, position: Option<Position>, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), position, pointer: String::new(), message: message.into() }
    }

    /// Something at a place of a document.
    pub(crate) fn at(file: &str, document: &Document, pointer: &str, message: impl Into<String>) -> Self {
        let position = Some(document.position(pointer));
        Self { file: file.to_owned(), position, pointer: pointer.to_owned(), message: message.into() }
    }
}

fn place(position: Option<Position>, pointer: &str) -> String {
    let position = position.map(|position| position.to_string());
    let pointer = Some(pointer).filter(|pointer| !pointer.is_empty()).map(|pointer| format!("at {pointer}"));
    let words: Vec<String> = position.into_iter().chain(pointer).collect();
    if words.is_empty() { String::new() } else { format!("{}: ", words.join(", ")) }
}

impl SchemaError {
    /// The same where it is the user who named the place, and not the document.
    pub(crate) fn about_the_name(self, fragment: &str) -> Self {
        let told =
            self.message.strip_prefix(&format!("`$ref: #{fragment}` ")).map(|rest| format!("#{fragment} {rest}"));
        Self { position: None, message: told.unwrap_or(self.message), ..self }
    }
}

/// The end of a sentence that names what is nearest to an unknown name; nothing where nothing is near.
pub(crate) fn did_you_mean<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> String {
    let near = known.map(|known| (strsim::jaro_winkler(&name.to_lowercase(), &known.to_lowercase()), known));
    let mut near: Vec<(f64, &str)> = near.filter(|(likeness, _)| *likeness > 0.8).collect();
    near.sort_by(|(one, a), (other, b)| other.total_cmp(one).then(a.cmp(b)));
    let names: Vec<&str> = near.into_iter().map(|(_, name)| name).take(3).collect();
    if names.is_empty() { String::new() } else { format!("; did you mean {}?", names.join(" or ")) }
}
