//! What a node says of each class of values.

use crate::arena::set::Class;
use crate::arena::{Arena, Id, Node, Op};

/// A node of a column, by class.
pub(crate) enum Cells {
    /// Every value is right.
    Free,
    /// Nobody knows what is.
    Unsure,
    /// Whether null is, and what values of the other classes must be; none where they are wrong.
    Of(Nullness, [Option<Op>; 5]),
}

/// What a node says of null.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nullness {
    Right,
    Wrong,
    Uncertain,
}

impl Cells {
    pub(crate) fn op(&self, class: Class) -> Option<Op> {
        match self {
            Self::Of(_, ops) => ops.get(class as usize).copied().flatten(),
            Self::Free | Self::Unsure => None,
        }
    }

    pub(crate) fn null(&self) -> Nullness {
        match self {
            Self::Of(null, _) => *null,
            Self::Free | Self::Unsure => Nullness::Uncertain,
        }
    }
}

/// Takes the node of a column apart.
pub(crate) fn cells(arena: &Arena, id: Id) -> Cells {
    let Some(Node { op, null }) = arena.nodes.get(id as usize).copied() else { return Cells::Unsure };
    let null = match null {
        true => Nullness::Right,
        false if arena.null_uncertain.contains(&id) => Nullness::Uncertain,
        false => Nullness::Wrong,
    };
    let mut ops = [None; 5];
    match op {
        Op::Any => return Cells::Free,
        Op::Null => {}
        Op::Union(place) => {
            let Some(union) = arena.unions.get(place as usize) else { return Cells::Unsure };
            let op = |id: Id| arena.nodes.get(id as usize).map(|node| node.op).filter(|op| *op != Op::Null);
            ops = [union.text, union.number, union.boolean, union.array, union.object].map(op);
        }
        other => match class_of(arena, other).and_then(|class| ops.get_mut(class as usize)) {
            Some(own) => *own = Some(other),
            None => return Cells::Unsure,
        },
    }
    Cells::Of(null, ops)
}

/// The class of the values that are right, if there is one.
fn class_of(arena: &Arena, op: Op) -> Option<Class> {
    match op {
        Op::Text | Op::Form(_) | Op::Texts(_) => Some(Class::Text),
        Op::Enum(place) => {
            let first = arena.enums.get(place as usize)?.first()?.first()?;
            Some(if *first == b'"' { Class::Text } else { Class::Number })
        }
        Op::Integer | Op::Number | Op::BoundedInteger(_) | Op::BoundedNumber(_) => Some(Class::Number),
        Op::Boolean => Some(Class::Boolean),
        Op::Array(_) => Some(Class::Array),
        Op::Object(_) => Some(Class::Object),
        Op::Choice(place) => {
            let mut branches = arena.choices.get(place as usize)?.iter();
            branches.find_map(|id| class_of(arena, arena.nodes.get(*id as usize)?.op))
        }
        Op::Any | Op::Unsure | Op::Null | Op::Union(_) => None,
    }
}
