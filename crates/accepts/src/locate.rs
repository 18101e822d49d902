//! Where in a client's schema a place stands.

use contract::Element;
use contract::pointer::escape;
use diff::Step;

use crate::schema::Source;

/// How many schemas are looked at for one step.
const MOST: usize = 256;

/// The pointer of what a schema says of a place, or of what is nearest to it there.
pub(crate) fn pointer(source: &Source, steps: &[Step]) -> String {
    let mut at = source.pointer().to_owned();
    for step in steps {
        match next(source, &at, step) {
            Some(next) => at = next,
            // What is not named is where it would be.
            None if matches!(step, Step::Branch(_)) => {}
            None => break,
        }
    }
    at
}

/// The pointer one step further, through references and the parts and branches of a schema.
fn next(source: &Source, at: &str, step: &Step) -> Option<String> {
    let key = match step {
        Step::Property(name) => format!("/properties/{}", escape(name)),
        Step::Items => "/items".to_owned(),
        Step::Additional => "/additionalProperties".to_owned(),
        Step::Branch(_) => return None,
    };
    let mut open = vec![at.to_owned()];
    let mut met = 0;
    while let Some(pointer) = open.pop().filter(|_| met < MOST) {
        met += 1;
        let schema = source.element(&pointer)?;
        let below = format!("{pointer}{key}");
        if source.element(&below).is_some_and(Element::is_object) {
            return Some(below);
        }
        for list in ["oneOf", "anyOf", "allOf"] {
            let parts = schema.get(list).into_iter().flat_map(Element::items).enumerate();
            open.extend(parts.map(|(index, _)| format!("{pointer}/{list}/{index}")));
        }
        let reference = schema.get("$ref").and_then(Element::as_str);
        open.extend(reference.and_then(|reference| source.target(reference, &pointer).ok()));
    }
    None
}
