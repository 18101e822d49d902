//! `identify`: which releases can have written this?

mod human;
mod json;

use std::ops::ControlFlow;
use std::sync::Arc;

use contract::{Contract, ReleaseSet};
use validator::assess::{Answer, AnswerLog, Identifier, Misfit, Misfits, Tally, UnknownName, Verdict};
use validator::capture::Passes;
use validator::document::DocumentError;
use validator::exchange::{Item, ItemLocation};

use crate::args::{Identify, Shape, When};
use crate::contracts::{self, Named, Oddities};
use crate::failure::{Failure, did_you_mean};
use crate::inputs::untold_body;
use crate::progress::Progress;
use crate::stderr::say;
use crate::{Exit, output};

/// What one source tells.
struct Told<'c> {
    source: Arc<str>,
    verdict: Verdict<'c>,
    /// The answers that do not fit the releases of the verdict.
    misfits: Misfits<'c>,
}

/// What one source has told so far.
struct Source<'c> {
    name: Arc<str>,
    tally: Tally<'c>,
    spoken: AnswerLog<'c>,
}

impl<'c> Source<'c> {
    fn told(self, covers: ReleaseSet) -> Told<'c> {
        let verdict = self.tally.verdict(covers);
        let misfits = self.spoken.misfits(verdict.releases);
        Told { source: self.name, verdict, misfits }
    }
}

/// Says of each source which releases can have written it.
pub(crate) fn run(args: &Identify, color: When) -> Result<Exit, Failure> {
    let Named { contract, name } = contracts::load(&args.contract, None, Oddities::Counted)?;
    if !contract.has_releases {
        say("note: this contract knows no releases, so that it cannot tell them apart");
    }
    let told = sources(args, &contract)?;
    let fits = told.iter().all(|one| !one.verdict.releases.is_empty());
    output::stdout(|out| match args.format {
        Shape::Human => human::write(out, &told, args, contract.releases, output::color(color, false)),
        Shape::Json => json::write(out, &told, &name, contract.releases),
    })?;
    Ok(if fits && !told.is_empty() { Exit::Clean } else { Exit::Findings })
}

/// The verdict on each source, in the order in which they were read.
fn sources<'c>(args: &Identify, contract: &'c Contract) -> Result<Vec<Told<'c>>, Failure> {
    let body = args.inputs.body();
    let base_paths = contracts::base_paths(args.inputs.base_path.as_deref(), contract);
    let identifier = Identifier::new(contract, base_paths, body.as_ref());
    let mut identifier = identifier.map_err(|error| unknown(contract, &error))?;
    let captures = args.inputs.open(Passes::Once)?;
    let progress = Progress::counting();
    let mut sources: Vec<Source<'c>> = Vec::new();
    let mut failure = None;
    let mut hear = |place: &ItemLocation, count: u64, answer: Result<Option<Answer<'c>>, DocumentError>| {
        match answer {
            Ok(answer) => add(&mut sources, place, count, answer),
            Err(error) => {
                failure = Some(Failure::new(format!("{}: no JSON: {error}", named(place))));
                return ControlFlow::Break(());
            }
        }
        progress.advance_by(count);
        ControlFlow::Continue(())
    };
    if args.inputs.lines {
        identifier.answer_lines(&captures, args.inputs.threads(), |place, count, answer| {
            hear(place, count, answer.map(Some))
        })?;
    } else {
        let mut untold = None;
        captures.for_each(|item| {
            if matches!(item, Item::Body(_)) && body.is_none() {
                untold = Some(Arc::clone(&item.place().source));
                return ControlFlow::Break(());
            }
            hear(item.place(), 1, identifier.answer(&item))
        })?;
        if let Some(source) = untold {
            return Err(untold_body(&source));
        }
    }
    drop(progress);
    match failure {
        Some(failure) => Err(failure),
        None => Ok(sources.into_iter().map(|source| source.told(contract.releases)).collect()),
    }
}

/// Adds what so many neighbouring items tell to the tally of their source.
fn add<'c>(sources: &mut Vec<Source<'c>>, place: &ItemLocation, count: u64, answer: Option<Answer<'c>>) {
    if sources.last().is_none_or(|source| source.name != place.source) {
        let (tally, spoken) = (Tally::default(), AnswerLog::default());
        sources.push(Source { name: Arc::clone(&place.source), tally, spoken });
    }
    if let (Some(source), Some(answer)) = (sources.last_mut(), answer) {
        source.spoken.add(place, count, &answer);
        source.tally.add_alike(usize::try_from(count).unwrap_or(usize::MAX), answer);
    }
}

fn named(place: &ItemLocation) -> String {
    let line = place.line.map(|line| format!(":{line}")).unwrap_or_default();
    format!("{}{line}", place.source)
}

fn unknown(contract: &Contract, error: &UnknownName) -> Failure {
    let near = match error {
        UnknownName::Operation(id) => {
            let ids = contract.operations.iter().flat_map(|operation| operation.ids.iter());
            did_you_mean(id, ids.map(|(_, id)| id.as_str()))
        }
        UnknownName::Component(name) => did_you_mean(name, contract.components.keys().map(String::as_str)),
    };
    Failure::new(format!("{error}{near}"))
}
