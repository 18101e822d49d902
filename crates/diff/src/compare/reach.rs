//! Whom each change reaches: the sites are a graph, and operations are where it begins.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use report::Direction;

use super::Site;
use crate::change::{Change, Reach};
use crate::place::{ChangeLocation, OperationName, Owner, Part, Step};

/// The changes of all sites with whom they reach, in the order of the sites.
pub(super) fn changes(sites: Vec<Site>) -> Vec<Change> {
    let mut reached: HashMap<usize, Vec<Reach>> = HashMap::new();
    for (root, site) in sites.iter().enumerate() {
        if let (Owner::Exchange { operation, part }, Some(direction)) = (&site.owner, site.direction) {
            from(&sites, root, (operation, part, direction), &mut reached);
        }
    }
    let mut all = Vec::new();
    for (index, site) in sites.into_iter().enumerate() {
        let reach = reached.remove(&index).unwrap_or_default();
        for change in site.changes {
            let wanted = |one: &&Reach| change.only.is_none_or(|only| only == one.direction);
            let further =
                |one: &Reach| Reach { steps: [one.steps.clone(), change.steps.clone()].concat(), ..one.clone() };
            all.push(Change {
                fact: change.fact,
                old: change.old,
                new: change.new,
                only: change.only,
                value_kinds: change.value_kinds,
                reach: reach.iter().filter(wanted).map(further).collect(),
                location: ChangeLocation::at(site.owner.clone(), change.steps),
            });
        }
    }
    all
}

/// How many steps of the graph a way may have: no witness is that deep.
const LONGEST: usize = 48;

/// Goes from a part of an operation to all that it refers to, on the shortest ways.
fn from(
    sites: &[Site],
    root: usize,
    (operation, part, direction): (&Arc<OperationName>, &Part, Direction),
    reached: &mut HashMap<usize, Vec<Reach>>,
) {
    // For each site, the one that led to it and the edge.
    let mut ways: HashMap<usize, Option<(usize, usize)>> = HashMap::from([(root, None)]);
    let mut open = VecDeque::from([root]);
    while let Some(index) = open.pop_front() {
        let Some(site) = sites.get(index) else { continue };
        if !site.changes.is_empty() {
            let known = reached.entry(index).or_default();
            let same = |one: &Reach| one.direction == direction && one.operation == *operation;
            // Parts of one operation follow each other.
            if !known.iter().rev().take_while(|one| one.operation == *operation).any(same) {
                let steps = way(sites, &ways, index);
                known.push(Reach { operation: Arc::clone(operation), direction, part: part.clone(), steps });
            }
        }
        for (edge, (_, target)) in site.edges.iter().enumerate() {
            ways.entry(*target).or_insert_with(|| {
                open.push_back(*target);
                Some((index, edge))
            });
        }
    }
}

fn way(sites: &[Site], ways: &HashMap<usize, Option<(usize, usize)>>, to: usize) -> Vec<Step> {
    let mut steps: Vec<&[Step]> = Vec::new();
    let mut at = to;
    while let Some(Some((before, edge))) = ways.get(&at) {
        steps.extend(sites.get(*before).and_then(|site| site.edges.get(*edge)).map(|(steps, _)| steps.as_slice()));
        at = *before;
        if steps.len() > LONGEST {
            return Vec::new();
        }
    }
    steps.reverse();
    steps.concat()
}
