//! What the user accepts: the configuration and baselines that the command line names or the folder holds.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use config::{Baseline, Config, Ids, Knowing, Scope, Suppressing};
use report::{Acceptance, Acceptor, Finding, Report, Rule};

use crate::args::Output;
use crate::rules;
use crate::stderr::say;
use crate::writing::{Ready, ready};
use commands::Failure;

/// Takes out of the report what the user accepts: see [`Accepted::take_out`].
pub(crate) fn take_out(
    report: &mut Report,
    output: &Output,
    scope: Scope,
    ids: &Ids,
) -> Result<Option<Ready>, Failure> {
    Accepted::read(output, ids)?.take_out(report, scope)
}

/// What the user accepts.
pub(crate) struct Accepted<'a> {
    config: Config,
    baseline: Option<(&'a PathBuf, Baseline)>,
    output: &'a Output,
}

impl<'a> Accepted<'a> {
    /// Reads it.
    pub(crate) fn read(output: &'a Output, ids: &Ids) -> Result<Self, Failure> {
        Ok(Self { config: configuration(output)?.with_ids(ids.clone()), baseline: known(output)?, output })
    }

    /// Takes out of the report what is accepted, and adds what there is to say of suppressions. Answers the baseline if
    /// one is asked for.
    pub(crate) fn take_out(&self, report: &mut Report, scope: Scope) -> Result<Option<Ready>, Failure> {
        self.config.apply(report, scope, config::today());
        if let Some(path) = &self.output.accept.write_baseline {
            let standing: Vec<Finding> = report.findings().iter().filter(|one| !is_of_config(one)).cloned().collect();
            let (now, text) = Baseline::of(&standing);
            let written = ready(path, |file| file.write_all(text.as_bytes()));
            now.apply(report);
            let failure = |error: std::io::Error| Failure::writing(&path.display().to_string(), &error);
            return written.map(Some).map_err(failure);
        }
        if let Some((_, baseline)) = &self.baseline {
            self.tell_gone(baseline.apply(report));
        }
        Ok(None)
    }

    /// Holds findings against it as they come.
    pub(crate) fn one_by_one(&self, scope: Scope) -> OneByOne<'_> {
        let knowing = self.baseline.as_ref().map(|(_, baseline)| baseline.knowing());
        OneByOne { accepted: self, suppressing: Some(self.config.suppressing(scope, config::today())), knowing }
    }

    fn tell_gone(&self, gone: usize) {
        if let (1.., false, Some((path, _))) = (gone, self.output.quiet, &self.baseline) {
            let path = path.display();
            say(&format!("note: {gone} findings in {path} no longer stand; --write-baseline {path} takes them out"));
        }
    }
}

/// What the user accepts, held against findings as they come: first suppressions, then the baseline.
pub(crate) struct OneByOne<'a> {
    accepted: &'a Accepted<'a>,
    /// Until all findings have come.
    suppressing: Option<Suppressing<'a>>,
    knowing: Option<Knowing<'a>>,
}

impl Acceptor for OneByOne<'_> {
    fn judge(&self, finding: &mut Finding) {
        self.accepted.config.judge(finding);
    }

    fn accepts(&mut self, finding: &Finding) -> Option<Acceptance> {
        let suppressed = self.suppressing.as_mut().and_then(|suppressing| suppressing.accepts(finding));
        suppressed.or_else(|| self.knowing.as_mut()?.accepts(finding))
    }

    fn rest(&mut self, rules: &[&'static Rule]) -> Vec<Finding> {
        self.suppressing.take().map(|suppressing| suppressing.complaints(rules)).unwrap_or_default()
    }
}

impl OneByOne<'_> {
    /// Tells what no longer stands, once all findings have come.
    pub(crate) fn tell_gone(&self) {
        self.accepted.tell_gone(self.knowing.as_ref().map_or(0, Knowing::gone));
    }
}

/// Whether there is neither a configuration nor a baseline.
pub(crate) fn is_nothing(output: &Output) -> bool {
    let accept = &output.accept;
    let named = accept.config.is_some() || accept.baseline.is_some() || accept.write_baseline.is_some();
    !named && env::current_dir().is_ok_and(|folder| config::find(&folder).is_none())
}

/// What a baseline never accepts: complaints about the configuration.
fn is_of_config(finding: &Finding) -> bool {
    config::rules::all().get(finding.rule.id()).is_some()
}

/// The documents that the configuration names, each with the folder that its path begins in. Without a configuration that is
/// named, it is the one that the folder holds.
pub(crate) fn named_documents(config: Option<&Path>) -> Result<Vec<(PathBuf, String)>, Failure> {
    let Some(path) = file(config) else { return Ok(Vec::new()) };
    let named = config::documents(&shown(&path), &text_of(&path)?);
    let folder = path.parent().map(Path::to_owned).unwrap_or_default();
    let named = named.map_err(|error| Failure::new(error.to_string()))?;
    Ok(named.into_iter().map(|name| (folder.clone(), name)).collect())
}

/// The configuration: the one that is named, or else the one that the folder holds.
fn file(named: Option<&Path>) -> Option<PathBuf> {
    let found = || env::current_dir().ok().and_then(|folder| config::find(&folder));
    named.map(Path::to_owned).or_else(found)
}

fn configuration(output: &Output) -> Result<Config, Failure> {
    located(output).map(|(config, _)| config)
}

/// The configuration, and the folder in which it lies.
pub(crate) fn located(output: &Output) -> Result<(Config, PathBuf), Failure> {
    let Some(path) = file(output.accept.config.as_deref()) else { return Ok(Default::default()) };
    let text = text_of(&path)?;
    let config = Config::read(&shown(&path), &text, &rules::named).map_err(|error| Failure::new(error.to_string()))?;
    Ok((config, Path::new(&shown(&path)).parent().map(Path::to_path_buf).unwrap_or_default()))
}

fn known(output: &Output) -> Result<Option<(&PathBuf, Baseline)>, Failure> {
    let Some(path) = &output.accept.baseline else { return Ok(None) };
    let baseline = Baseline::read(&path.display().to_string(), &text_of(path)?);
    Ok(Some((path, baseline.map_err(|error| Failure::new(error.to_string()))?)))
}

fn text_of(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::of(path.display(), format_args!("cannot read: {error}")))
}

/// The path as the user would name it: from the folder where the program runs.
fn shown(path: &Path) -> String {
    let folder = env::current_dir().unwrap_or_default();
    path.strip_prefix(folder).unwrap_or(path).display().to_string()
}
