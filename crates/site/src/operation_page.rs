//! A page for each id of an operation: what may be asked, what is answered, and when.

mod parts;

use askama::Template;
use contract::Operation;

use crate::Write;
use crate::catalog::{Catalog, Named};
use crate::claims::{Claims, Disagreements};
use crate::file_names::anchor;
use crate::frame::{Frame, rendered};
use crate::rows::{Link, Row, Rows};
use crate::search::Entry;

#[derive(Template)]
#[template(path = "operation.html")]
struct OperationPage<'p> {
    frame: Frame<'p>,
    id: &'p str,
    routes: Vec<Route>,
    before: Vec<Before>,
}

/// One operation of the id.
struct Route {
    method: String,
    path: String,
    place: String,
    is_callback: bool,
    gone: Option<&'static str>,
    tags: Vec<Link>,
    other_ids: Vec<(Link, String)>,
    axis: String,
    sections: Vec<Section>,
}

/// Rows under a heading.
struct Section {
    heading: &'static str,
    rows: Rows,
}

/// An operation that had the id before.
struct Before {
    span: String,
    route: String,
    now: Link,
}

/// The pages of operations that were written.
pub(crate) struct Operations {
    pub(crate) pages: usize,
    pub(crate) entries: Vec<Entry>,
}

/// Writes the page of each id.
pub(crate) fn write<E>(
    catalog: &Catalog<'_>,
    disagreements: &Disagreements,
    write: Write<'_, E>,
) -> Result<Operations, E> {
    let mut operations = Operations { pages: 0, entries: Vec::new() };
    for (id, named) in &catalog.ids {
        let Some(path) = catalog.operation_page(id) else { continue };
        let (page, entry) = page(catalog, disagreements, id, named);
        write(&path, &rendered(&page))?;
        operations.pages += 1;
        operations.entries.push(Entry { page: path, ..entry });
    }
    Ok(operations)
}

fn page<'p>(
    catalog: &'p Catalog<'_>,
    disagreements: &Disagreements,
    id: &'p str,
    named: &Named<'_>,
) -> (OperationPage<'p>, Entry) {
    let mut entry = Entry { kind: "operation", name: id.to_owned(), ..Entry::default() };
    let mut life = contract::ReleaseSet::NONE;
    let mut routes = Vec::new();
    for (position, operation) in named.now.iter().enumerate() {
        life = life | operation.life;
        entry.names.extend(operation.paths.iter().map(|(_, path)| format!("{} {path}", operation.method)));
        // Places of a second operation have its number before them; those of the first stay when it comes.
        let prefix = if position == 0 { String::new() } else { format!("{}.", position + 1) };
        let (route, parts) = route(catalog, disagreements, operation, &prefix);
        entry.parts.extend(parts);
        routes.push(route);
    }
    let before = named.before.iter().map(|operation| before(catalog, id, operation)).collect();
    if named.now.is_empty() {
        life = named.before.iter().fold(life, |all, operation| all | operation.life_as(id));
        entry.names.extend(named.before.iter().map(|operation| format!("{} {}", operation.method, operation.path())));
    }
    entry.span = catalog.span(life);
    let frame = Frame::in_folder(catalog, id);
    (OperationPage { frame, id, routes, before }, entry)
}

fn before(catalog: &Catalog<'_>, id: &str, operation: &Operation) -> Before {
    Before {
        span: catalog.alive(operation.life_as(id)).to_string(),
        route: format!("{} {}", operation.method, operation.path()),
        now: Link::new(operation.id(), catalog.operation_page(operation.id())),
    }
}

fn route(
    catalog: &Catalog<'_>,
    disagreements: &Disagreements,
    operation: &Operation,
    prefix: &str,
) -> (Route, Vec<crate::search::Part>) {
    let claims = Claims::of(
        catalog,
        &operation.markers,
        operation.life,
        disagreements,
        &format!("{} {}", operation.method, operation.path()),
    );
    let whole = parts::whole(catalog, operation, prefix).claimed(claims);
    let parameters = parts::parameters(catalog, disagreements, operation, prefix);
    let found = parameters.iter().map(Row::entry).collect();
    let sections = [
        ("", vec![whole]),
        ("Who may call it", parts::access(catalog, operation, prefix)),
        ("Parameters", parameters),
        ("Body", parts::body(catalog, operation, prefix)),
        ("Answers", parts::answers(catalog, operation, prefix)),
    ];
    let gone = catalog.gone(operation.life);
    let section = |(heading, rows): (&'static str, Vec<Row>)| {
        let rows: Vec<Row> = rows.into_iter().map(|row| row.within(gone)).collect();
        (!rows.is_empty()).then_some(Section { heading, rows: Rows { rows } })
    };
    let route = Route {
        method: operation.method.to_string(),
        path: operation.path().to_owned(),
        place: format!("~{prefix}route"),
        is_callback: catalog.contract.callbacks.iter().any(|callback| std::ptr::eq(callback, operation)),
        gone,
        tags: tags(operation).map(|tag| Link::new(tag, Some(format!("operations.html#{}", anchor(tag))))).collect(),
        other_ids: other_ids(catalog, operation),
        axis: catalog.axis_picture(),
        sections: sections.into_iter().filter_map(section).collect(),
    };
    (route, found)
}

/// The newest tags.
fn tags(operation: &Operation) -> impl Iterator<Item = &str> {
    operation.tags.newest().into_iter().flatten().map(String::as_str)
}

fn other_ids(catalog: &Catalog<'_>, operation: &Operation) -> Vec<(Link, String)> {
    let others = operation.ids.iter().filter(|(_, id)| *id != operation.id());
    let other = |(_, id): (_, &String)| {
        (Link::new(id, catalog.operation_page(id)), catalog.alive(operation.life_as(id)).to_string())
    };
    others.map(other).collect()
}
