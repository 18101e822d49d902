//! HTML pages: one frame, one style, and pictures over the releases of a contract.
//!
//! A [`Page`] is a whole document that asks for nothing beside itself: its policy allows its own styles and nothing else.
//! A [`Strip`] is what holds at which releases, drawn on an [`Axis`] that all strips of a page share. This crate knows
//! neither contracts nor reports; whoever has those says what the runs of a strip are.
//!
//! ```
//! use immich_contract_pages::{Axis, Look, Page, Run, Strip, Tick};
//!
//! let tick = |version: &str| Tick { version: version.to_owned(), date: String::new() };
//! let axis = Axis::new(["2.0.0", "2.1.0", "3.0.0"].map(tick).into());
//! let strip = Strip { runs: vec![Run { first: 1, last: 2, look: Look::Required, words: "required".to_owned() }] };
//! let page = Page { title: "A life", styles: "", main: &strip.svg(&axis, &[]) };
//! assert!(page.html().contains("2.1.0 –: required"));
//! ```

mod axis;
mod budget;
mod html;
mod life;
mod look;
mod page;
mod prose;
mod strip;

pub use axis::{Axis, Tick};
pub use budget::{Budget, LIMIT};
pub use html::{Html, deceives};
pub use life::Life;
pub use look::Look;
pub use page::{Page, STYLE};
pub use prose::prose;
pub use strip::{Run, Strip};
