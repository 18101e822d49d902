//! What was secret once stays masked in findings.

use std::borrow::Cow;
use std::sync::Arc;

use secrets::Memory;

use crate::{Excerpt, Finding, Location};

impl Finding {
    /// Masks what is known to be secret wherever words of the traffic can be. What the contract says stays.
    pub(crate) fn mask(&mut self, memory: &Memory) {
        if memory.is_empty() {
            return;
        }
        let texts = [&mut self.message].into_iter().chain(&mut self.notes).chain(&mut self.help);
        texts.for_each(|text| mask(text, memory));
        self.subject.iter_mut().for_each(|subject| mask_shared(subject, memory));
        self.actual.iter_mut().for_each(|actual| memory.mask_value(actual));
        self.user_agents.iter_mut().for_each(|agent| mask_shared(&mut agent.name, memory));
        let locations = [&mut self.location].into_iter().chain(&mut self.counterpart);
        locations.for_each(|location| location.mask(memory));
        self.excerpt.iter_mut().for_each(|excerpt| excerpt.mask(memory));
    }
}

impl Location {
    fn mask(&mut self, memory: &Memory) {
        mask(&mut self.pointer, memory);
        self.request.iter_mut().for_each(|request| mask_shared(request, memory));
    }
}

impl Excerpt {
    /// The same part of the text stays underlined.
    fn mask(&mut self, memory: &Memory) {
        mask(&mut self.label, memory);
        let Cow::Owned(masked) = memory.mask(&self.text) else { return };
        let part = |range: std::ops::Range<usize>| self.text.get(range).unwrap_or_default();
        let (start, end) = (self.span.start, self.span.end);
        let parts = [part(0..start), part(start..end), part(end..self.text.len())];
        let [before, meant, behind] = parts.map(|part| memory.mask(part).into_owned());
        let joined = [before.as_str(), &meant, &behind].concat();
        if joined == masked {
            self.span = before.len()..before.len() + meant.len();
        } else {
            // A secret reaches over an end of what is underlined.
            self.span = 0..masked.len();
        }
        self.text = masked;
    }
}

fn mask(text: &mut String, memory: &Memory) {
    if let Cow::Owned(masked) = memory.mask(text) {
        *text = masked;
    }
}

fn mask_shared(text: &mut Arc<str>, memory: &Memory) {
    if let Cow::Owned(masked) = memory.mask(text) {
        *text = masked.into();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Part, Severity, UserAgent, test_rule};
    use serde_json::json;

    #[test]
    fn nothing_of_a_finding_shows_a_secret() {
        let mut memory = Memory::default();
        memory.learn("hunter2x");
        let mut location = Location::new("a.har", Part::ResponseBody, "/map/hunter2x");
        location.request = Some("GET /x/hunter2x".into());
        let excerpt =
            Excerpt { text: "a: hunter2x, b: 1".to_owned(), first_line: 1, span: 13..17, label: String::new() };
        let mut finding = Finding::builder(test_rule(Severity::Error), location, "`hunter2x` is not b")
            .subject("hunter2x")
            .actual(json!({"hunter2x": ["hunter2x"]}))
            .note("see hunter2x")
            .user_agents(vec![UserAgent::new("app/hunter2x", 1)])
            .help("drop hunter2x")
            .excerpt(excerpt)
            .build();
        finding.mask(&memory);
        assert!(!format!("{finding:?}").contains("hunter2x"));
        let excerpt = finding.excerpt.unwrap();
        assert_eq!(&excerpt.text[excerpt.span], "b: 1");
    }
}
