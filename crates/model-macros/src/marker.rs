//! `#[marker("2.3.0..", added = "v1", deprecated = "v1.113.0")]`: what upstream's document claims of an element's age,
//! and the releases whose document claims it.

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, Result, Token};

use crate::range::Range;

/// The words for states and what the documents call them.
const STATES: &[(&str, &str)] = &[
    ("added", "Added"),
    ("alpha", "Alpha"),
    ("beta", "Beta"),
    ("stable", "Stable"),
    ("updated", "Updated"),
    ("internal", "Internal"),
    ("deprecated", "Deprecated"),
];

/// The argument of a `#[marker]`.
pub(crate) struct Marker {
    pub(crate) range: Range,
    claims: Vec<Claim>,
}

struct Claim {
    state: &'static str,
    version: LitStr,
    replacement: Option<LitStr>,
}

impl Parse for Marker {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut marker = Self { range: input.parse()?, claims: Vec::new() };
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            let word: Ident = input.parse()?;
            input.parse::<Token![=]>()?;
            marker.add(&word, input.parse()?)?;
        }
        Ok(marker)
    }
}

impl Marker {
    fn add(&mut self, word: &Ident, value: LitStr) -> Result<()> {
        let name = word.to_string();
        match (STATES.iter().find(|(state, _)| *state == name), self.claims.last_mut()) {
            (Some((_, state)), _) => self.claims.push(Claim { state, version: value, replacement: None }),
            (None, Some(claim)) if name == "replacement" => claim.replacement = Some(value),
            _ => return Err(syn::Error::new(word.span(), "expected a state, or `replacement` after one")),
        }
        Ok(())
    }

    /// As in "added in v1, deprecated in v1.113.0 for `searchRandom`".
    pub(crate) fn in_words(&self) -> String {
        let claim = |Claim { state, version, replacement }: &Claim| {
            let instead = replacement.as_ref().map(|name| format!(" for `{}`", name.value()));
            format!("{} in {}{}", state.to_lowercase(), version.value(), instead.unwrap_or_default())
        };
        self.claims.iter().map(claim).collect::<Vec<_>>().join(", ")
    }

    /// The JSON value that goes into `x-immich-markers`.
    pub(crate) fn value(&self) -> TokenStream {
        let Self { range, claims } = self;
        let claims = claims.iter().map(|Claim { state, version, replacement }| {
            let replacement = replacement.iter();
            quote!({"state": #state, "version": #version #(, "replacement": #replacement)*})
        });
        quote!({"life": #range, "history": [#(#claims),*]})
    }
}
