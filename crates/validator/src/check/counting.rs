//! Facts that a report only counts are counted where a scanner finds them: without a document, a place or an excerpt.
//!
//! The first time that a misfit of some key is met, the body is looked at closely, and it is learnt which findings the
//! misfit stands for. From then on it is counted, as soon as the report has enough findings of these kinds: it keeps no
//! more of them, however many there are.

use std::hash::BuildHasher;

use contract::ReleaseSet;
use foldhash::quality::RandomState;
use foldhash::{HashMap, HashSet};
use plan::{About, Misfit, ScanOutcome, Scanner};
use report::{Finding, FindingKind, FindingKinds, FindingSink, Part, Severity};
use smallvec::SmallVec;

use super::Checker;
use crate::engine::Violation;
use crate::fact::Fact;

/// How many keys are known at most; what is beyond is looked at closely each time.
const MOST_KEYS: usize = 1 << 16;

/// What one thread knows of misfits, and what it has counted.
#[derive(Default)]
pub(super) struct Counting {
    /// The kinds of the report, where it keeps only the first of each.
    kinds: Option<FindingKinds>,
    /// How many of the kinds that are full are known here.
    known_full: usize,
    full: HashSet<FindingKind>,
    /// What misfits stand for, by their key within a context.
    learnt: HashMap<u64, Box<[Effect]>>,
    /// What was found in the block that is looked at: of a kind findings, and lines with such.
    in_block: HashMap<FindingKind, (usize, usize)>,
    counted: HashMap<FindingKind, u64>,
    /// What was made and counted of the item that is looked at: it counts once all of the item is told.
    in_item: HashMap<FindingKind, InItem>,
    /// The kinds of findings that were made, by what decides it of their facts.
    made: HashMap<u64, FindingKind>,
    /// What the findings of these kinds have in common.
    outlines: HashMap<FindingKind, Finding>,
    mixing: RandomState,
}

/// How many findings there are of some kinds.
type FindingCounts = SmallVec<[(FindingKind, u64); 8]>;

/// How many findings of a kind an item has.
#[derive(Clone, Copy, Default)]
struct InItem {
    made: usize,
    counted: u64,
}

/// What a misfit does to a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    /// A note more is counted.
    Note,
    /// A finding of a kind of which the report keeps the first.
    Kind(FindingKind),
    /// A finding that is made whatever others there are.
    Made,
}

/// A finding that was made, or a note that was counted, of one fact.
#[derive(Clone, Debug)]
pub(super) struct Trace {
    about: About,
    pointer: String,
    effect: Effect,
}

impl Trace {
    /// Of a note that is only counted.
    pub(super) fn note(fact: Fact, pointer: &str) -> Self {
        Self { about: about(fact), pointer: pointer.to_owned(), effect: Effect::Note }
    }

    /// Of a finding, of its kind where there are kinds.
    pub(super) fn finding(fact: Fact, pointer: &str, kind: Option<FindingKind>) -> Self {
        Self { about: about(fact), pointer: pointer.to_owned(), effect: kind.map_or(Effect::Made, Effect::Kind) }
    }
}

impl Counting {
    /// What decides the kind of a finding of a fact, mixed; nothing where there are no kinds, and where that are words of
    /// the traffic itself.
    pub(super) fn key_of(
        &self,
        fact: &Violation<'_>,
        said: (Part, Severity, ReleaseSet),
        operation: Option<&str>,
    ) -> Option<u64> {
        let is_named_by_traffic = matches!(
            fact.fact,
            Fact::PropertyUndeclared
                | Fact::ParameterUndeclared
                | Fact::DuplicateKey
                | Fact::ContentType
                | Fact::NotOfApi
                | Fact::OperationUndocumented
                | Fact::OperationAlive
        ) || fact.place.contains('*')
            || (fact.place.is_empty() && !fact.pointer.is_empty());
        if self.kinds.is_none() || is_named_by_traffic {
            return None;
        }
        let words = (&fact.place, &fact.subject, &fact.expected, fact.right_at);
        Some(self.mixing.hash_one((fact.fact, said, operation, fact.component, words)))
    }
}

/// What the misfits of a scan stand for, by what was made of the same text, which begins at a place; nothing where the two
/// do not tell the same.
fn meanings(scanner: &Scanner, (text, begin): (&str, usize), traces: &[Trace]) -> Option<HashMap<u64, Vec<Effect>>> {
    let mut by_place: HashMap<(About, &str), Vec<Effect>> = HashMap::default();
    for trace in traces {
        by_place.entry((trace.about, &trace.pointer)).or_default().push(trace.effect);
    }
    let mut meanings: HashMap<u64, Vec<Effect>> = HashMap::default();
    let mut told = 0;
    for misfit in scanner.misfits() {
        let effects = meanings.entry(misfit.key).or_insert_with(|| {
            let pointer = scanner.pointer(misfit, text, begin);
            by_place.get(&(misfit.about, pointer.as_str())).cloned().unwrap_or_default()
        });
        told += effects.len() * misfit.count as usize;
    }
    let is_same = told == traces.len() && meanings.values().all(|effects| !effects.is_empty());
    is_same.then_some(meanings)
}

impl Checker<'_> {
    /// Begins an item. Of a report that keeps the first of each kind, threads do not know how many findings came before
    /// theirs: there, excerpts are counted item by item.
    pub(super) fn begin_item(&mut self) {
        self.traces.clear();
        self.counting.in_item.clear();
        if self.counting.has_kinds() {
            self.excerpts.clear();
        }
    }

    /// What the plan of bare bodies tells of one.
    pub(crate) fn told(&mut self, body: &[u8]) -> ScanOutcome {
        let Some((at, of)) = self.bodies.only() else { return ScanOutcome::Unsure };
        self.plans.compile(at, of.schema);
        self.plans.tell(at, of.schema, body).0
    }

    /// Whether what the plan told of a body is all that there is to tell: no more and no less than what was made of it when
    /// it was checked last.
    pub(crate) fn is_all_told(&self, body: &[u8], told: ScanOutcome) -> bool {
        match told {
            ScanOutcome::Unsure => true,
            ScanOutcome::Right => self.traces.is_empty(),
            ScanOutcome::Misfits => {
                let scanner = self.bodies.only().and_then(|(at, of)| self.plans.told(at, of.schema));
                let meanings =
                    scanner.zip(plan::utf8(body)).map(|(scanner, text)| meanings(scanner, (text, 0), &self.traces));
                meanings.flatten().is_some()
            }
        }
    }
}

/// What of a place a fact is about.
fn about(fact: Fact) -> About {
    match fact {
        Fact::Required => About::Missing,
        Fact::PropertyDeprecated => About::Deprecated,
        Fact::PropertyUndeclared | Fact::PropertyRemoved | Fact::PropertyNotYetAdded => About::Unknown,
        _ => About::Value,
    }
}

impl Counting {
    /// Counts for a sink.
    pub(super) fn of(sink: &dyn FindingSink) -> Self {
        Self { kinds: sink.kinds().cloned(), ..Self::default() }
    }

    /// The same for another thread, which has counted nothing.
    pub(super) fn another(&self) -> Self {
        Self { kinds: self.kinds.clone(), ..Self::default() }
    }

    /// Begins a block: what other blocks have is only known once the report has it.
    pub(super) fn begin_block(&mut self) {
        self.in_block.clear();
        self.refresh();
    }

    /// Hears which kinds became full.
    pub(super) fn refresh(&mut self) {
        if let Some(kinds) = &self.kinds {
            let new = kinds.full_after(self.known_full);
            self.known_full += new.len();
            self.full.extend(new);
        }
    }

    /// Whether the report keeps only the first findings of each kind.
    pub(super) fn has_kinds(&self) -> bool {
        self.kinds.is_some()
    }

    /// Ends an item of which all is told.
    pub(super) fn end_item(&mut self) {
        for (kind, InItem { counted, .. }) in self.in_item.drain().filter(|(_, here)| here.counted > 0) {
            *self.counted.entry(kind).or_default() += counted;
        }
    }

    /// Counts all misfits of a line, if it is known what they stand for and none need be made. Answers the notes among
    /// them.
    pub(super) fn count(&mut self, context: u64, misfits: &[Misfit]) -> Option<u64> {
        let (notes, kinds) = self.effects(context, misfits)?;
        for (kind, count) in kinds {
            *self.counted.entry(kind).or_default() += count;
        }
        Some(notes)
    }

    /// The same for what an item holds.
    pub(super) fn count_in_item(&mut self, context: u64, misfits: &[Misfit]) -> Option<u64> {
        let (notes, kinds) = self.effects(context, misfits)?;
        for (kind, count) in kinds {
            self.in_item.entry(kind).or_default().counted += count;
        }
        Some(notes)
    }

    /// The notes that misfits stand for, and the findings by kind, if that is known and none need be made.
    fn effects(&self, context: u64, misfits: &[Misfit]) -> Option<(u64, FindingCounts)> {
        let (mut notes, mut kinds) = (0, SmallVec::new());
        for misfit in misfits {
            for effect in self.learnt.get(&(misfit.key ^ context))? {
                match effect {
                    Effect::Note => notes += u64::from(misfit.count),
                    Effect::Kind(kind) if self.is_full(*kind) => kinds.push((*kind, u64::from(misfit.count))),
                    Effect::Kind(_) | Effect::Made => return None,
                }
            }
        }
        Some((notes, kinds))
    }

    /// The same where some of them must be made: those of kinds that were made before, of which all but the place is known.
    /// Nothing where one must be looked at for more than that.
    pub(super) fn retell(&mut self, context: u64, scanner: &Scanner, text: &str) -> Option<(u64, Vec<Finding>)> {
        let mut misfits: SmallVec<[&Misfit; 16]> = scanner.misfits().iter().collect();
        if !misfits.iter().all(|misfit| self.can_retell(context, misfit)) {
            return None;
        }
        misfits.sort_by_key(|misfit| misfit.order());
        let (mut notes, mut findings) = (0, Vec::new());
        for misfit in misfits {
            for effect in self.learnt.get(&(misfit.key ^ context)).cloned().unwrap_or_default() {
                let Effect::Kind(kind) = effect else {
                    notes += u64::from(misfit.count);
                    continue;
                };
                if self.is_full(kind) {
                    self.in_item.entry(kind).or_default().counted += u64::from(misfit.count);
                } else if let Some(outline) = self.outlines.get(&kind) {
                    let mut finding = outline.clone();
                    finding.location.pointer = scanner.pointer(misfit, text, 0);
                    findings.push(finding);
                    self.in_item.entry(kind).or_default().made += 1;
                }
            }
        }
        Some((notes, findings))
    }

    /// Whether all is known of a misfit but its place, and that is one place unless it is only counted.
    fn can_retell(&self, context: u64, misfit: &Misfit) -> bool {
        self.learnt.get(&(misfit.key ^ context)).is_some_and(|effects| {
            effects.iter().all(|effect| match effect {
                Effect::Note => true,
                Effect::Kind(kind) => self.is_full(*kind) || (misfit.count == 1 && self.outlines.contains_key(kind)),
                Effect::Made => false,
            })
        })
    }

    /// Counts a fact that becomes a finding of a kind that is full, so that it need not be made. Answers the kind.
    pub(super) fn count_fact(&mut self, key: Option<u64>) -> Option<FindingKind> {
        let kind = *self.made.get(&key?)?;
        self.is_full(kind).then(|| {
            self.in_item.entry(kind).or_default().counted += 1;
            kind
        })
    }

    /// Whether a finding of its kind was made before, so that its words are told.
    pub(super) fn has_made(&self, key: Option<u64>) -> bool {
        key.is_some_and(|key| self.made.contains_key(&key))
    }

    /// The kind of a finding that was made of a fact, where there are kinds.
    pub(super) fn kind_of(&mut self, key: Option<u64>, finding: &Finding) -> Option<FindingKind> {
        let known = key.and_then(|key| self.made.get(&key)).copied();
        let kind = match known {
            Some(kind) => kind,
            None => self.kinds.as_ref()?.of(finding),
        };
        if let (None, Some(key)) = (known, key.filter(|_| self.made.len() < MOST_KEYS)) {
            self.made.insert(key, kind);
            self.outlines.entry(kind).or_insert_with(|| finding.outline());
        }
        self.in_item.entry(kind).or_default().made += 1;
        Some(kind)
    }

    /// Whether a report keeps no more findings of a kind: it has enough, or has enough of this item.
    fn is_full(&self, kind: FindingKind) -> bool {
        let (findings, lines) = FindingKinds::FULL;
        let here = self.in_item.get(&kind).is_some_and(|here| here.made >= findings);
        here || self.full.contains(&kind)
            || self.in_block.get(&kind).is_some_and(|had| had.0 >= findings && had.1 >= lines)
    }

    /// Learns what the misfits of a scan stand for, from what was made of the same text. Nothing is learnt where the two
    /// do not tell the same.
    pub(super) fn learn(&mut self, context: u64, scanner: &Scanner, text: (&str, usize), traces: &[Trace]) {
        if scanner.misfits().iter().all(|misfit| self.learnt.contains_key(&(misfit.key ^ context))) {
            return;
        }
        let meanings = meanings(scanner, text, traces);
        debug_assert!(meanings.is_some(), "a plan told {:?} of {traces:?} in {text:?}", scanner.misfits());
        for (key, effects) in meanings.into_iter().flatten() {
            if self.learnt.len() < MOST_KEYS {
                self.learnt.insert(key ^ context, effects.into_boxed_slice());
            }
        }
    }

    /// Notes what was made of a line of the block.
    pub(super) fn had(&mut self, traces: &[Trace]) {
        if self.kinds.is_none() {
            return;
        }
        let mut here: HashMap<FindingKind, usize> = HashMap::default();
        for trace in traces {
            if let Effect::Kind(kind) = trace.effect {
                *here.entry(kind).or_default() += 1;
            }
        }
        for (kind, findings) in here {
            let had = self.in_block.entry(kind).or_default();
            (had.0, had.1) = (had.0 + findings, had.1 + 1);
        }
    }

    /// Adds what was counted to a sink that has what was made.
    pub(super) fn report(&mut self, sink: &mut dyn FindingSink) {
        self.end_item();
        for (kind, findings) in std::mem::take(&mut self.counted) {
            sink.count(kind, findings);
        }
    }
}
