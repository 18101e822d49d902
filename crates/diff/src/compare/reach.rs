//! Whom each change reaches: the sites are a graph, and operations are where it begins.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use report::Direction;

use super::Site;
use crate::change::{Change, Reach};
use crate::place::{ChangeLocation, OperationName, Owner, Part, Step};

/// The changes of all sites with whom they reach, in the order of the sites.
pub(super) fn changes(sites: Vec<Site>) -> Vec<Change> {
    let mut reached = reached(&sites);
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
                is_cut: change.is_cut,
                value_kinds: change.value_kinds,
                reach: reach.iter().filter(wanted).map(further).collect(),
                location: ChangeLocation::at(site.owner.clone(), change.steps),
            });
        }
    }
    all
}

/// Whom each site that changed reaches. The graph is gone from operations, or backwards from what changed: from whichever
/// are fewer.
fn reached(sites: &[Site]) -> HashMap<usize, Vec<Reach>> {
    let changed = || sites.iter().enumerate().filter(|(_, site)| !site.changes.is_empty()).map(|(index, _)| index);
    let roots = || sites.iter().enumerate().filter(|(_, site)| site.direction.is_some());
    if changed().count() <= roots().count() {
        let mut ways = Ways::of(sites);
        return changed().map(|index| (index, ways.to(sites, index))).collect();
    }
    let mut reached: HashMap<usize, Vec<Reach>> = HashMap::new();
    for (root, site) in roots() {
        if let (Owner::Exchange { operation, part }, Some(direction)) = (&site.owner, site.direction) {
            from(sites, root, (operation, part, direction), &mut reached);
        }
    }
    reached
}

/// How many steps of the graph a way may have: no witness is that deep.
const LONGEST: usize = 48;

/// The graph of the sites, gone backwards: a site that changed asks who leads to it.
struct Ways {
    /// The sites that refer to each.
    before: Vec<Vec<usize>>,
    /// How many steps of the graph each is away from the site that is asked about; nothing for those that do not lead there.
    distance: Vec<Option<usize>>,
}

impl Ways {
    fn of(sites: &[Site]) -> Self {
        let mut before = vec![Vec::new(); sites.len()];
        for (index, site) in sites.iter().enumerate() {
            for (_, target) in &site.edges {
                if let Some(before) = before.get_mut(*target) {
                    before.push(index);
                }
            }
        }
        Self { before, distance: vec![None; sites.len()] }
    }

    /// The parts of operations that lead to a site, with the shortest way of each: of one operation and direction the first.
    fn to(&mut self, sites: &[Site], site: usize) -> Vec<Reach> {
        let mut met = self.measure(site);
        met.sort_unstable();
        let mut all: Vec<Reach> = Vec::new();
        for root in &met {
            let Some(Site { owner: Owner::Exchange { operation, part }, direction: Some(direction), .. }) =
                sites.get(*root)
            else {
                continue;
            };
            let same = |one: &Reach| one.direction == *direction && one.operation == *operation;
            // Parts of one operation follow each other.
            if !all.iter().rev().take_while(|one| one.operation == *operation).any(same) {
                let steps = self.way(sites, *root);
                let (operation, part) = (Arc::clone(operation), part.clone());
                all.push(Reach { operation, direction: *direction, part, steps });
            }
        }
        for index in met {
            self.set(index, None);
        }
        all
    }

    /// Measures how far all sites are away that lead to one. Answers those.
    fn measure(&mut self, site: usize) -> Vec<usize> {
        let mut met = vec![site];
        self.set(site, Some(0));
        let mut at = 0;
        while let Some(index) = met.get(at).copied() {
            at += 1;
            let further = self.distance(index).unwrap_or_default() + 1;
            for before in self.before.get(index).cloned().unwrap_or_default() {
                if self.distance(before).is_none() {
                    self.set(before, Some(further));
                    met.push(before);
                }
            }
        }
        met
    }

    fn distance(&self, index: usize) -> Option<usize> {
        self.distance.get(index).copied().flatten()
    }

    fn set(&mut self, index: usize, steps: Option<usize>) {
        if let Some(distance) = self.distance.get_mut(index) {
            *distance = steps;
        }
    }

    fn way(&self, sites: &[Site], root: usize) -> Vec<Step> {
        let (mut at, mut steps) = (root, Vec::new());
        let Some(mut left) = self.distance(root).filter(|length| *length <= LONGEST) else { return steps };
        while let Some(nearer) = left.checked_sub(1) {
            let mut edges = sites.get(at).into_iter().flat_map(|site| &site.edges);
            let Some((inner, target)) = edges.find(|(_, target)| self.distance(*target) == Some(nearer)) else { break };
            steps.extend(inner.iter().cloned());
            (at, left) = (*target, nearer);
        }
        steps
    }
}

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
