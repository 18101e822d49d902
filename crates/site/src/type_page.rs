//! A page for each type: its fields and values, each with its life, and who uses it.

use askama::Template;
use contract::Component;
use pages::Look;

use crate::Write;
use crate::catalog::Catalog;
use crate::claims::Disagreements;
use crate::fields::{self, Field};
use crate::frame::{Frame, rendered};
use crate::rows::{Row, Rows};
use crate::search::Entry;
use crate::usage::{Usage, User};

#[derive(Template)]
#[template(path = "type.html")]
struct TypePage<'p> {
    frame: Frame<'p>,
    name: &'p str,
    is_observed: bool,
    gone: Option<&'static str>,
    axis: String,
    whole: Rows,
    sections: Vec<Section>,
    used_in: Vec<User>,
    used_by: Vec<User>,
    reached_by: Vec<User>,
}

/// Rows under a heading.
struct Section {
    heading: &'static str,
    place: &'static str,
    count: usize,
    rows: Rows,
}

/// The pages of types that were written.
pub(crate) struct Types {
    pub(crate) pages: usize,
    pub(crate) entries: Vec<Entry>,
}

/// Writes the page of each type.
pub(crate) fn write<E>(
    catalog: &Catalog<'_>,
    usage: &Usage<'_>,
    disagreements: &Disagreements,
    write: Write<'_, E>,
) -> Result<Types, E> {
    let mut types = Types { pages: 0, entries: Vec::new() };
    for (name, component) in &catalog.contract.components {
        let Some(path) = catalog.type_page(name) else { continue };
        let (page, entry) = page(catalog, usage, disagreements, (name, component));
        write(&path, &rendered(&page))?;
        types.pages += 1;
        types.entries.push(Entry { page: path, ..entry });
    }
    Ok(types)
}

fn page<'p>(
    catalog: &'p Catalog<'_>,
    usage: &Usage<'_>,
    disagreements: &Disagreements,
    (name, component): (&'p str, &'p Component),
) -> (TypePage<'p>, Entry) {
    let whole = Row::of(catalog, "Life", "~whole".to_owned(), component.life, |release| {
        (Look::Required, lives::pieces(&component.schema, release))
    });
    let whole = whole.called_so_here();
    let values = fields::values(catalog, std::iter::once((component.life, &component.schema)), "");
    let known = fields::fields(&component.schema, component.life);
    let (there, gone): (Vec<Field<'_>>, Vec<Field<'_>>) =
        known.into_iter().partition(|field| catalog.gone(field.life()).is_none_or(|gone| Some(gone) == whole.gone()));
    let rows = |fields: Vec<Field<'_>>| -> Vec<Row> {
        fields.iter().flat_map(|field| field.rows(catalog, disagreements, name)).filter(Row::was_ever).collect()
    };
    let sections = [("Values", "~values", values), ("Fields", "~fields", rows(there)), ("Gone", "~gone", rows(gone))];
    let entry = Entry {
        kind: "type",
        name: name.to_owned(),
        span: whole.span.clone(),
        parts: sections.iter().flat_map(|(_, _, rows)| rows.iter().map(Row::entry)).collect(),
        ..Entry::default()
    };
    let (users, gone) = (usage.users(name), whole.gone());
    let page = TypePage {
        frame: Frame::in_folder(catalog, name),
        name,
        is_observed: component.observed,
        gone,
        axis: catalog.axis_picture(),
        whole: Rows { rows: vec![whole.within(gone)] },
        sections: sections.into_iter().filter_map(|section| Section::of(gone, section)).collect(),
        used_in: users.map(|users| users.fields(catalog)).unwrap_or_default(),
        used_by: users.map(|users| users.operations(catalog)).unwrap_or_default(),
        reached_by: users.map(|users| users.reached(catalog)).unwrap_or_default(),
    };
    (page, entry)
}

impl Section {
    /// Rows of a type that is gone since then; nothing where there is none.
    fn of(gone: Option<&'static str>, (heading, place, rows): (&'static str, &'static str, Vec<Row>)) -> Option<Self> {
        let count = rows.iter().filter(|row| !row.is_part).count();
        (count > 0).then(|| Self {
            heading,
            place,
            count,
            rows: Rows { rows: rows.into_iter().map(|row| row.within(gone)).collect() },
        })
    }
}
