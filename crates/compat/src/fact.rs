//! What can break between two releases, before any judgement, by the names that rule files use.

/// A kind of breakage. What hurts most stands last, as a reader of a report looks there; so findings are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Fact {
    /// Servers may answer with a further status of success.
    StatusAdded,
    /// A list of values in an answer has further ones.
    EnumWidened,
    /// A member of an answer may be null.
    MaybeNull,
    /// A member of an answer may be missing.
    Optional,
    /// A text of an answer has another format.
    Reformatted,
    /// Servers no longer answer with the status that came.
    StatusGone,
    /// A member of an answer has another type.
    Retyped,
    /// A member of an answer is gone.
    Gone,
    /// A request lacks what has to be there.
    Lacks,
    /// A value that was sent is refused.
    Refused,
    /// A key that was sent is ignored.
    Ignored,
    /// The operation that was called is gone.
    Operation,
}
