//! The checks: each looks at one element and says what does not agree.

mod added;
mod deprecated;
mod history;
mod removal;
mod versions;

use crate::covered::Covered;
use crate::disagreement::Disagreement;
use crate::element::Element;

/// Looks at one element.
pub(crate) type Check = fn(&Covered, &Element) -> Vec<Disagreement>;

/// Every check, in the order in which their facts are told.
pub(crate) const ALL: [Check; 5] = [versions::check, added::check, deprecated::check, removal::check, history::check];
