//! Prints a comparison.

use super::compare::{Comparison, Difference, Side};
use super::reasons::Reason;

/// How many differences of each side are listed.
const SHOWN: usize = 20;

/// How many characters of a value are shown.
const SHOWN_WIDTH: usize = 80;

/// Which differences are listed one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listing {
    /// The first ones that fall under no reason.
    Unexplained,
    /// All.
    Everything,
}

/// Prints counts, the reasons, and what falls under none.
pub(crate) fn print(comparison: &Comparison, listing: Listing) {
    for (side, heading) in [(Side::Theirs, "expected and not found"), (Side::Ours, "found and not expected")] {
        print_side(comparison, side, heading, listing);
    }
    let Comparison { expected, found, otherwise, .. } = comparison;
    println!("found by a rule of another kind: {}", otherwise.values().sum::<usize>());
    for ((kind, rule), count) in otherwise {
        println!("{count:7}  {kind} by {rule}");
    }
    let (share, unexplained) = (comparison.share(), comparison.unexplained());
    println!("agree: {found} of {expected} expected lines found ({share:.2} %), {unexplained} differences unexplained");
}

fn print_side(comparison: &Comparison, side: Side, heading: &str, listing: Listing) {
    let of_side = || comparison.differences.iter().filter(move |(one, _)| one.side == side);
    println!("{heading}: {}", of_side().count());
    let mut groups: Vec<(&Reason, Vec<&Difference>)> = Vec::new();
    let mut unexplained: Vec<&Difference> = Vec::new();
    for (difference, reason) in of_side() {
        let Some(reason) = reason else {
            unexplained.push(difference);
            continue;
        };
        match groups.iter_mut().find(|(known, _)| std::ptr::eq(*known, *reason)) {
            Some((_, members)) => members.push(difference),
            None => groups.push((reason, vec![difference])),
        }
    }
    groups.sort_by_key(|(_, members)| std::cmp::Reverse(members.len()));
    for (reason, members) in &groups {
        println!("{:7}  {}", members.len(), reason.says);
        if listing == Listing::Everything {
            for one in members {
                println!("{}", line(one));
            }
        }
    }
    print_unexplained(&unexplained, listing);
}

fn print_unexplained(unexplained: &[&Difference], listing: Listing) {
    if unexplained.is_empty() {
        return;
    }
    println!("{:7}  WITHOUT A REASON:", unexplained.len());
    let shown = if listing == Listing::Everything { unexplained.len() } else { SHOWN };
    unexplained.iter().take(shown).for_each(|one| println!("{}", line(one)));
    if unexplained.len() > shown {
        println!("         … and {} more; --verbose lists them", unexplained.len() - shown);
    }
}

/// One difference in one line. The query's texts stay out: they can be secrets.
fn line(one: &Difference) -> String {
    let operation = one.operation.as_deref().unwrap_or("-");
    let status = one.status.map_or_else(|| "-".to_owned(), |status| status.to_string());
    let said = one.values.iter().zip([" expected ", " actual "]).filter_map(|(value, name)| {
        value.as_ref().map(|value| format!("{name}{}", report::shorten(&value.to_string(), SHOWN_WIDTH)))
    });
    let said: String = said.collect();
    let Difference { entry, part, pointer, kind, .. } = one;
    format!("         entry {entry} {part} {pointer:?} {kind} ({operation} → {status}){said}")
}
