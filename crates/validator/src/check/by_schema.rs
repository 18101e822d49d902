//! What is made of the schemas of a contract, once in a run.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use contract::{ReleaseSet, Schema};

/// What was made of schemas, whichever thread asked first. Its copies know the same.
#[derive(Clone)]
pub(super) struct BySchema<T>(Arc<Mutex<HashMap<(Key, ReleaseSet), Arc<OnceLock<T>>>>>);

/// Names a schema of a contract, which does not move while the contract is borrowed.
pub(super) type Key = usize;

/// The name of a schema: its address.
pub(super) fn key(schema: &Schema) -> Key {
    std::ptr::from_ref(schema) as Key
}

impl<T> Default for BySchema<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T: Clone> BySchema<T> {
    /// What is made of a schema. Who asks while another thread makes it waits; who asks for another schema does not.
    pub(super) fn get(&self, key: (Key, ReleaseSet), make: impl FnOnce() -> T) -> T {
        let place = Arc::clone(self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(key).or_default());
        place.get_or_init(make).clone()
    }
}
