//! The components that were entered for one and the same value, so that a component that is itself (`A: {$ref: A}`)
//! does not go on for ever.

/// A chain on the stack; empty at each new value.
#[derive(Clone, Copy)]
pub(super) struct Trail<'t>(Option<(&'t str, &'t Trail<'t>)>);

impl<'t> Trail<'t> {
    /// No component yet.
    pub(super) const START: Trail<'static> = Trail(None);

    /// The trail with one more component.
    pub(super) fn through(&'t self, name: &'t str) -> Trail<'t> {
        Trail(Some((name, self)))
    }

    /// Whether a component was entered already.
    pub(super) fn has(&self, name: &str) -> bool {
        let mut trail = self;
        while let Some((known, before)) = trail.0 {
            if known == name {
                return true;
            }
            trail = before;
        }
        false
    }
}
