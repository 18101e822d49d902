//! The notes on one element: its `#[life]`, `#[marker]`s and `#[shape]`s, taken out of its attributes.

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::Parse;
use syn::{Attribute, Result};

use crate::life::Life;
use crate::marker::Marker;
use crate::range::Range;
use crate::shape::Shape;

/// What is written on a type, a field, a variant or an operation.
pub(crate) struct Notes {
    pub(crate) life: Option<Life>,
    pub(crate) shapes: Vec<Shape>,
    pub(crate) markers: Vec<Marker>,
    observed: bool,
}

/// The arguments of all attributes of this name, which are taken away.
pub(crate) fn take<T: Parse>(attributes: &mut Vec<Attribute>, name: &str) -> Result<Vec<T>> {
    attributes
        .extract_if(.., |attribute| attribute.path().is_ident(name))
        .map(|attribute| attribute.parse_args())
        .collect()
}

/// Whether an attribute without arguments is there; it is taken away.
pub(crate) fn take_word(attributes: &mut Vec<Attribute>, name: &str) -> bool {
    attributes.extract_if(.., |attribute| attribute.path().is_ident(name)).count() > 0
}

impl Notes {
    /// Takes the notes out of an element's attributes.
    pub(crate) fn take(attributes: &mut Vec<Attribute>) -> Result<Self> {
        let mut lives: Vec<Life> = take(attributes, "life")?;
        let life = lives.pop();
        if let Some(first) = lives.first() {
            return Err(first.range.error("an element has one life; write several ranges into it, separated by `, `"));
        }
        let shapes = take(attributes, "shape")?;
        let markers = take(attributes, "marker")?;
        Ok(Self { life, shapes, markers, observed: take_word(attributes, "observed") })
    }

    /// The annotations as entries of a JSON object: keyword and value.
    pub(crate) fn entries(&self) -> Vec<(&'static str, TokenStream)> {
        let mut entries = Vec::new();
        if let Some(life) = &self.life {
            let range = &life.range;
            if !range.is_always() {
                entries.push(("x-immich-life", quote!(#range)));
            }
            if let Some(deprecated) = &life.deprecated {
                entries.push(("x-immich-deprecated", quote!(#deprecated)));
            }
        }
        if !self.markers.is_empty() {
            let markers = self.markers.iter().map(Marker::value);
            entries.push(("x-immich-markers", quote!([#(#markers),*])));
        }
        if self.observed {
            entries.push(("x-immich-observed", quote!(true)));
        }
        entries
    }

    /// Constants that compile only if all releases that are named are known.
    pub(crate) fn assertions(&self) -> TokenStream {
        let life = self.life.iter().flat_map(|life| [Some(&life.range), life.deprecated.as_ref()]).flatten();
        let required = self.life.iter().filter_map(Life::required_in);
        let markers = self.markers.iter().map(|marker| &marker.range);
        let shapes = self.shapes.iter().filter_map(|shape| shape.range.as_ref());
        let all = life.chain(required).chain(markers).chain(shapes).map(Range::assertions);
        quote!(#(#all)*)
    }
}

/// The schemars attribute that puts these entries into a schema.
pub(crate) fn extend(entries: &[(&'static str, TokenStream)]) -> Option<Attribute> {
    let entry = entries.iter().map(|(keyword, value)| quote!(#keyword = #value));
    (!entries.is_empty()).then(|| syn::parse_quote!(#[schemars(extend(#(#entry),*))]))
}
