//! Reads how values become text, and tells what a document wants of a style that the style does not define.

use super::operation::essence;
use super::{Context, Element, Warning, members, unread};
use crate::pointer::Pointer;
use crate::{
    Additional, Contract, Encoding, Kind, Node, Parameter, ParameterLocation, Projection, Release, Schema,
    Serialization, Structure, Style, StyleName, pointers,
};

/// What a parameter says, if not what is usual at its place.
pub(super) fn parameter(value: Element<'_>, place: ParameterLocation) -> Option<Serialization> {
    let usual = Style::usual(place);
    let content = members(value.get("content")).next().map(|(name, _)| Serialization::Content(essence(name)));
    let said = content.unwrap_or_else(|| Serialization::Styled(style(value, usual)));
    Some(said).filter(|said| *said != Serialization::Styled(usual))
}

/// The same as the annotated contract writes it.
pub(super) fn annotated(property: Element<'_>, place: ParameterLocation) -> Option<Serialization> {
    let value = property.get("x-immich-serialization")?;
    Some(said(value, Style::usual(place)))
}

/// What a media type says of the fields of its form. Only what is urlencoded has styles (OpenAPI 3.0.3, 4.7.15).
pub(super) fn encodings(cx: &mut Context, media: Element<'_>, media_type: &str, at: &Pointer<'_>) -> Vec<Encoding> {
    let (key, list) = match media.get("x-immich-encoding") {
        Some(list) => ("x-immich-encoding", Some(list)),
        None => ("encoding", media.get("encoding")),
    };
    let at = at.key(key);
    let has_styles = media_type == "application/x-www-form-urlencoded";
    let one = |(property, value): (&str, Element<'_>)| {
        cx.unread_in(value, &at.key(property), unread::ENCODING);
        let is_styled = ["style", "explode", "allowReserved"].into_iter().any(|key| value.get(key).is_some());
        let serialization = match value.get("contentType").and_then(Element::as_str) {
            _ if is_styled && has_styles => Serialization::Styled(style(value, Style::of(StyleName::Form))),
            Some(media_type) => Serialization::Content(media_type.trim().to_ascii_lowercase()),
            None => return None,
        };
        Some(Encoding { property: property.to_owned(), serialization })
    };
    members(list).filter_map(one).collect()
}

fn said(value: Element<'_>, usual: Style) -> Serialization {
    let content = value.get("contentType").and_then(Element::as_str);
    content.map_or_else(|| Serialization::Styled(style(value, usual)), |name| Serialization::Content(name.to_owned()))
}

fn style(value: Element<'_>, usual: Style) -> Style {
    let flag = |key: &str| value.get(key).and_then(Element::as_bool);
    let style = value.get("style").and_then(Element::as_str).and_then(StyleName::named).map_or(usual, Style::of);
    Style {
        explode: flag("explode").unwrap_or(style.explode),
        allow_reserved: flag("allowReserved").unwrap_or(false),
        ..style
    }
}

/// A warning for each parameter of which some values are written in a way that OpenAPI does not define. Such values are
/// not checked.
pub(super) fn undefined(contract: &Contract, document: Element<'_>) -> Vec<Warning> {
    let view = Projection { contract, release: Release::latest() };
    let parameters = contract.operations.iter().flat_map(|operation| &operation.parameters);
    let undefined = |parameter: &Parameter| {
        let origin = parameter.property.origin.0?;
        Some((undefined_of(view, parameter)?, document.originating(origin)))
    };
    let (what, places): (Vec<String>, Vec<Element<'_>>) = parameters.filter_map(undefined).unzip();
    let warning = |(what, pointer)| Warning::new(pointer, format!("{what}; such a value is not checked"));
    what.into_iter().zip(pointers(&places)).map(warning).collect()
}

/// What of a parameter is not defined.
fn undefined_of(view: Projection<'_>, parameter: &Parameter) -> Option<String> {
    match parameter.serialized() {
        Serialization::Content(media_type) if is_json(&media_type) => None,
        Serialization::Content(media_type) => {
            Some(format!("the parameter {} is `{media_type}`", parameter.property.name))
        }
        Serialization::Styled(style) => {
            of_style(view, style, parameter).map(|what| format!("OpenAPI does not define {what}"))
        }
    }
}

fn of_style(view: Projection<'_>, style: Style, parameter: &Parameter) -> Option<String> {
    let (name, place) = (style.name, parameter.place);
    if !name.is_of(place) {
        return Some(format!("`style: {name}` in {}", place.name()));
    }
    let kinds = view.kinds(&parameter.property.schema);
    let undefined = kinds.iter().map(|kind| Structure::of(*kind)).find(|form| !style.defines(*form));
    if let Some(form) = undefined {
        let exploded = if style.explode { ", exploded," } else { "" };
        return Some(format!("how `style: {name}`{exploded} writes {}", form.name()));
    }
    let (outer, inner) = nested(view, &parameter.property.schema)?;
    Some(format!("how `style: {name}` writes {} in {}", inner.name(), outer.name()))
}

/// A list or an object that stands in another: no style says how it is written.
fn nested(view: Projection<'_>, schema: &Schema) -> Option<(Structure, Structure)> {
    let below = |node: &Node| {
        let inner = |schema: &Schema| {
            let mut kinds = view.kinds(schema).into_iter();
            kinds.find(|kind| matches!(kind, Kind::Array | Kind::Object)).map(Structure::of)
        };
        let additional = match &node.additional {
            Additional::Schema(schema) => inner(schema),
            Additional::Unspecified | Additional::Forbidden => None,
        };
        let item = node.items.as_deref().and_then(inner).map(|inner| (Structure::Array, inner));
        let member = view.properties(node).find_map(|property| inner(&property.schema)).or(additional);
        item.or_else(|| member.map(|inner| (Structure::Object, inner)))
    };
    view.applicable(schema).into_iter().find_map(below)
}

/// Whether a media type is JSON.
fn is_json(media_type: &str) -> bool {
    media_type == "application/json" || media_type.ends_with("+json")
}
