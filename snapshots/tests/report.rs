//! How the corpus of findings looks in each format.
#![expect(clippy::unwrap_used, reason = "a helper of tests stops like a test")]

#[path = "../../crates/report/tests/formats/corpus.rs"]
mod corpus;

use report::{Color, FORMATS, Options, Repeats, Severity, format_named};

/// Compares the corpus with the golden file `name`: a format, with what is special about the options behind a `_`.
fn look(name: &str, options: Options) {
    let format = name.split('_').next().and_then(format_named).unwrap();
    let mut out = Vec::new();
    (format.render)(&corpus::report(), &options, &mut out).unwrap();
    insta::assert_snapshot!(name, without_styles(&String::from_utf8(out).unwrap()));
}

/// A page without its styles and their hash, which are reviewed where they stand.
fn without_styles(text: &str) -> String {
    let Some((head, rest)) = text.split_once("<style>") else { return text.to_owned() };
    let (_, body) = rest.split_once("</style>").unwrap();
    let (before, after) = head.split_once("'sha256-").unwrap();
    let (_, after) = after.split_once('\'').unwrap();
    format!("{before}'sha256-…'{after}<style>…</style>{body}")
}

#[test]
fn each_format_by_default() {
    for format in FORMATS {
        look(format.name, Options::default());
    }
}

#[test]
fn human_with_each_finding_and_notes() {
    look("human_each", Options { repeats: Repeats::Each, shown_from: Severity::Note, ..Options::default() });
}

#[test]
fn human_on_a_narrow_terminal() {
    look("human_narrow", Options { width: 40, ..Options::default() });
}

#[test]
fn concise_with_each_finding() {
    look("concise_each", Options { repeats: Repeats::Each, shown_from: Severity::Note, ..Options::default() });
}

#[test]
fn human_in_color() {
    look("human_color", Options { color: Color::Always, ..Options::default() });
}
