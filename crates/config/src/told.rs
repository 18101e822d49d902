//! What a configuration does to a report.

use chrono::NaiveDate;
use report::{Acceptance, Finding, Location, Part, Report};

use crate::fact::Fact;
use crate::{Config, Scope, Suppression};

impl Config {
    /// Takes out of the report what a suppression accepts, and adds a finding for each one that is of no use: it matched
    /// nothing although its rule is among those that the report goes by, or its time is over.
    pub fn apply(&self, report: &mut Report, scope: Scope, today: NaiveDate) {
        let mut matched = vec![0_u64; self.suppressions.len()];
        report.accept(|finding| {
            let mut acceptance = None;
            for (one, matched) in self.suppressions.iter().zip(&mut matched) {
                if one.matches(finding, scope, &self.ids) {
                    *matched = matched.saturating_add(finding.count);
                    acceptance = acceptance.or((!one.is_expired(today)).then_some(Acceptance::Suppressed));
                }
            }
            acceptance
        });
        let is_meant = |one: &Suppression| {
            let rule = report.rules.iter().any(|rule| rule.id() == one.rule.id());
            rule && one.releases.is_none_or(|releases| !(releases & scope.all()).is_empty())
        };
        let useless: Vec<Finding> = self
            .suppressions
            .iter()
            .zip(matched)
            .filter(|(one, _)| is_meant(one))
            .filter_map(|(one, matched)| self.complaint(one, matched, today))
            .collect();
        report.extend(useless);
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
