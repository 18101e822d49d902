//! Values as bytes: the plan of a set of releases knows most of them without a document.

use std::collections::HashMap;

use contract::{Contract, ReleaseSet, Schema};
use plan::{SetPlan, SetScanner, Standing};

use super::Releases;
use crate::document::{Document, DocumentError};

/// How many bytes of a schema go by before its plan is compiled: walking over them takes about as long as that.
pub(super) const WORTH: usize = 64 * 1024;

/// The plans of schemas, each compiled when it is worth while.
#[derive(Default)]
pub(super) struct SetPlans {
    /// By the address of the schema, as the contract is borrowed as long as this lives, and the releases asked about.
    known: HashMap<(usize, ReleaseSet), Known>,
}

enum Known {
    /// So many bytes were asked about so far.
    Asked(usize),
    Compiled(Box<SetScanner>),
}

impl SetPlans {
    fn standing(&mut self, contract: &Contract, open: ReleaseSet, schema: &Schema, bytes: &[u8]) -> Option<Standing> {
        let key = (std::ptr::from_ref(schema) as usize, open);
        let known = self.known.entry(key).or_insert(Known::Asked(0));
        if let Known::Asked(before) = known {
            *before += bytes.len();
            if *before < WORTH {
                return None;
            }
            *known = Known::Compiled(Box::new(SetPlan::compile(contract, schema, open).scanner()));
        }
        match known {
            Known::Compiled(scanner) => scanner.check(bytes),
            Known::Asked(_) => None,
        }
    }
}

/// Whether no release of a set has anything to say of a value, be it only that something is deprecated.
pub(super) fn says_nothing(standing: Standing, open: ReleaseSet) -> bool {
    standing.declared == open && standing.strange.is_empty() && standing.deprecated == 0
}

impl<'c> Releases<'c> {
    /// The releases, of those that the contract covers, at which a JSON text is right: [`Self::of`] without a document
    /// where there is much of the schema, and nothing in the text is hard to tell.
    pub fn of_bytes(&mut self, schema: &'c Schema, bytes: &[u8]) -> Result<ReleaseSet, DocumentError> {
        match self.standing(self.contract.covers, schema, bytes) {
            Some(standing) => Ok(standing.right),
            None => Ok(self.of(schema, &Document::parse(bytes)?.value)),
        }
    }

    /// What the releases of `open` say of a JSON text, where that is known without a document.
    pub(super) fn standing(&mut self, open: ReleaseSet, schema: &'c Schema, bytes: &[u8]) -> Option<Standing> {
        self.plans.standing(self.contract, open, schema, bytes)
    }
}

