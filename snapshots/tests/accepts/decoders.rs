//! Profiles of decoders against the decoders themselves, where they are to be had: Python packages of the interpreter that
//! `IMMICH_PYTHON` names, Zod below the folder that `IMMICH_NODE` names, and serde, which is always there.

use std::env;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use contract::{Contract, read};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{BUILTIN, judged, reads};

/// Says, past the harness, that something was not tested.
fn skipped(what: &str) {
    let _ = writeln!(io::stderr(), "skipped: {what}");
}

fn output(command: &mut Command, input: &str) -> Option<Value> {
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
    let mut child = child.ok()?;
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    serde_json::from_slice(&output.stdout).ok()
}

/// What the script of this folder prints.
fn python(args: &[&str], input: &str) -> Option<Value> {
    let interpreter = env::var_os("IMMICH_PYTHON").map_or_else(|| PathBuf::from("python3"), PathBuf::from);
    output(Command::new(interpreter).arg("-c").arg(include_str!("decoders.py")).args(args), input)
}

/// What zod says: a list of schema and cases, as the script for Python prints it.
fn zod() -> Option<Value> {
    let folder = env::var_os("IMMICH_NODE")?;
    output(Command::new("node").current_dir(folder).args(["--input-type=commonjs", "-e", include_str!("zod.js")]), "")
}

/// Members of a type, and whether the decoder fails at each of these values.
#[derive(Deserialize)]
struct Probed {
    decoder: String,
    r#type: String,
    schema: Value,
    cases: Vec<(Value, bool)>,
}

/// A server whose answers have exactly this value.
fn answering(value: &Value) -> Contract {
    let answer = json!({"type": "object", "properties": {"f": {"const": value}}, "required": ["f"]});
    let document = json!({"x-immich-covers": "..", "$defs": {"Answer": answer}});
    read::annotated(&document).unwrap().contract
}

impl Probed {
    /// Where the decoder does something else than its profile says.
    fn mistakes(&self) -> Vec<String> {
        let client = reads(&self.schema, "Answer", &self.decoder);
        let mut wrong = Vec::new();
        for (value, fails) in &self.cases {
            let verdict = judged(&answering(value), &client);
            let has = |rule: &str| verdict.refusals.iter().any(|one| one.rule() == rule);
            let refused =
                verdict.refusals.iter().any(|one| !["value-misread", "acceptance-undecided"].contains(&one.rule()));
            // No witness can be made that has just these items or members.
            let is_open = has("acceptance-undecided") && (value.is_array() || value.is_object());
            if refused != *fails && !is_open {
                let may: Vec<_> = verdict.refusals.iter().map(|one| (one.rule(), one.may())).collect();
                wrong.push(format!("{} {}: {value}: it fails: {fails}, we say {may:?}", self.decoder, self.r#type));
            }
        }
        wrong
    }
}

fn assert_probes(probes: Value) {
    let probes: Vec<Probed> = serde_json::from_value(probes).unwrap();
    assert_as_we_say(&probes);
}

fn assert_as_we_say(probes: &[Probed]) {
    let mistakes: Vec<String> = probes.iter().flat_map(Probed::mistakes).collect();
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
}

#[test]
fn decoders_of_python_fail_where_their_profiles_say() {
    match python(&["probe"], "").filter(|found| found.as_array().is_some_and(|found| !found.is_empty())) {
        Some(found) => assert_probes(found),
        None => skipped("no Python with mashumaro, pydantic or msgspec; IMMICH_PYTHON names one"),
    }
}

#[test]
fn zod_fails_where_its_profile_says() {
    match zod() {
        Some(found) => assert_probes(found),
        None => skipped("no Zod; IMMICH_NODE names a folder with it in node_modules"),
    }
}

#[test]
fn serde_fails_where_its_profile_says() {
    fn probe<T: serde::de::DeserializeOwned + schemars::JsonSchema>(name: &str) -> Probed {
        #[derive(Deserialize, schemars::JsonSchema)]
        struct Model<T> {
            #[serde(rename = "f")]
            _f: T,
        }
        let values = [
            json!(null),
            json!(true),
            json!(0),
            json!(3),
            json!(1.5),
            json!("text"),
            json!("12"),
            json!([]),
            json!([1]),
            json!({}),
        ];
        let fails = |value: &Value| serde_json::from_value::<Model<T>>(json!({ "f": value })).is_err();
        let cases = values.into_iter().map(|value| (value.clone(), fails(&value))).collect();
        let schema = schemars::schema_for!(Model<T>).to_value();
        Probed { decoder: "serde".to_owned(), r#type: name.to_owned(), schema, cases }
    }
    assert_as_we_say(&[
        probe::<String>("String"),
        probe::<i64>("i64"),
        probe::<u32>("u32"),
        probe::<f64>("f64"),
        probe::<bool>("bool"),
        probe::<Option<String>>("Option"),
        probe::<Vec<i64>>("Vec"),
    ]);
}

/// A model of a client's, its schema as the library exports it, and its real decoder.
fn holds_for(model: &str, decoder: &str) {
    let Some(schema) = python(&["schema", model], "").filter(Value::is_object) else {
        return skipped(&format!("no Python with {model}; IMMICH_PYTHON names one"));
    };
    let client = reads(&schema, "AssetResponseDto", decoder);
    let verdict = judged(&BUILTIN, &client);
    let shown: Vec<&accepts::Refusal> = verdict.refusals.iter().filter(|one| one.witness().is_some()).collect();
    let texts: Vec<String> = shown.iter().map(|one| one.witness().unwrap().value.to_string()).collect();
    let errors = python(&["decode", model], &json!(texts).to_string()).unwrap();
    let errors: Vec<Option<String>> = serde_json::from_value(errors).unwrap();
    assert!(shown.len() > 4 && errors.len() == shown.len(), "{model}: {verdict:?}");
    for ((refusal, error), text) in shown.iter().zip(errors).zip(texts) {
        let (place, raised) = (refusal.place(), error.unwrap_or_default());
        let names = |one: &accepts::Refusal| raised.contains(one.place().trim_matches('`').rsplit('.').next().unwrap());
        if refusal.rule() == "value-misread" {
            // What else is not taken at the release may be missing, and that is what it then fails at.
            let first = refusal.releases().first().unwrap();
            let others = shown.iter().filter(|one| one.rule() != "value-misread" && one.releases().contains(first));
            let is_other = raised.is_empty() || others.clone().any(|one| names(one));
            assert!(is_other && !names(refusal), "{model}: {place} is let through: {raised}: {text}");
        } else {
            assert!(names(refusal), "{model}: {place} fails: {raised:?}: {text}");
        }
    }
}

#[test]
fn aioimmich_fails_where_we_say() {
    holds_for("aioimmich", "mashumaro");
}

#[test]
fn immichpy_fails_where_we_say() {
    holds_for("immichpy", "pydantic");
}
