//! What a configuration does to findings.

use chrono::NaiveDate;
use report::{Acceptance, Finding, Location, Part, Report, Rule};

use crate::fact::Fact;
use crate::{Config, Scope, Suppression};

/// Suppressions while findings are held against them, one by one.
#[derive(Debug)]
pub struct Suppressing<'c> {
    config: &'c Config,
    scope: Scope,
    today: NaiveDate,
    /// How many findings each suppression matched.
    matched: Vec<u64>,
}

impl Suppressing<'_> {
    /// The reason not to show a finding, if there is one.
    pub fn accepts(&mut self, finding: &Finding) -> Option<Acceptance> {
        let mut acceptance = None;
        for (one, matched) in self.config.suppressions.iter().zip(&mut self.matched) {
            if one.matches(finding, self.scope, &self.config.ids) {
                *matched = matched.saturating_add(finding.count);
                acceptance = acceptance.or((!one.is_expired(self.today)).then_some(Acceptance::Suppressed));
            }
        }
        acceptance.or_else(|| self.config.severities.is_off(finding).then_some(Acceptance::Off))
    }

    /// A finding for each suppression that is of no use: it matched nothing although its rule is among those that the
    /// report goes by, or its time is over.
    pub fn complaints(&self, rules: &[&'static Rule]) -> Vec<Finding> {
        let is_meant = |one: &Suppression| {
            let rule = rules.iter().any(|rule| rule.id() == one.rule.id());
            rule && one.releases.is_none_or(|releases| !(releases & self.scope.all()).is_empty())
        };
        let suppressions = self.config.suppressions.iter().zip(&self.matched);
        let meant = suppressions.filter(|(one, _)| is_meant(one));
        let complaints = meant.filter_map(|(one, matched)| self.config.complaint(one, *matched, self.today));
        complaints.filter(|complaint| !self.config.severities.is_off(complaint)).collect()
    }
}

impl Config {
    /// Holds findings against the suppressions one by one.
    pub fn suppressing(&self, scope: Scope, today: NaiveDate) -> Suppressing<'_> {
        Suppressing { config: self, scope, today, matched: vec![0; self.suppressions.len()] }
    }

    /// Makes findings as bad as they are said to be, takes out of the report what is switched off or a suppression accepts, and
    /// adds [`Suppressing::complaints`].
    pub fn apply(&self, report: &mut Report, scope: Scope, today: NaiveDate) {
        let mut suppressing = self.suppressing(scope, today);
        report.accept(|finding| suppressing.accepts(finding));
        report.extend(suppressing.complaints(&report.rules));
        report.judge(|finding| self.judge(finding));
    }

    /// Makes a finding as bad as it is by the configuration, and says so.
    pub fn judge(&self, finding: &mut Finding) {
        self.severities.judge(finding, &self.file);
    }

    fn complaint(&self, one: &Suppression, matched: u64, today: NaiveDate) -> Option<Finding> {
        let name = one.name();
        let (fact, message) = match one.expires.filter(|_| one.is_expired(today)) {
            Some(day) => (Fact::Expired, format!("the suppression of {name} expired on {day}")),
            None if matched == 0 => (Fact::Unused, format!("the suppression of {name} matches nothing")),
            None => return None,
        };
        let location = Location::new(self.file.as_str(), Part::Document, format!("/suppress/{}", one.index))
            .at(one.position.line, one.position.column);
        let rule = fact.rule(Part::Document);
        let mut finding = Finding::builder(rule, location, message).subject(name);
        finding = finding.note(format!("its reason: {}", one.reason));
        if fact == Fact::Expired {
            finding = finding.note(match matched {
                0 => "it would match nothing any more".to_owned(),
                1 => "it would match 1 finding, which is shown again".to_owned(),
                more => format!("it would match {more} findings, which are shown again"),
            });
        }
        let help = rule.key("help").into_iter();
        Some(help.fold(finding, report::FindingBuilder::help).build())
    }
}
