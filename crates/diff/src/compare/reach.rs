//! Whom each change reaches: the sites are a graph, and operations are where it begins.

use std::collections::HashMap;
use std::sync::Arc;

use super::Site;
use crate::change::{Change, Reach};
use crate::place::{ChangeLocation, Owner, Step};

/// The changes of all sites with whom they reach, in the order of the sites.
pub(super) fn changes(sites: Vec<Site>) -> Vec<Change> {
    let mut ways = Ways::of(&sites);
    let changed = sites.iter().enumerate().filter(|(_, site)| !site.changes.is_empty());
    let mut reached: HashMap<usize, Vec<Reach>> = changed.map(|(index, _)| (index, ways.to(&sites, index))).collect();
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
