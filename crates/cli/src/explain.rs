//! `explain`: what a rule is about.

use crate::args::{Explain, When};
use crate::{Exit, output, rules};
use commands::{Failure, did_you_mean};

/// Explains one rule, or lists all.
pub(crate) fn run(args: &Explain, color: When) -> Result<Exit, Failure> {
    let sets = rules::sets();
    let all = || sets.into_iter().flat_map(report::RuleSet::iter);
    let Some(name) = &args.rule else {
        output::stdout(|out| {
            all().try_for_each(|rule| {
                writeln!(out, "{:<36} {:<8} {}", rule.id(), rule.severity().as_str(), rule.title())
            })
        })?;
        return Ok(Exit::Clean);
    };
    let near = || did_you_mean(name, all().map(report::Rule::id));
    let rule = sets.into_iter().find_map(|set| set.get(name)).ok_or_else(|| {
        Failure::new(format!("there is no rule {name}{}; `immich-contract explain` lists them", near()))
    })?;
    output::stdout(|out| report::explain(rule, out, output::color(color, false)))?;
    Ok(Exit::Clean)
}
