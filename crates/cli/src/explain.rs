//! `explain`: what a rule is about.

use crate::args::{Explain, When};
use crate::failure::{Failure, did_you_mean};
use crate::{Exit, output};

/// Explains one rule, or lists all.
pub(crate) fn run(args: &Explain, color: When) -> Result<Exit, Failure> {
    let rules = validator::rules::all();
    let Some(name) = &args.rule else {
        output::stdout(|out| {
            rules.iter().try_for_each(|rule| {
                writeln!(out, "{:<36} {:<8} {}", rule.id(), rule.severity().as_str(), rule.title())
            })
        })?;
        return Ok(Exit::Clean);
    };
    let near = || did_you_mean(name, rules.iter().map(report::Rule::id));
    let rule = rules.get(name).ok_or_else(|| {
        Failure::new(format!("there is no rule {name}{}; `immich-contract explain` lists them", near()))
    })?;
    output::stdout(|out| report::explain(rule, out, output::color(color, false)))?;
    Ok(Exit::Clean)
}
