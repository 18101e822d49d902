//! The verdict against a second opinion: the canonical forms of `jsonschema`, where those can tell.

use contract::{Projection, Release, write};
use jsonschema::Draft;
use jsonschema::canonical::{self, Containment};
use serde_json::{Value, json};
use testkit::material::TURNING_RELEASES;

use super::{BUILTIN, judged, reads};

/// The longest schema, in bytes: canonical forms of larger ones take long.
const LONGEST: usize = 6 * 1024;

/// What an object that names its members is to who writes it: it has no others.
fn closed(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            members
                .iter_mut()
                .filter(|(key, _)| !["enum", "const", "default"].contains(&key.as_str()))
                .for_each(|(_, value)| closed(value));
            if members.contains_key("properties") && members.contains_key("type") {
                members.entry("additionalProperties").or_insert(json!(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(closed),
        _ => {}
    }
}

fn covers(wide: &Value, narrow: &Value) -> Option<Containment> {
    let canonical = |schema: &Value| {
        let options = canonical::options().with_draft(Draft::Draft202012).should_validate_formats(true);
        options.canonicalize(schema).ok()
    };
    canonical(wide)?.covers(&canonical(narrow)?).ok()
}

#[test]
fn canonical_forms_agree_where_they_can_tell() {
    let (mut told, mut wrong) = ([0, 0], Vec::new());
    let releases: Vec<Release> = TURNING_RELEASES.iter().map(|release| Release::known(release)).collect();
    for (name, component) in &BUILTIN.components {
        let Some(old) = releases.iter().find(|release| component.life.contains(**release)) else { continue };
        let model = write::json_schema(Projection { contract: &BUILTIN, release: *old }, name).unwrap();
        if model.to_string().len() > LONGEST {
            continue;
        }
        let verdict = judged(&BUILTIN, &reads(&model, name, "json-schema"));
        for release in releases.iter().filter(|release| component.life.contains(**release)).step_by(3) {
            let mut server = write::json_schema(Projection { contract: &BUILTIN, release: *release }, name).unwrap();
            closed(&mut server);
            let works = verdict.works.contains(*release);
            match covers(&model, &server) {
                Some(Containment::Yes) => {
                    told[0] += 1;
                    wrong.extend(
                        (!works).then(|| format!("{name} of {old} takes all of {release}: {:?}", verdict.refusals)),
                    );
                }
                Some(Containment::No) => {
                    told[1] += 1;
                    wrong.extend(works.then(|| format!("{name} of {old} does not take all of {release}")));
                }
                _ => {}
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert!(told[0] > 100 && told[1] > 20, "both answers are given: {told:?}");
}
