//! What in traffic is a credential, and how it is kept out of what is shown.
//!
//! Decided here and nowhere else, in this order: by what a contract says ([`Names`]), by the words of a name and of the names
//! around it, by pairs of a name and a value, and by form ([`mask_text`]: schemes, tokens, keys, addresses). A value that was
//! secret once stays masked wherever it comes again ([`Memory`]), however it is written there. What is masked is [`MASK`],
//! however long it was.
//!
//! ```
//! use immich_contract_secrets::{MASK, Memory, Names, mask_text};
//!
//! let shown = mask_text(&Names::default(), "http://photos.example/api/assets?apiKey=hunter2hunter2");
//! assert!(shown.contains(MASK) && !shown.contains("hunter2"));
//!
//! let mut memory = Memory::default();
//! memory.learn("hunter2hunter2");
//! assert_eq!(memory.mask("it was hunter2hunter2"), "it was ***");
//! ```

mod document;
mod finder;
mod gather;
mod memory;
mod names;
mod nesting;
mod scan;
mod value;
mod words;
mod written;

pub use gather::Gatherer;
pub use memory::Memory;
pub use names::Names;
pub use scan::mask_text;
pub use value::mask_value;

/// What stands in place of a secret.
pub const MASK: &str = "***";

/// A secret shorter than this, in bytes, is only masked under its name: it would be found in too much that is none.
const TELLING_LENGTH: usize = 6;
