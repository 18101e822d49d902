//! `#[model]` on structs; enums are next door.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Data, DeriveInput, Fields, FieldsNamed, FieldsUnnamed, Ident, LitStr, Result, parse_quote};

use crate::field::{self, Left};
use crate::notes::{self, Notes};
use crate::shape::{self, Keyword};
use crate::{docs, enumeration};

/// The argument of `#[model]`: nothing, a default for the fields that may be null, or where the schema is written.
#[derive(Default)]
pub(crate) struct Arguments {
    default: Option<Keyword>,
    site: Option<Site>,
    exactly_one: bool,
}

/// Where a schema is written, if not where a type of its form is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Site {
    /// Wherever the type is used: `inline`.
    Use,
    /// Once, under the type's name: `component`.
    Component,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if input.is_empty() {
            return Ok(Self::default());
        }
        let word = input.fork().parse::<Ident>()?;
        match word.to_string().as_str() {
            "default" => Ok(Self { default: Some(input.parse()?), ..Self::default() }),
            "inline" => input.parse::<Ident>().map(|_| Self { site: Some(Site::Use), ..Self::default() }),
            "component" => input.parse::<Ident>().map(|_| Self { site: Some(Site::Component), ..Self::default() }),
            "exactly_one" => input.parse::<Ident>().map(|_| Self { exactly_one: true, ..Self::default() }),
            _ => Err(syn::Error::new(word.span(), "expected `default = …`, `inline`, `component` or `exactly_one`")),
        }
    }
}

/// Rewrites a type.
pub(crate) fn expand(arguments: &Arguments, mut item: DeriveInput) -> Result<TokenStream> {
    let notes = Notes::take(&mut item.attrs)?;
    let name = item.ident.clone();
    let mut left = match &mut item.data {
        Data::Struct(data) => match &mut data.fields {
            Fields::Named(fields) => component(&mut item.attrs, fields, &name, arguments)?,
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                newtype(&mut item.attrs, fields, &notes, &name, arguments)
            }
            _ => return Err(syn::Error::new(name.span(), "a model has named fields, or is a newtype")),
        },
        Data::Enum(data) => {
            let left = enumeration::rewrite(&mut item.attrs, data, &name)?;
            if arguments.exactly_one {
                item.attrs.push(parse_quote!(#[schemars(transform = ::models::written::exactly_one)]));
            }
            left
        }
        Data::Union(_) => return Err(syn::Error::new(name.span(), "a model is a struct or an enum")),
    };
    if !notes.shapes.is_empty() && !is_newtype(&item.data) {
        left.functions.extend(shape::of_a_whole(&notes.shapes, &name)?);
        item.attrs.push(parse_quote!(#[schemars(transform = #name::shape_of_the_whole)]));
    }
    left.assertions.extend(notes.assertions());
    item.attrs.extend(notes::extend(&notes.entries()));
    docs::complete(&mut item.attrs, &notes.in_words());
    let Left { functions, assertions } = left;
    let implementation = field::implementation(&name, &functions);
    Ok(quote! {
        #[derive(Debug, Clone, PartialEq, ::serde::Serialize, ::serde::Deserialize, ::schemars::JsonSchema)]
        #item
        #implementation
        #assertions
    })
}

fn is_newtype(data: &Data) -> bool {
    matches!(data, Data::Struct(data) if matches!(data.fields, Fields::Unnamed(_)))
}

/// A struct with named fields.
fn component(
    attributes: &mut Vec<Attribute>,
    fields: &mut FieldsNamed,
    owner: &Ident,
    arguments: &Arguments,
) -> Result<Left> {
    attributes.push(parse_quote!(#[serde(rename_all = "camelCase")]));
    if arguments.site == Some(Site::Use) {
        attributes.push(parse_quote!(#[schemars(inline)]));
    }
    attributes.push(parse_quote!(
        #[allow(clippy::struct_excessive_bools, clippy::struct_field_names, reason = "the API has them")]
    ));
    let mut left = Left::default();
    for field in &mut fields.named {
        let default = arguments.default.as_ref().filter(|_| field::is_optional_and_nullable(&field.ty));
        let more = default.map(|keyword| ("default", keyword.value.to_token_stream())).into_iter().collect();
        let Left { functions, assertions } = field::rewrite(field, owner, more)?;
        left.functions.extend(functions);
        left.assertions.extend(assertions);
    }
    Ok(left)
}

/// A struct around one value: on the wire it is that value.
fn newtype(
    attributes: &mut Vec<Attribute>,
    fields: &mut FieldsUnnamed,
    notes: &Notes,
    owner: &Ident,
    arguments: &Arguments,
) -> Left {
    attributes.push(parse_quote!(#[serde(transparent)]));
    if arguments.site != Some(Site::Component) {
        attributes.push(parse_quote!(#[schemars(inline)]));
    }
    let mut left = Left::default();
    if let (Some(field), false) = (fields.unnamed.first_mut(), notes.shapes.is_empty()) {
        let (function, definition) = shape::function("value", &notes.shapes, &field.ty);
        let path = LitStr::new(&format!("{owner}::{function}"), owner.span());
        field.attrs.push(parse_quote!(#[schemars(schema_with = #path)]));
        left.functions = definition;
    }
    left
}
