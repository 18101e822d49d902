//! What a reader does not take, before any judgement, by the names that rule files use.

use diff::Fact as Change;

/// A kind of value that the one side may write and the other does not take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Fact {
    /// There is no such answer or request at a release.
    Absent,
    /// It has another type.
    Type,
    /// It may be null.
    Null,
    /// It may be missing.
    Missing,
    /// It is not in the list of values.
    Enum,
    /// It is a text of another format or pattern.
    Text,
    /// It is beyond a limit.
    Limit,
    /// It is a member that is not known.
    Member,
    /// It has another form of a choice.
    Form,
    /// It is let through though it is not what the model says.
    Misread,
    /// A member that is sent is ignored.
    Ignored,
    /// A member that the model has is never there.
    NeverSent,
    /// It cannot be told.
    Undecided,
}

impl Fact {
    /// What a change from the model to the server means; nothing for what is not about values.
    pub(crate) fn of(change: Change) -> Option<Self> {
        Some(match change {
            Change::Type(_) => Self::Type,
            Change::Null(_) => Self::Null,
            Change::Enum(_) => Self::Enum,
            Change::Format(_) | Change::Pattern(_) => Self::Text,
            Change::MinLength(_)
            | Change::MaxLength(_)
            | Change::Minimum(_)
            | Change::Maximum(_)
            | Change::MultipleOf(_)
            | Change::MinItems(_)
            | Change::MaxItems(_)
            | Change::UniqueItems(_)
            | Change::MinProperties(_)
            | Change::MaxProperties(_) => Self::Limit,
            Change::AdditionalProperties(_) => Self::Member,
            Change::Choice(_) | Change::Overlap(_) | Change::Not(_) => Self::Form,
            Change::Required(_) | Change::RequiredProperty(_) | Change::Property(_) => Self::Missing,
            _ => return None,
        })
    }
}
