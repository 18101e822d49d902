//! How something can change.
//!
//! Not everything can change in every way. What can change how is a type of its own for each kind of aspect, so that a change
//! that no walk can find cannot be written down, and needs no rule.

/// Enums of those actions that are possible for a kind of aspect, each with its variants in one list.
macro_rules! actions {
    ($($(#[$doc:meta])+ $name:ident { $($action:ident),+ })+) => {$(
        $(#[$doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[expect(missing_docs, reason = "they are those of `Action`")]
        pub enum $name { $($action),+ }

        impl $name {
            pub(crate) const ALL: &'static [Self] = &[$(Self::$action),+];
        }

        impl From<$name> for Action {
            fn from(action: $name) -> Self {
                match action { $($name::$action => Self::$action),+ }
            }
        }
    )+};
}

/// How something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// It came.
    Added,
    /// It went.
    Removed,
    /// It allows less than before.
    Tightened,
    /// It allows more than before.
    Loosened,
    /// It is another one, neither less nor more.
    Changed,
}

actions! {
    /// Of a limit, or a list: two of them have an order, or what came and what went are two changes.
    Limit { Added, Removed, Tightened, Loosened }

    /// Of what is there or not. What it holds is compared by itself.
    Presence { Added, Removed }

    /// Of what is there or not, or another one: names without an order, and what says nothing of the set of values.
    Replacement { Added, Removed, Changed }

    /// Of what every schema says: more values or fewer.
    Width { Tightened, Loosened }

    /// Of a choice: one schema is a choice with one branch, so that there is always one.
    Branching { Tightened, Loosened, Changed }

    /// Of what is always there, or says nothing where it was not told before.
    Replaced { Changed }

    /// Of what is told only of what went.
    Removal { Removed }
}

impl Action {
    /// Every action.
    pub const ALL: &'static [Self] = &[Self::Added, Self::Removed, Self::Tightened, Self::Loosened, Self::Changed];

    /// The word in rule files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Tightened => "tightened",
            Self::Loosened => "loosened",
            Self::Changed => "changed",
        }
    }

    /// What happened, seen from the other side.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Added => Self::Removed,
            Self::Removed => Self::Added,
            Self::Tightened => Self::Loosened,
            Self::Loosened => Self::Tightened,
            Self::Changed => Self::Changed,
        }
    }
}

impl From<Presence> for Replacement {
    fn from(action: Presence) -> Self {
        match action {
            Presence::Added => Self::Added,
            Presence::Removed => Self::Removed,
        }
    }
}
