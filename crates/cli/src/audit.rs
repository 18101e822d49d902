//! `audit`: upstream's markers against the lives that its documents show.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use commands::Failure;
use commands::documents::files_in;
use config::{Ids, Scope};
use contract::{Contract, Release, ReleaseSet, read};
use report::{Repeats, Report};

use crate::Exit;
use crate::args::{Audit, When};
use crate::contracts::{self, Named};
use crate::output::{self, ReportOptions};
use crate::stderr::say;

/// Audits, reports, and says how it went.
pub(crate) fn run(args: &Audit, color: When) -> Result<Exit, Failure> {
    let Named { name, contract } = match args.openapi.as_slice() {
        [] => contracts::documents(&args.documents, args.output.accept.config.as_deref())?
            .named(contracts::oddities(&args.output))?,
        paths => together(paths, args)?,
    };
    let mut report = Report::new(commands::tool(), &name, contract.releases.to_string());
    report.releases_from_clients = commands::releases::from_clients(contract.releases, &contract);
    report.summary.operations = contract.operations.len() as u64;
    report.extend(::audit::audit(&contract, &name));
    let human = args.output.format == "human";
    let options = ReportOptions {
        rules: &[::audit::rules::all()],
        scope: Scope::Findings,
        ids: Ids::of([&contract]),
        repeats: if args.all { Repeats::Each } else { Repeats::Grouped },
        pictured: (&contract, ReleaseSet::NONE),
        color,
        fail_on: args.fail_on,
    };
    let exit = output::finish(&mut report, &args.output, &options)?;
    if human && !args.output.quiet {
        tell_totals(&report);
    }
    Ok(exit)
}

/// How many findings each rule has, the most first.
fn tell_totals(report: &Report) {
    let mut totals: BTreeMap<&str, (u64, &str)> = BTreeMap::new();
    for finding in report.findings() {
        let total = totals.entry(finding.rule.id()).or_insert((0, finding.severity.as_str()));
        total.0 = total.0.saturating_add(finding.count);
    }
    let mut totals: Vec<_> = totals.into_iter().collect();
    totals.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
    for (rule, (count, severity)) in totals {
        say(&format!("{count:>6}  {severity:<8} {rule}"));
    }
}

/// An OpenAPI document and the release that it is of.
struct Document {
    path: PathBuf,
    release: Release,
    contract: Contract,
    /// Why the release is not the one that the document names, if it is not.
    note: Option<String>,
}

/// The documents as one contract, and what to call it.
fn together(paths: &[PathBuf], args: &Audit) -> Result<Named, Failure> {
    let note = |what: &str| {
        if !args.output.quiet {
            say(&format!("note: {what}"));
        }
    };
    let documents = one_a_release(documents(paths, note)?, note)?;
    let name = match documents.as_slice() {
        [] => return Err(Failure::new("there is no OpenAPI document of a known release in what you named")),
        [only] => {
            note("one document does not show when anything came or went; name those of more releases");
            only.path.display().to_string()
        }
        several => format!("{} documents", several.len()),
    };
    let parts: Vec<(Release, Contract)> = documents.into_iter().map(|one| (one.release, one.contract)).collect();
    Ok(Named { name, contract: contract::timeline(&parts) })
}

/// The documents named, and those in the folders named.
fn documents(paths: &[PathBuf], note: impl Fn(&str)) -> Result<Vec<Document>, Failure> {
    let mut documents = Vec::new();
    for path in paths {
        for file in files(path)? {
            match document(&file) {
                Ok(document) => documents.push(document),
                // A folder may hold anything.
                Err(failure) if file != *path => note(&format!("passed over: {failure}")),
                Err(failure) => return Err(failure),
            }
        }
    }
    Ok(documents)
}

/// A file itself, or those in a folder by name.
fn files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    files_in(path)
}

fn document(path: &Path) -> Result<Document, Failure> {
    let bytes = fs::read(path).map_err(|error| unreadable(path, &error))?;
    let fail = |why: &dyn std::fmt::Display| Failure::new(format!("{}: {why}", path.display()));
    let contract = read::openapi(&bytes).map_err(|error| fail(&error))?.contract;
    let version = contract.version.as_deref().unwrap_or_default();
    let resolved = Release::resolve(version).map_err(|error| fail(&format!("its version: {error}")))?;
    Ok(Document { path: path.to_owned(), release: resolved.release, note: resolved.note, contract })
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("{}: cannot read: {error}", path.display()))
}

/// The documents, oldest first. One whose release is not in the table stands in for the newest known one before it, unless
/// that has a document of its own.
fn one_a_release(mut documents: Vec<Document>, note: impl Fn(&str)) -> Result<Vec<Document>, Failure> {
    documents.sort_by_key(|document| (document.release, document.note.is_some()));
    let mut kept: Vec<Document> = Vec::new();
    for document in documents {
        let path = document.path.display();
        match (kept.last().filter(|last| last.release == document.release), &document.note) {
            (Some(last), None) => {
                let (last, release) = (last.path.display(), document.release);
                return Err(Failure::new(format!("{last} and {path} are both of release {release}; name one of them")));
            }
            (Some(_), Some(why)) => note(&format!("passed over: {path}: {why}, and that has a document of its own")),
            (None, Some(why)) => {
                note(&format!("{path}: {why}"));
                kept.push(document);
            }
            (None, None) => kept.push(document),
        }
    }
    Ok(kept)
}
