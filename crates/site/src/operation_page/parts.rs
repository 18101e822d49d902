//! The parts of an operation as rows.

use contract::{Media, Operation, Release, ReleaseSet, Response};
use lives::Piece;
use pages::Look;

use crate::catalog::Catalog;
use crate::claims::{Claims, Disagreements};
use crate::fields;
use crate::file_names::anchor;
use crate::rows::{Row, plainly};

/// The operation itself: the id and the path where those changed, and whether it is to go.
pub(super) fn whole(catalog: &Catalog<'_>, operation: &Operation, prefix: &str) -> Row {
    let said = |release: Release| {
        let is_deprecated = operation.is_deprecated_at(release);
        let look = if is_deprecated { Look::RequiredDeprecated } else { Look::Required };
        let id = (operation.ids.iter().len() > 1).then(|| operation.id_at(release).to_owned());
        let path = (operation.paths.iter().len() > 1).then(|| operation.path_at(release).to_owned());
        let gone = is_deprecated.then(|| "deprecated".to_owned());
        let words: Vec<String> = [id, path, gone].into_iter().flatten().collect();
        plainly(look, if words.is_empty() { "there".to_owned() } else { words.join(", ") })
    };
    Row::of(catalog, "Life", format!("~{prefix}whole"), operation.life, said).called_so_here()
}

/// The parameters, those in the path first, each with the values that it lists.
pub(super) fn parameters(
    catalog: &Catalog<'_>,
    disagreements: &Disagreements,
    operation: &Operation,
    prefix: &str,
) -> Vec<Row> {
    let mut parameters: Vec<_> = operation.parameters.iter().collect();
    parameters.sort_by_key(|parameter| parameter.place);
    let rows = parameters.into_iter().flat_map(|parameter| {
        let (kind, property) = (parameter.place.name(), &parameter.property);
        let place = format!("{prefix}{}", anchor(&format!("{kind}-{}", property.name)));
        let life = operation.life & property.life;
        let (method, path) = (operation.method, operation.path());
        let subject = format!("{kind} parameter {} of {method} {path}", property.name);
        let claims = Claims::of(catalog, &property.markers, life, disagreements, &subject);
        let said = |release| lives::property_at(property, release);
        let row = Row::of(catalog, &property.name, place.clone(), life, said).kind(kind).claimed(claims);
        let values = fields::values(catalog, std::iter::once((life, &property.schema)), &place);
        std::iter::once(row).chain(values.into_iter().map(Row::part))
    });
    present(rows)
}

/// Permission, ways to authenticate, and whether only administrators may.
pub(super) fn access(catalog: &Catalog<'_>, operation: &Operation, prefix: &str) -> Vec<Row> {
    let of = |name: &str, life: ReleaseSet, said: &dyn Fn(Release) -> String| {
        let said = |release| plainly(Look::Required, said(release));
        let place = format!("~{prefix}{}", name.replace(' ', "-"));
        Row::of(catalog, name, place, life & operation.life, said).called_so_here()
    };
    let permission = of("permission", operation.permission.life(), &|release| {
        operation.permission.at(release).cloned().unwrap_or_default()
    });
    let login = of("login", operation.life, &|release| ways(operation.security.at(release)));
    let admin = of("administrators only", operation.admin_only, &|_| "only administrators may call it".to_owned());
    present([permission, login, admin].into_iter())
}

/// Ways to authenticate in words.
fn ways(ways: Option<&Vec<Vec<String>>>) -> String {
    let Some(ways) = ways.filter(|ways| ways.iter().any(|way| !way.is_empty())) else {
        return "none is needed".to_owned();
    };
    let way = |way: &Vec<String>| if way.is_empty() { "none".to_owned() } else { way.join(" with ") };
    ways.iter().map(way).collect::<Vec<_>>().join(", or ")
}

/// The request body, by media type.
pub(super) fn body(catalog: &Catalog<'_>, operation: &Operation, prefix: &str) -> Vec<Row> {
    let rows = operation.body.iter().flat_map(|body| {
        body.content.iter().map(move |media| {
            let said = |release: Release| {
                let is_required = body.required.contains(release);
                let (look, must) =
                    if is_required { (Look::Required, "required, ") } else { (Look::Optional, "optional, ") };
                (look, std::iter::once(Piece::Text(must.to_owned())).chain(of(media, release)).collect())
            };
            let place = format!("~{prefix}body-{}", anchor(&media.media_type));
            Row::of(catalog, &media.media_type, place, operation.life & body.life & media.life, said)
        })
    });
    present(rows)
}

/// The responses, by status and media type, each with the headers that it promises.
pub(super) fn answers(catalog: &Catalog<'_>, operation: &Operation, prefix: &str) -> Vec<Row> {
    present(operation.responses.iter().flat_map(|response| answer(catalog, operation, response, prefix)))
}

fn answer(catalog: &Catalog<'_>, operation: &Operation, response: &Response, prefix: &str) -> Vec<Row> {
    let (status, life) = (response.status.to_string(), operation.life & response.life);
    let place = format!("~{prefix}answer-{status}");
    let with_body = response.content.iter().fold(ReleaseSet::NONE, |all, media| all | media.life);
    let empty = Row::of(catalog, &status, place.clone(), life - with_body, |_| plainly(Look::Required, "no body"));
    let media = response.content.iter().map(|media| {
        let said = |release| (Look::Required, of(media, release));
        let place = format!("{place}-{}", anchor(&media.media_type));
        Row::of(catalog, &status, place, life & media.life, said).kind(&media.media_type)
    });
    let headers = response.headers.iter().map(|header| {
        let place = format!("{place}-header-{}", anchor(&header.name));
        let said = |release| lives::property_at(header, release);
        Row::of(catalog, &header.name, place, life & header.life, said).kind("header").part()
    });
    std::iter::once(empty).chain(media).chain(headers).collect()
}

fn of(media: &Media, release: Release) -> Vec<Piece> {
    media
        .schema
        .as_ref()
        .map_or_else(|| vec![Piece::Text("anything".to_owned())], |schema| lives::pieces(schema, release))
}

/// Those that are there at some release.
fn present(rows: impl Iterator<Item = Row>) -> Vec<Row> {
    rows.filter(Row::was_ever).collect()
}
