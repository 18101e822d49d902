//! Holds findings against the lines of the other checker.

use std::collections::{BTreeMap, HashMap, HashSet};

use contract::Contract;
use report::Finding;
use serde_json::Value;

use super::expected::Expected;
use super::ours::{Asked, Checked};
use super::reasons::{self, Reason};

/// Who says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// The other checker only.
    Theirs,
    /// The validator only.
    Ours,
}

/// Something that only one of the two says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Difference {
    /// Who says it.
    pub(crate) side: Side,
    /// Zero-based index of the exchange.
    pub(crate) entry: usize,
    /// The part of the exchange.
    pub(crate) part: String,
    /// JSON Pointer into the part.
    pub(crate) pointer: String,
    /// The other checker's kind, or the id of our rule.
    pub(crate) kind: String,
    /// The operation, where there is one.
    pub(crate) operation: Option<String>,
    /// What our finding expects and saw, masked.
    pub(crate) values: [Option<Value>; 2],
    /// The status of the response.
    pub(crate) status: Option<u16>,
    /// The path of the request.
    pub(crate) path: String,
    /// The texts of the query parameter that it is about, as sent: they can be secrets.
    pub(crate) texts: Vec<String>,
    /// Whether the operation takes a multipart form.
    pub(crate) takes_form: bool,
}

/// What the two say together and alone.
#[derive(Debug, Default)]
pub(crate) struct Comparison {
    /// How many lines the other checker has.
    pub(crate) expected: usize,
    /// How many of them the validator found.
    pub(crate) found: usize,
    /// Lines that were found by a rule of another meaning: how often, by kind and rule.
    pub(crate) otherwise: BTreeMap<(String, &'static str), usize>,
    /// What only one of the two says, with the reason where there is one.
    pub(crate) differences: Vec<(Difference, Option<&'static Reason>)>,
}

/// What a line and a finding have in common when they speak of the same thing.
type Key<'a> = (usize, &'a str, &'a str);

impl Comparison {
    /// Compares. A finding of a rule that no other checker has (see [`reasons::is_own`]) finds no line.
    pub(crate) fn of(contract: &Contract, expected: &[Expected], ours: &Checked) -> Self {
        let mut known: HashMap<Key<'_>, Vec<&Finding>> = HashMap::new();
        for (entry, finding) in ours.findings.iter().filter(|(_, finding)| !reasons::is_own(finding.rule.id())) {
            known.entry(of_ours(*entry, finding)).or_default().push(finding);
        }
        let wanted: HashSet<Key<'_>> = expected.iter().map(of_theirs).collect();
        let context = Context { contract, exchanges: &ours.exchanges };
        let mut comparison = Self { expected: expected.len(), ..Self::default() };
        for line in expected {
            match known.get(&of_theirs(line)) {
                Some(findings) => comparison.found(line, findings),
                None => comparison.differs(context.theirs(line)),
            }
        }
        for (entry, finding) in &ours.findings {
            if reasons::is_own(finding.rule.id()) || !wanted.contains(&of_ours(*entry, finding)) {
                comparison.differs(context.ours(*entry, finding));
            }
        }
        comparison
    }

    fn found(&mut self, line: &Expected, findings: &[&Finding]) {
        self.found += 1;
        if let Some(first) = findings.first()
            && !findings.iter().any(|finding| reasons::mean_the_same(&line.kind, finding.rule))
        {
            *self.otherwise.entry((line.kind.clone(), first.rule.id())).or_default() += 1;
        }
    }

    fn differs(&mut self, difference: Difference) {
        let reason = reasons::of(&difference);
        self.differences.push((difference, reason));
    }

    /// The share of the expected lines that was found, in percent; nothing expected is all found.
    #[expect(clippy::cast_precision_loss, reason = "counts of lines are far below 2^52")]
    pub(crate) fn share(&self) -> f64 {
        if self.expected == 0 { 100.0 } else { self.found as f64 * 100.0 / self.expected as f64 }
    }

    /// How many differences fall under no reason.
    pub(crate) fn unexplained(&self) -> usize {
        self.differences.iter().filter(|(_, reason)| reason.is_none()).count()
    }
}

fn of_ours(entry: usize, finding: &Finding) -> Key<'_> {
    (entry, finding.location.part.as_str(), &finding.location.pointer)
}

fn of_theirs(line: &Expected) -> Key<'_> {
    (line.entry, &line.part, &line.pointer)
}

/// What is known of an exchange beside what was said of it.
struct Context<'c> {
    contract: &'c Contract,
    exchanges: &'c [Asked],
}

impl Context<'_> {
    fn theirs(&self, line: &Expected) -> Difference {
        let base = self.difference(line.entry, &line.pointer, line.operation.as_deref());
        Difference { side: Side::Theirs, part: line.part.clone(), kind: line.kind.clone(), ..base }
    }

    fn ours(&self, entry: usize, finding: &Finding) -> Difference {
        Difference {
            side: Side::Ours,
            part: finding.location.part.to_string(),
            kind: finding.rule.id().to_owned(),
            values: [finding.expected.clone(), finding.actual.clone()],
            ..self.difference(entry, &finding.location.pointer, finding.operation.as_deref())
        }
    }

    fn difference(&self, entry: usize, pointer: &str, operation: Option<&str>) -> Difference {
        let Asked { path, query, status } = self.exchanges.get(entry).cloned().unwrap_or_default();
        let name = pointer.split('/').nth(1).unwrap_or_default();
        Difference {
            side: Side::Theirs,
            entry,
            part: String::new(),
            pointer: pointer.to_owned(),
            kind: String::new(),
            operation: operation.map(str::to_owned),
            values: [None, None],
            status,
            path,
            texts: query.into_iter().filter(|(key, _)| key == name).map(|(_, text)| text).collect(),
            takes_form: operation.is_some_and(|id| self.takes_form(id)),
        }
    }

    fn takes_form(&self, operation: &str) -> bool {
        let bodies = self.contract.operations_named(operation).filter_map(|operation| operation.body.as_ref());
        bodies.into_iter().flat_map(|body| &body.content).any(|media| media.media_type == "multipart/form-data")
    }
}
