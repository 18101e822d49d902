//! Places in the client's own words.

use diff::Step;

/// The way to a place as a programmer writes it: `people[].name`; the model itself is the whole.
pub(crate) fn path(steps: &[Step], whole: &str) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Property(name) if path.is_empty() => path.push_str(name),
            Step::Property(name) => path.extend([".", name]),
            Step::Items => path.push_str("[]"),
            Step::Additional if path.is_empty() => path.push('*'),
            Step::Additional => path.push_str(".*"),
            Step::Branch(_) => {}
        }
    }
    if path.is_empty() { whole.to_owned() } else { format!("`{path}`") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_read_as_code() {
        let property = |name: &str| Step::Property(name.into());
        for (steps, expected) in [
            (vec![], "the answer"),
            (vec![property("duration")], "`duration`"),
            (vec![Step::Items, property("people"), Step::Items, property("name")], "`[].people[].name`"),
            (vec![Step::Branch("Asset".into()), property("a"), Step::Additional], "`a.*`"),
        ] {
            assert_eq!(path(&steps, "the answer"), expected);
        }
    }
}
