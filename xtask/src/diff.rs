//! `cargo xtask diff`: the contract that the models derive, held against one document of upstream, by the engine of `diff`.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use ::diff::{Options, Rows, Source};
use contract::{Projection, Release, read};
use report::{Finding, Repeats, Report, Severity, Tool};
use serde::Deserialize;

use crate::{Answer, Failure, Verdict};

/// The part of a document that names its release.
#[derive(Deserialize)]
struct Document {
    info: Info,
}

#[derive(Deserialize)]
struct Info {
    version: String,
}

/// Compares the models with the document at `path`, whose release it names itself unless `release` does.
pub(crate) fn run(path: &Path, release: Option<&str>) -> Answer {
    let derived = models::contract()?;
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let version = match release {
        Some(version) => version.to_owned(),
        None => version_of(&bytes).map_err(|error| format!("{}: {error}", path.display()))?,
    };
    let release = resolved(&version)?;
    if !derived.covers(release) {
        return Err(format!("the models speak of releases {}, not of {release}", derived.releases).into());
    }
    let place = path.display().to_string();
    let document = contract::Document::parse(bytes).map_err(|error| format!("{place}: {error}"))?;
    let read = Arc::new(read::openapi_of(&document).map_err(|error| format!("{place}: {error}"))?.contract);
    let (old, new) =
        (Projection { contract: &derived, release }, Projection { contract: &read, release: Release::latest() });
    let judgements = ::diff::judge(old, new, ::diff::changes(old, new));
    let options = Options {
        old: Source::named(format!("models at {release}")),
        new: Source { name: place.as_str().into(), written: Some((Arc::new(document), Arc::clone(&read))) },
        rows: Rows::Fact,
        releases: None,
    };
    print(&place, ::diff::findings(&judgements, &options))?;
    println!("diff: {} changes from the models to the document at {release}", judgements.len());
    Ok(if judgements.is_empty() { Verdict::Fine } else { Verdict::Failed })
}

/// Prints findings, a line each.
fn print(place: &str, findings: Vec<Finding>) -> Result<(), Failure> {
    let tool = Tool { name: "xtask".to_owned(), version: String::new() };
    let mut report = Report::new(tool, place, "");
    report.extend(findings);
    let format = report::format_named("concise").ok_or("there is no format for lines")?;
    let options = report::Options { shown_from: Severity::Note, repeats: Repeats::Each, ..report::Options::default() };
    (format.render)(&report, &options, &mut std::io::stdout().lock())?;
    Ok(())
}

fn version_of(bytes: &[u8]) -> Result<String, Failure> {
    let document: Document = serde_json::from_slice(bytes)
        .map_err(|error| format!("the document does not say its release ({error}); give it with --release"))?;
    Ok(document.info.version)
}

fn resolved(version: &str) -> Result<Release, Failure> {
    let resolved = Release::resolve(version)?;
    if let Some(note) = resolved.note {
        eprintln!("note: {note}");
    }
    Ok(resolved.release)
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::write;

    fn document(release: &str) -> tempfile::NamedTempFile {
        let contract = &models::contract().unwrap();
        let release = Release::known(release);
        let file = tempfile::NamedTempFile::new().unwrap();
        let text = write::openapi(Projection { contract, release }).to_string();
        std::io::Write::write_all(&mut file.as_file(), text.as_bytes()).unwrap();
        file
    }

    #[test]
    fn a_document_is_of_the_release_that_it_names() {
        let file = document("1.132.3");
        assert_eq!(run(file.path(), None).unwrap(), Verdict::Fine);
        assert_eq!(run(file.path(), Some("1.132.3")).unwrap(), Verdict::Fine);
        // 1.133.0 added `visibility`, which the document of 1.132.3 lacks.
        assert_eq!(run(file.path(), Some("1.133.0")).unwrap(), Verdict::Failed);
    }

    #[test]
    fn says_why_it_cannot_compare() {
        let file = document("1.132.3");
        let error = |release| run(file.path(), Some(release)).unwrap_err().to_string();
        assert_eq!(error("1.100.0"), "the models speak of releases 1.106.0 –, not of 1.100.0");
        assert!(error("next").contains("is not a release"));
        let nameless = version_of(b"{\"openapi\": \"3.0.0\"}").unwrap_err().to_string();
        assert!(nameless.ends_with("give it with --release"), "{nameless}");
    }
}
