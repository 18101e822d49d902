//! `identify`: which releases can have written this?

mod html;
mod json;
mod words;

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::Arc;

use contract::{Contract, ReleaseSet};
use validator::assess::{Answer, AnswerLog, Identifier, Misfits, Tally, UnknownName, Verdict};
use validator::capture::{Captures, Hint};
use validator::check::{BasePaths, BodyOf};
use validator::document::DocumentError;
use validator::exchange::{Item, ItemLocation};

use crate::exchanges::untold_body;
use crate::failure::{Failure, did_you_mean};

pub use html::page;
pub use json::document;
pub use words::{End, Words, of_several};

/// What one source tells.
pub struct Told<'c> {
    /// Its name.
    pub source: Arc<str>,
    /// The releases that fit, with the evidence.
    pub verdict: Verdict<'c>,
    /// The answers that do not fit the releases of the verdict.
    pub misfits: Misfits<'c>,
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

/// What is asked about.
pub struct Identify<'r> {
    /// What is read; with [`Hint::Lines`] each line is a bare body.
    pub captures: &'r Captures,
    /// Where the API is mounted.
    pub base_paths: BasePaths,
    /// What bare bodies are said to be.
    pub body: Option<BodyOf>,
    /// How many threads read.
    pub threads: NonZeroUsize,
}

impl Identify<'_> {
    /// The verdict on each source, in the order in which they were read.
    pub fn told<'c>(&self, contract: &'c Contract, advance: &dyn Fn(u64)) -> Result<Vec<Told<'c>>, Failure> {
        if !contract.has_releases {
            log::info!("this contract knows no releases, so that it cannot tell them apart");
        }
        let identifier = Identifier::new(contract, self.base_paths.clone(), self.body.as_ref());
        let mut sources = Sources { of: Vec::new(), failure: None, advance };
        self.hear(&mut identifier.map_err(|error| unknown(contract, &error))?, &mut sources)?;
        match sources.failure {
            Some(failure) => Err(failure),
            None => Ok(sources.of.into_iter().map(|source| source.told(contract.releases)).collect()),
        }
    }

    fn hear<'c>(&self, identifier: &mut Identifier<'c>, sources: &mut Sources<'c, '_>) -> Result<(), Failure> {
        if self.captures.options().hint == Hint::Lines {
            let hear = |place: &ItemLocation, count, answer: Result<_, _>| sources.hear(place, count, answer.map(Some));
            return Ok(identifier.answer_lines(self.captures, self.threads, hear)?);
        }
        let mut untold = None;
        self.captures.for_each(|item| {
            if matches!(item, Item::Body(_)) && self.body.is_none() {
                untold = Some(Arc::clone(&item.place().source));
                return ControlFlow::Break(());
            }
            sources.hear(item.place(), 1, identifier.answer(&item))
        })?;
        untold.map_or(Ok(()), |source| Err(untold_body(&source)))
    }
}

/// What all sources have told so far.
struct Sources<'c, 'a> {
    of: Vec<Source<'c>>,
    /// Why it went no further.
    failure: Option<Failure>,
    advance: &'a dyn Fn(u64),
}

impl<'c> Sources<'c, '_> {
    /// Hears what so many neighbouring items tell.
    fn hear(
        &mut self,
        place: &ItemLocation,
        count: u64,
        answer: Result<Option<Answer<'c>>, DocumentError>,
    ) -> ControlFlow<()> {
        match answer {
            Ok(answer) => self.add(place, count, answer),
            Err(error) => {
                self.failure = Some(Failure::of(named(place), format_args!("no JSON: {error}")));
                return ControlFlow::Break(());
            }
        }
        (self.advance)(count);
        ControlFlow::Continue(())
    }

    /// Adds it to the tally of their source.
    fn add(&mut self, place: &ItemLocation, count: u64, answer: Option<Answer<'c>>) {
        if self.of.last().is_none_or(|source| source.name != place.source) {
            let (tally, spoken) = (Tally::default(), AnswerLog::default());
            self.of.push(Source { name: Arc::clone(&place.source), tally, spoken });
        }
        if let (Some(source), Some(answer)) = (self.of.last_mut(), answer) {
            source.spoken.add(place, count, &answer);
            source.tally.add_alike(usize::try_from(count).unwrap_or(usize::MAX), answer);
        }
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
