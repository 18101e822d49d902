//! Ids that operations had or got: a suppression by one of them is meant for the operation.

use contract::{Contract, ReleaseSet};

/// The other ids of operations whose id changed.
#[derive(Clone, Debug, Default)]
pub struct Ids(Vec<Renamed>);

#[derive(Clone, Debug)]
struct Renamed {
    id: String,
    others: Vec<String>,
    /// The releases at which no other operation has the id.
    releases: ReleaseSet,
}

impl Ids {
    /// The ids of the operations of these contracts.
    pub fn of<'c>(contracts: impl IntoIterator<Item = &'c Contract>) -> Self {
        Self(contracts.into_iter().flat_map(renamed).collect())
    }

    /// What the operation that has this id at one of these releases is called at others.
    pub(crate) fn others<'i>(&'i self, id: &'i str, releases: ReleaseSet) -> impl Iterator<Item = &'i str> {
        let meant = self.0.iter().filter(move |one| one.id == id && !(one.releases & releases).is_empty());
        meant.flat_map(|one| one.others.iter().map(String::as_str))
    }
}

fn renamed(contract: &Contract) -> Vec<Renamed> {
    let mut all = Vec::new();
    for operation in contract.operations.iter().filter(|operation| operation.ids.iter().len() > 1) {
        for (_, id) in operation.ids.iter() {
            let namesakes = contract.operations_named(id).filter(|other| other.route() != operation.route());
            let taken = namesakes.fold(ReleaseSet::NONE, |all, other| all | other.life_as(id));
            let others = operation.ids.iter().map(|(_, other)| other).filter(|other| *other != id);
            all.push(Renamed {
                id: id.clone(),
                others: others.cloned().collect(),
                releases: ReleaseSet::all() - taken,
            });
        }
    }
    all
}
