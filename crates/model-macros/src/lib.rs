//! `#[model]` and `#[operation]`: how the life of a type, a field or an operation is written.
//!
//! Both turn our short attributes into those of serde and schemars; the syntax is described in `ARCHITECTURE.md`, "How a
//! life is written". What they leave behind names the crates `models`, `contract`, `schemars` and `serde`.
//!
//! ```ignore
//! #[model]
//! pub struct AssetResponseDto {
//!     pub checksum: String,
//!     #[life("..3.0.0-rc.1")] // required while it lived
//!     pub device_id: Option<String>,
//! }
//! ```

mod arguments;
mod docs;
mod enumeration;
mod field;
mod life;
mod marker;
mod model;
mod notes;
mod operation;
mod range;
mod shape;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Makes a type of the API from a struct, a newtype or an enum.
///
/// - A struct with named fields is a component: camelCase, an absent `Option` is left out, null is not an absence.
/// - A newtype is written out wherever it is used; `#[shape]` on it says how its schema changed.
/// - An enum of unit variants is a component of strings; `AssetRead = "asset.read"` spells one.
/// - An enum of newtype variants is a shape that changed: one variant for each era, written out where it is used.
///
/// `#[model(default = VALUE)]` puts a default on each field of type `Option<Nullable<…>>`; `#[model(inline)]` writes a
/// struct out wherever it is used, `#[model(component)]` makes a component of a newtype, `#[model(exactly_one)]` writes an
/// enum of newtype variants as `oneOf`. `#[shape(minProperties = 1)]` on a struct or an enum of words is said of it as a
/// whole. A malformed range, a release
/// that is not in the table, and a life that does not fit the field's type do not compile.
#[proc_macro_attribute]
pub fn model(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let arguments = parse_macro_input!(arguments as model::Arguments);
    let item = parse_macro_input!(item as DeriveInput);
    model::expand(&arguments, item).unwrap_or_else(syn::Error::into_compile_error).into()
}

/// Makes an operation of the API from a struct whose fields are its parameters and its body.
///
/// `#[operation(GET "/assets/random", id = "getRandom", tag = "Assets")]`; each field is a `#[query]`, `#[path]`,
/// `#[header]`, `#[cookie]` or `#[body]`. Beside it stand `#[id]`, `#[path]` and `#[tag]` (of releases that had another),
/// `#[life]`, `#[marker]`, `#[permission]`, `#[admin_only]`, `#[security]` and `#[answer]`.
#[proc_macro_attribute]
pub fn operation(arguments: TokenStream, item: TokenStream) -> TokenStream {
    let arguments = parse_macro_input!(arguments as arguments::Operation);
    let item = parse_macro_input!(item as DeriveInput);
    operation::expand(&arguments, item).unwrap_or_else(syn::Error::into_compile_error).into()
}
