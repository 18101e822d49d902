//! The whole contract as static pages: when can I use it?
//!
//! [`build`] writes a page for each operation, each type and each release of a [`Contract`], with the life of everything as
//! a picture, what changed between neighbouring releases, and an index for searching. Pages lead to each other by relative
//! links alone, load only files that stand beside them, and say all that they say without a script. What is built depends
//! on the contract and on nothing else: not on the time, and not on the order of anything that has none.
//!
//! ```
//! use contract::read;
//! use serde_json::json;
//!
//! let contract = read::annotated(&json!({"x-immich-covers": "1.144.0..", "$defs": {"Tag": {
//!     "type": "object",
//!     "properties": {"color": {"type": "string", "x-immich-life": "2.0.0.."}},
//! }}}))?.contract;
//! let mut pages = Vec::new();
//! immich_contract_site::build(&contract, "mine 1.0", &mut |path, content| {
//!     pages.push((path.to_owned(), content.to_owned()));
//!     Ok::<(), std::io::Error>(())
//! })?;
//! let (_, tag) = pages.iter().find(|(path, _)| path == "types/Tag.html").ok_or("there is one")?;
//! assert!(tag.contains("2.0.0 –"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod by_name;
mod catalog;
mod changes;
mod changes_page;
mod claims;
mod fields;
mod file_names;
mod frame;
mod lists;
mod operation_page;
mod release_page;
mod rows;
mod search;
mod type_page;
mod usage;

use contract::Contract;

use crate::catalog::Catalog;
use crate::claims::Disagreements;
use crate::usage::Usage;

/// The styles of all pages.
const STYLE: &str = include_str!("../templates/site.css");
/// What pages do beyond being read.
const SCRIPT: &str = include_str!("../templates/site.js");

/// Takes the path of a file within the site, with `/` between its parts, and its content.
pub type Write<'w, E> = &'w mut dyn FnMut(&str, &str) -> Result<(), E>;

/// How many pages there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Built {
    /// Those of operations, one an id.
    pub operations: usize,
    /// Those of types.
    pub types: usize,
    /// Those of releases.
    pub releases: usize,
}

/// Builds the pages of a contract. `made_by` is the program that does, as their foot names it.
pub fn build<E>(contract: &Contract, made_by: &str, write: Write<'_, E>) -> Result<Built, E> {
    let catalog = Catalog::of(contract, made_by);
    let (usage, disagreements, steps) =
        (Usage::of(&catalog), Disagreements::of(contract), changes::steps(contract, catalog.releases()));
    write("style.css", &format!("{}{STYLE}", pages::STYLE))?;
    write("site.js", SCRIPT)?;
    let types = type_page::write(&catalog, &usage, &disagreements, write)?;
    let operations = operation_page::write(&catalog, &disagreements, write)?;
    let places = search::places(types.entries.iter().chain(&operations.entries));
    release_page::write(&catalog, &steps, &places, write)?;
    changes_page::write(&catalog, &steps, &places, write)?;
    write("search-index.js", &search::index(&types.entries, &operations.entries, &catalog))?;
    let built = Built { operations: operations.pages, types: types.pages, releases: catalog.releases().len() };
    lists::write(&catalog, &steps, built, write)?;
    Ok(built)
}
