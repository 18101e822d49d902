//! Takes texts apart along a style: the rows of OpenAPI's table of style examples (3.0.3, 4.7.12.3).

use contract::{Structure, Style, StyleName};

use super::{Encoded, Pair};

/// What texts are, taken apart. Only a parameter that is given twice has more than one text.
pub(super) enum Parts<'t> {
    Primitive(Vec<Encoded<'t>>),
    Array(Vec<Encoded<'t>>),
    Object(Vec<Pair<'t>>),
}

/// What texts can be by a style, if they are of this structure: nothing where they are not written so, several where the style
/// leaves that open. All names of `given` are of this parameter.
pub(super) fn split<'p>(style: Style, name: &str, structure: Structure, given: &'p [Pair<'_>]) -> Vec<Parts<'p>> {
    match structure {
        Structure::Primitive => primitive(style, name, given).map(Parts::Primitive).into_iter().collect(),
        Structure::Array => arrays(style, name, given).into_iter().map(Parts::Array).collect(),
        Structure::Object => objects(style, name, given).into_iter().map(Parts::Object).collect(),
    }
}

/// The texts that stand under the name itself.
fn named<'p>(name: &str, given: &'p [Pair<'_>]) -> Vec<&'p Encoded<'p>> {
    given.iter().filter(|(key, _)| key == name).map(|(_, text)| text).collect()
}

fn primitive<'p>(style: Style, name: &str, given: &'p [Pair<'_>]) -> Option<Vec<Encoded<'p>>> {
    let texts = named(name, given).into_iter().map(|text| match style.name {
        StyleName::Matrix => matrix(name, text),
        StyleName::Label => text.after("."),
        _ => Some(text.clone()),
    });
    texts.collect::<Option<Vec<_>>>().filter(|texts| !texts.is_empty())
}

/// What stands behind `;name=`; nothing does where there is but `;name`.
fn matrix<'p>(name: &str, text: &'p Encoded<'_>) -> Option<Encoded<'p>> {
    text.after(&format!(";{name}=")).or_else(|| text.after(&format!(";{name}")).filter(Encoded::is_empty))
}

fn arrays<'p>(style: Style, name: &str, given: &'p [Pair<'_>]) -> Vec<Vec<Encoded<'p>>> {
    let texts = named(name, given);
    let is_repeated = matches!(style.name, StyleName::Form | StyleName::SpaceDelimited | StyleName::PipeDelimited);
    if is_repeated && style.explode {
        return if texts.is_empty() { Vec::new() } else { vec![texts.into_iter().cloned().collect()] };
    }
    if style.name == StyleName::Simple {
        // A header that comes twice is one list.
        return or_empty(texts.iter().flat_map(|text| delimited(style, name, text)).flatten().collect());
    }
    let [text] = texts.as_slice() else { return Vec::new() };
    delimited(style, name, text).into_iter().flat_map(or_empty).collect()
}

/// A list of nothing but one empty text can be an empty list as well.
fn or_empty(items: Vec<Encoded<'_>>) -> Vec<Vec<Encoded<'_>>> {
    let is_empty = matches!(items.as_slice(), [only] if only.is_empty());
    if is_empty { vec![items, Vec::new()] } else { vec![items] }
}

/// The pieces of one text.
fn delimited<'p>(style: Style, name: &str, text: &'p Encoded<'_>) -> Vec<Vec<Encoded<'p>>> {
    let owned = |items: Vec<Encoded<'_>>| items.into_iter().map(Encoded::into_owned).collect::<Vec<_>>();
    match style.name {
        StyleName::Form => vec![text.split(',')],
        StyleName::Simple => vec![owned(text.split(',').iter().map(Encoded::trimmed).collect())],
        // These two are percent-encoded more often than not.
        StyleName::SpaceDelimited => vec![owned(text.plain().split(' '))],
        StyleName::PipeDelimited => vec![owned(text.plain().split('|'))],
        StyleName::Label => {
            // The tables of OpenAPI 3.0.3 and 3.0.4 differ here; RFC 6570, which both name, has commas.
            let delimiters: &[char] = if style.explode { &['.'] } else { &[',', '.'] };
            let inner = text.after(".");
            let all = |text: &Encoded<'_>| delimiters.iter().map(|at| owned(text.split(*at))).collect();
            inner.as_ref().map(all).unwrap_or_default()
        }
        StyleName::Matrix if style.explode => {
            let Some(inner) = text.after(";") else { return Vec::new() };
            let items = inner.split(';').iter().map(|item| exploded(name, item)).collect::<Option<Vec<_>>>();
            items.into_iter().collect()
        }
        StyleName::Matrix => matrix(name, text).map(|inner| owned(inner.split(','))).into_iter().collect(),
        StyleName::DeepObject => Vec::new(),
    }
}

/// `name=item`, or `name` where the item is empty.
fn exploded(name: &str, item: &Encoded<'_>) -> Option<Encoded<'static>> {
    match item.pair() {
        Some((key, value)) => (key == name).then(|| value.into_owned()),
        None => item.after(name).filter(Encoded::is_empty).map(Encoded::into_owned),
    }
}

fn objects<'p>(style: Style, name: &str, given: &'p [Pair<'_>]) -> Vec<Vec<Pair<'p>>> {
    let texts = named(name, given);
    match style.name {
        StyleName::DeepObject => deep(name, given).into_iter().collect(),
        // What stands under the name itself is another style's.
        StyleName::Form if style.explode => {
            if texts.is_empty() {
                vec![given.to_vec()]
            } else {
                Vec::new()
            }
        }
        _ => {
            let [text] = texts.as_slice() else { return Vec::new() };
            members(style, name, text)
        }
    }
}

/// The members that one text stands for.
fn members(style: Style, name: &str, text: &Encoded<'_>) -> Vec<Vec<Pair<'static>>> {
    if style.name == StyleName::Matrix && style.explode {
        return text.after(";").and_then(|inner| pairs(&inner.split(';'))).into_iter().collect();
    }
    let lists = delimited(style, name, text);
    let read = |pieces: &Vec<Encoded<'_>>| match pieces.as_slice() {
        [only] if only.is_empty() => Some(Vec::new()),
        pieces if style.explode => pairs(pieces),
        pieces => alternating(pieces),
    };
    lists.iter().filter_map(read).collect()
}

/// `R=100`, each for itself.
fn pairs(pieces: &[Encoded<'_>]) -> Option<Vec<Pair<'static>>> {
    pieces.iter().map(|piece| piece.pair().map(|(key, value)| (key, value.into_owned()))).collect()
}

/// `R`, `100`, one after the other.
fn alternating(pieces: &[Encoded<'_>]) -> Option<Vec<Pair<'static>>> {
    let pair = |pair: &[Encoded<'_>]| match pair {
        [key, value] => Some((key.decoded().into_owned(), value.clone().into_owned())),
        _ => None,
    };
    pieces.chunks(2).map(pair).collect()
}

/// `name[R]`. What stands in further brackets stays in the key: OpenAPI says of one level only.
fn deep<'p>(name: &str, given: &'p [Pair<'_>]) -> Option<Vec<Pair<'p>>> {
    let member = |(key, text): &'p Pair<'_>| {
        let inner = key.strip_prefix(name)?.strip_prefix('[')?;
        let (member, rest) = inner.split_once(']')?;
        Some((format!("{member}{rest}"), text.clone()))
    };
    given.iter().map(member).collect()
}

/// How a style writes a value of this structure.
pub(super) fn example(style: Style, name: &str, structure: Structure) -> String {
    let (explode, kind) = (style.explode, style.name);
    let tokens: Vec<String> = match structure {
        Structure::Primitive => vec!["A".to_owned()],
        Structure::Array => ["A", "B"].map(str::to_owned).to_vec(),
        Structure::Object if kind == StyleName::DeepObject => ["A", "B"].map(|key| format!("{name}[{key}]=1")).to_vec(),
        Structure::Object if explode => ["A=1", "B=1"].map(str::to_owned).to_vec(),
        Structure::Object => ["A", "1", "B", "1"].map(str::to_owned).to_vec(),
    };
    let repeated = || tokens.iter().map(|token| format!("{name}={token}")).collect::<Vec<_>>();
    match (kind, structure) {
        (StyleName::Matrix, Structure::Object) if explode => format!(";{}", tokens.join(";")),
        (StyleName::Matrix, _) if explode => format!(";{}", repeated().join(";")),
        (StyleName::Matrix, _) => format!(";{name}={}", tokens.join(",")),
        (StyleName::Label, _) => format!(".{}", tokens.join(if explode { "." } else { "," })),
        (StyleName::Simple, _) => tokens.join(","),
        (StyleName::DeepObject, _) => tokens.join("&"),
        (_, Structure::Object) if explode => tokens.join("&"),
        (_, _) if explode => repeated().join("&"),
        (StyleName::SpaceDelimited, _) => format!("{name}={}", tokens.join("%20")),
        (StyleName::PipeDelimited, _) => format!("{name}={}", tokens.join("|")),
        (StyleName::Form, _) => format!("{name}={}", tokens.join(",")),
    }
}
