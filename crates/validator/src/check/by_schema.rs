//! What is made of the schemas of a contract, once in a run.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use contract::{ReleaseSet, SchemaId};

/// What was made of schemas, whichever thread asked first. Its copies know the same.
#[derive(Clone)]
pub(super) struct BySchema<T>(Arc<Mutex<Made<T>>>);

/// What is made, or about to be, of a schema at some releases.
type Made<T> = HashMap<(SchemaId, ReleaseSet), Arc<OnceLock<T>>>;

impl<T> Default for BySchema<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T: Clone> BySchema<T> {
    /// What is made of a schema. Who asks while another thread makes it waits; who asks for another schema does not.
    pub(super) fn get(&self, key: (SchemaId, ReleaseSet), make: impl FnOnce() -> T) -> T {
        let place = Arc::clone(self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(key).or_default());
        place.get_or_init(make).clone()
    }
}
