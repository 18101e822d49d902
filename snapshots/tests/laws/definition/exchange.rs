//! What is to be found in the parameters and the JSON bodies of an exchange.

use std::collections::BTreeSet;

use contract::pointer::escape;
use contract::{Credential, Kind, Media, Node, Operation, ParameterLocation as In, Projection, Property, Schema};
use report::{Part, Severity};
use serde_json::{Number, Value};
use testkit::exchange::{Body, Exchange, Response, media_type};

use super::{Definition, Expected, Fact, is_to_come, judged};

/// What the parts tell, of an exchange that is surely of this operation.
pub(crate) fn of_exchange(
    definition: &mut Definition,
    operation: &'static Operation,
    exchange: &Exchange,
) -> Vec<Expected> {
    let request = &exchange.request;
    // What the server refused is what the client did wrong, and known.
    let is_refused = exchange.response.as_ref().is_some_and(|response| (400..500).contains(&response.status));
    let worst = if is_refused { Severity::Note } else { Severity::Error };
    let mut found = Vec::new();
    let path = judged(definition.of_path(operation, &request.path), Part::RequestPath, worst);
    found.extend(path);
    found.extend(judged(definition.of_query(operation, &request.query), Part::RequestQuery, worst));
    found.extend(judged(definition.of_headers(operation, &request.headers), Part::RequestHeader, worst));
    found.extend(judged(definition.of_request_body(operation, exchange), Part::RequestBody, worst));
    let answer = exchange.response.iter().flat_map(|response| definition.of_answer(operation, response));
    found.extend(judged(answer.collect::<Vec<_>>(), Part::ResponseBody, Severity::Error));
    found
}

type Pairs = [(String, String)];

impl Definition {
    fn alive(&self, operation: &'static Operation, place: In) -> Vec<&'static Property> {
        let release = self.view.release;
        operation.parameters_in(place).filter(|property| property.life.contains(release)).collect()
    }

    /// The parameters of a path are read by its template, whether they live or not.
    fn of_path(&mut self, operation: &'static Operation, path: &str) -> Vec<Fact> {
        let path = path.strip_prefix(testkit::exchange::BASE_PATH).unwrap();
        let pairs: Vec<_> = operation.path_at(self.view.release).split('/').zip(path.split('/')).collect();
        let mut facts = Vec::new();
        for (template, segment) in pairs {
            let named = |property: &&Property| template == format!("{{{}}}", property.name);
            let text = percent_encoding::percent_decode_str(segment).decode_utf8_lossy();
            let property = operation.parameters_in(In::Path).find(named);
            facts.extend(property.into_iter().flat_map(|property| self.of_parameter(property, &[&text])));
        }
        facts
    }

    fn of_query(&mut self, operation: &'static Operation, query: &Pairs) -> Vec<Fact> {
        let mut facts = Vec::new();
        for property in self.alive(operation, In::Query) {
            let named = query.iter().filter(|(name, _)| *name == property.name);
            facts.extend(self.of_given(property, &named.map(|(_, text)| text.as_str()).collect::<Vec<_>>()));
        }
        let names: BTreeSet<&str> = query.iter().map(|(name, _)| name.as_str()).collect();
        for name in names.into_iter().filter(|name| !self.is_credential(name)) {
            let known = operation.parameters_in(In::Query).find(|property| property.name == name);
            let fact = match known {
                Some(property) if property.life.contains(self.view.release) => continue,
                Some(property) if is_to_come(self.view, property) => "parameter-not-yet-added",
                Some(_) => "parameter-removed",
                None => "parameter-undeclared",
            };
            facts.push(of_name(fact, name));
        }
        facts
    }

    fn is_credential(&self, name: &str) -> bool {
        let mut schemes = self.view.contract.security_schemes.values();
        schemes.any(|scheme| scheme.credential == Credential::Query(name.to_owned()))
    }

    fn of_headers(&mut self, operation: &'static Operation, headers: &Pairs) -> Vec<Fact> {
        let mut facts = Vec::new();
        for property in self.alive(operation, In::Header) {
            let named = headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case(&property.name));
            facts.extend(self.of_given(property, &named.map(|(_, text)| text.as_str()).collect::<Vec<_>>()));
        }
        facts
    }

    /// A parameter that lives, with the texts that it was given.
    fn of_given(&mut self, property: &'static Property, texts: &[&str]) -> Vec<Fact> {
        match texts.is_empty() {
            true if property.required.contains(self.view.release) => vec![of_name("parameter-missing", &property.name)],
            true => Vec::new(),
            false => self.of_parameter(property, texts),
        }
    }

    fn of_parameter(&mut self, property: &'static Property, texts: &[&str]) -> Vec<Fact> {
        let value = typed(self.view, &property.schema, texts);
        let facts = self.of_value(&property.schema, &value).into_iter();
        let prefix = format!("/{}", escape(&property.name));
        let facts = facts.map(|fact| Fact { pointer: format!("{prefix}{}", fact.pointer), ..fact });
        let deprecated = property.is_deprecated_at(self.view.release);
        facts.chain(deprecated.then(|| of_name("parameter-deprecated", &property.name))).collect()
    }

    fn of_request_body(&mut self, operation: &'static Operation, exchange: &Exchange) -> Vec<Fact> {
        let documented = operation.body.as_ref().filter(|body| body.life.contains(self.view.release));
        let content = documented.map_or(&[][..], |body| &body.content);
        self.of_body_of(content, &exchange.request.headers, &exchange.request.body)
    }

    /// Whether the body of a request is a form, of which the definition says nothing.
    pub(crate) fn is_form(&self, operation: &'static Operation, exchange: &Exchange) -> bool {
        let content = operation.body.as_ref().map_or(&[][..], |body| &body.content);
        media(self.view, content, &exchange.request.headers).is_some_and(|media| !is_json(&media.media_type))
    }

    fn of_answer(&mut self, operation: &'static Operation, response: &Response) -> Vec<Fact> {
        let documented = operation.response(response.status).filter(|one| one.life.contains(self.view.release));
        let content = documented.map_or(&[][..], |documented| &documented.content);
        self.of_body_of(content, &response.headers, &response.body)
    }

    /// A body, where it is of a documented type and that is JSON.
    fn of_body_of(&mut self, content: &'static [Media], headers: &Pairs, body: &Body) -> Vec<Fact> {
        let Some(media) = media(self.view, content, headers).filter(|media| is_json(&media.media_type)) else {
            return Vec::new();
        };
        let text = match body {
            Body::Base64(_) => Some("\u{fffd}".to_owned()),
            Body::Fields(_) => Some("a=b".to_owned()),
            body => body.json_text().filter(|text| !text.is_empty()),
        };
        let (Some(schema), Some(text)) = (&media.schema, text) else { return Vec::new() };
        self.of_json(schema, &text)
    }
}

/// The documented media type of a body; the first where the message does not say its type.
fn media(view: Projection<'static>, content: &'static [Media], headers: &Pairs) -> Option<&'static Media> {
    let mut alive = content.iter().filter(|media| media.life.contains(view.release));
    let Some(said) = media_type(headers).filter(|name| name.contains('/')) else { return alive.next() };
    let said = said.trim().to_ascii_lowercase();
    alive.find(|media| match media.media_type.strip_suffix("/*") {
        Some("*") => true,
        Some(group) => said.split('/').next() == Some(group),
        None => media.media_type == said,
    })
}

fn is_json(media_type: &str) -> bool {
    media_type == "application/json" || media_type.ends_with("+json")
}

fn of_name(fact: &'static str, name: &str) -> Fact {
    Fact { name: fact, pointer: format!("/{}", escape(name)), components: Vec::new() }
}

/// The value that texts stand for: numbers and truth values where the schema names such a type and the text can be read
/// as one, else strings; a list where the schema names one, or where there are several.
fn typed(view: Projection<'static>, schema: &'static Schema, texts: &[&str]) -> Value {
    let nodes = all_of(view, schema);
    let items = nodes.iter().filter_map(|node| node.items.as_deref()).flat_map(|items| all_of(view, items));
    let items: Vec<&Node> = items.collect();
    let is_list = nodes.iter().any(|node| node.kind == Some(Kind::Array));
    match texts {
        _ if is_list => texts.iter().map(|text| single(&items, text)).collect(),
        [text] => single(&nodes, text),
        _ => texts.iter().map(|text| single(&nodes, text)).collect(),
    }
}

/// A node and what it refers to. Parameters have no alternatives in any document.
fn all_of(view: Projection<'static>, schema: &'static Schema) -> Vec<&'static Node> {
    let node = schema.at(view.release).into_iter();
    let more = |node: &'static Node| {
        assert!(node.any_of.is_empty() && node.one_of.is_empty(), "a parameter with alternatives: {node:?}");
        let named = node.reference.iter().filter_map(move |name| view.contract.component(name));
        let schemas = named.map(|component| &component.schema).chain(&node.all_of);
        std::iter::once(node).chain(schemas.flat_map(move |schema| all_of(view, schema))).collect::<Vec<_>>()
    };
    node.flat_map(more).collect()
}

fn single(nodes: &[&Node], text: &str) -> Value {
    let read = nodes.iter().find_map(|node| match node.kind? {
        Kind::Integer | Kind::Number => serde_json::from_str::<Number>(text).ok().map(Value::Number),
        Kind::Boolean => text.parse::<bool>().ok().map(Value::Bool),
        _ => None,
    });
    read.unwrap_or_else(|| Value::from(text))
}
