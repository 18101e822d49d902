//! What a request gives for parameters: names with texts as they were sent.

use contract::{Parameter, ParameterLocation, Projection, Serialization, Structure, Style, StyleName};

use super::{Coding, Encoded, Place};
use crate::exchange::{Headers, Url};

/// A name with what stands under it.
pub(crate) type Pair<'t> = (String, Encoded<'t>);

/// The pairs of a query.
pub(in crate::check) fn query(url: &Url) -> Vec<Pair<'_>> {
    pairs(url.query().unwrap_or_default(), '&', Coding::Query)
}

/// The values of a header.
pub(in crate::check) fn header<'h>(headers: &'h Headers, name: &str) -> Vec<Pair<'h>> {
    headers.get_all(name).map(|value| (name.to_owned(), Encoded::new(value, Coding::Plain))).collect()
}

/// All cookies. What is not one text can be cut by `&` as well: OpenAPI writes it as in a query.
pub(in crate::check) fn cookies<'h>(
    headers: &'h Headers,
    parameter: &Parameter,
    view: Projection<'_>,
) -> Vec<Pair<'h>> {
    let has_parts =
        view.kinds(&parameter.property.schema).iter().any(|kind| Structure::of(*kind) != Structure::Primitive);
    let one = |value: &'h str| {
        let pieces = value.split(';').flat_map(move |piece| {
            let cut: Vec<&str> = if has_parts { piece.split('&').collect() } else { vec![piece] };
            cut.into_iter().map(str::trim)
        });
        pieces.filter_map(|piece| piece.split_once('=')).collect::<Vec<_>>()
    };
    let all = headers.get_all("cookie").flat_map(one);
    all.map(|(name, value)| (name.to_owned(), Encoded::new(value, Coding::Percent))).collect()
}

/// What a path gives for a parameter: the segment as it was sent, if the value is all of one.
pub(in crate::check) fn segment<'u>(url: &'u Url, value: &'u str) -> Encoded<'u> {
    let segments = url.path().split('/').map(|segment| Encoded::new(segment, Coding::Percent));
    let mut same = segments.filter(|segment| segment.decoded() == value);
    same.next().unwrap_or_else(|| Encoded::new(value, Coding::Plain))
}

/// Names and values, the names decoded.
pub(super) fn pairs(text: &str, delimiter: char, coding: Coding) -> Vec<Pair<'_>> {
    let pieces = text.split(delimiter).filter(|piece| !piece.is_empty());
    let one = |piece| {
        let (name, value) = str::split_once(piece, '=').unwrap_or((piece, ""));
        (Encoded::new(name, coding).decoded().into_owned(), Encoded::new(value, coding))
    };
    pieces.map(one).collect()
}

/// Those of the pairs of a place that are a parameter's own. `others` are the names that are somebody else's.
pub(in crate::check) fn of_parameter<'t>(
    view: Projection<'_>,
    parameter: &Parameter,
    pairs: &[Pair<'t>],
    others: &dyn Fn(&str) -> bool,
) -> Vec<Pair<'t>> {
    let name = &parameter.property.name;
    let own: Box<dyn Fn(&str) -> bool> = match parameter.serialized() {
        Serialization::Styled(style) if is_spread(style, parameter.place) => {
            let place = Place::of(view, &parameter.property.schema);
            Box::new(move |key| key == name || claims(style, name, &place, key, others))
        }
        _ => Box::new(move |key| key == name),
    };
    pairs.iter().filter(|(key, _)| own(key)).cloned().collect()
}

/// Whether a value can stand under other names than its own.
fn is_spread(style: Style, place: ParameterLocation) -> bool {
    let is_named = matches!(place, ParameterLocation::Query | ParameterLocation::Cookie);
    is_named && (style.name == StyleName::DeepObject || (style.name == StyleName::Form && style.explode))
}

/// Whether a key is one of those under which a value is spread.
pub(super) fn claims(style: Style, name: &str, place: &Place<'_>, key: &str, others: &dyn Fn(&str) -> bool) -> bool {
    match style.name {
        StyleName::DeepObject => key.strip_prefix(name).is_some_and(|rest| rest.starts_with('[')),
        _ if place.structures().contains(&Structure::Object) => {
            place.declares(key) || (place.names_are_free() && !others(key))
        }
        _ => false,
    }
}
