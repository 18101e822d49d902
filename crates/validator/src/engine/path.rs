//! The way to a place in a value: a chain on the stack, written out only for what is told.

use std::fmt::Write as _;

use contract::pointer::escape;

/// How many bytes most places take, so that few grow while they are written.
const USUAL: usize = 48;

/// A place, seen from the value as a whole.
#[derive(Clone, Copy)]
pub(crate) struct Path<'p> {
    above: Option<&'p Path<'p>>,
    step: Step<'p>,
}

/// One step into a value.
#[derive(Clone, Copy)]
enum Step<'p> {
    /// None: the value as a whole.
    Whole,
    /// A member.
    Name(&'p str),
    /// A member whose name is the user's.
    AnyName(&'p str),
    /// An item.
    Item(usize),
}

impl<'p> Path<'p> {
    /// The value as a whole.
    pub(super) const WHOLE: Path<'static> = Path { above: None, step: Step::Whole };

    /// A member that the contract names.
    pub(super) fn name(&'p self, name: &'p str) -> Path<'p> {
        Path { above: Some(self), step: Step::Name(name) }
    }

    /// A member whose name is the user's.
    pub(super) fn any_name(&'p self, name: &'p str) -> Path<'p> {
        Path { above: Some(self), step: Step::AnyName(name) }
    }

    /// An item.
    pub(super) fn item(&'p self, index: usize) -> Path<'p> {
        Path { above: Some(self), step: Step::Item(index) }
    }

    /// As a JSON Pointer (RFC 6901).
    pub(super) fn pointer(&self) -> String {
        let mut pointer = String::with_capacity(USUAL);
        self.write_pointer(&mut pointer);
        pointer
    }

    fn write_pointer(&self, pointer: &mut String) {
        if let Some(above) = self.above {
            above.write_pointer(pointer);
        }
        match self.step {
            Step::Whole => {}
            Step::Name(name) | Step::AnyName(name) => {
                pointer.push('/');
                pointer.push_str(&escape(name));
            }
            // Writing to a string cannot fail.
            Step::Item(index) => drop(write!(pointer, "/{index}")),
        }
    }

    /// For people: `[].people[].isFavorite`. `[]` stands for any item, `*` for a name that is not the contract's.
    pub(super) fn place(&self) -> String {
        let mut place = String::with_capacity(USUAL);
        self.write_place(&mut place);
        place
    }

    fn write_place(&self, place: &mut String) {
        if let Some(above) = self.above {
            above.write_place(place);
        }
        let name = match self.step {
            Step::Whole => return,
            Step::Item(_) => return place.push_str("[]"),
            Step::AnyName(_) => "*",
            Step::Name(name) => name,
        };
        if !place.is_empty() {
            place.push('.');
        }
        place.push_str(name);
    }

    /// What it is called in a sentence: its last name, and the item where it is one.
    pub(super) fn spoken(&self) -> String {
        let mut indices = String::new();
        let mut here = self;
        loop {
            match (here.step, here.above) {
                (Step::Item(index), Some(above)) => {
                    indices.insert_str(0, &format!("[{index}]"));
                    here = above;
                }
                (Step::Name(name) | Step::AnyName(name), _) => return ["`", name, &indices, "`"].concat(),
                _ if indices.is_empty() => return "the body".to_owned(),
                _ => return format!("item `{indices}`"),
            }
        }
    }
}

/// What the place of a JSON Pointer is called in a sentence, as [`Path::spoken`] has it.
pub(crate) fn name_of(pointer: &str) -> String {
    let is_index = |token: &str| !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_digit());
    let mut named = pointer;
    let mut last = None;
    while let Some((before, token)) = named.rsplit_once('/') {
        if !is_index(token) {
            last = Some(token);
            break;
        }
        named = before;
    }
    let after = pointer.get(named.len() + 1..).unwrap_or_default();
    let indices = if after.is_empty() { String::new() } else { format!("[{}]", after.replace('/', "][")) };
    match last {
        Some(name) => format!("`{}{indices}`", name.replace("~1", "/").replace("~0", "~")),
        None if indices.is_empty() => "the body".to_owned(),
        None => format!("item `{indices}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_called_by_their_last_name() {
        let whole = Path::WHOLE;
        let (item, tags, odd) = (whole.item(3), whole.name("tags"), whole.any_name("x/y"));
        for (path, spoken, place) in [
            (whole, "the body", ""),
            (item, "item `[3]`", "[]"),
            (item.name("type"), "`type`", "[].type"),
            (tags.item(0), "`tags[0]`", "tags[]"),
            (odd, "`x/y`", "*"),
        ] {
            assert_eq!((path.spoken().as_str(), path.place().as_str()), (spoken, place));
            assert_eq!(name_of(&path.pointer()), spoken);
        }
    }
}
