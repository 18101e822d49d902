//! Which bodies and parameters are wholly covered by plans.

use std::collections::BTreeSet;

use contract::{Media, Operation, Projection, Release, Schema};
use plan::Plan;

use crate::{Answer, Verdict};

/// What was counted at one release.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Count {
    operations: usize,
    whole_operations: usize,
    schemas: usize,
    whole_schemas: usize,
    gaps: BTreeSet<String>,
}

/// Prints a line for each run of releases that count alike.
pub(super) fn run() -> Answer {
    let contract = models::contract()?;
    let counts: Vec<(Release, Count)> =
        contract.releases.iter().map(|release| (release, count(Projection { contract: &contract, release }))).collect();
    for alike in counts.chunk_by(|(_, one), (_, two)| one == two) {
        let [(first, count), ..] = alike else { continue };
        let last = alike.last().map_or(*first, |(release, _)| *release);
        println!(
            "{first} – {last}: {} of {} operations, {} of {} schemas of bodies and parameters",
            count.whole_operations, count.operations, count.whole_schemas, count.schemas
        );
        count.gaps.iter().for_each(|gap| println!("  not covered: {gap}"));
    }
    let whole = counts.iter().all(|(_, count)| count.whole_schemas == count.schemas);
    Ok(if whole { Verdict::Fine } else { Verdict::Failed })
}

fn count(view: Projection<'_>) -> Count {
    let mut count = Count::default();
    for operation in view.operations() {
        let gaps: Vec<Vec<String>> =
            schemas(view, operation).into_iter().map(|schema| Plan::compile(view, schema).gaps().to_vec()).collect();
        count.operations += 1;
        count.schemas += gaps.len();
        count.whole_schemas += gaps.iter().filter(|gaps| gaps.is_empty()).count();
        count.whole_operations += usize::from(gaps.iter().all(Vec::is_empty));
        count.gaps.extend(gaps.into_iter().flatten());
    }
    count
}

/// The schemas of all that an operation takes and answers.
fn schemas<'c>(view: Projection<'c>, operation: &'c Operation) -> Vec<&'c Schema> {
    let body = operation.body.iter().filter(|body| body.life.contains(view.release)).flat_map(|body| &body.content);
    let answers = view.responses(operation).flat_map(|response| &response.content);
    let alive = |media: &&Media| media.life.contains(view.release);
    let media = body.chain(answers).filter(alive).filter_map(|media| media.schema.as_ref());
    let parameters = view.parameters(operation).map(|parameter| &parameter.property.schema);
    media.chain(parameters).collect()
}
