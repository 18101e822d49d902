//! A field of a model or an operation: its Rust type and its notes become the attributes of serde and schemars.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{Field, GenericArgument, Ident, LitStr, PathArguments, Result, Type, parse_quote};

use crate::life::Presence;
use crate::notes::{self, Notes};
use crate::{docs, shape};

/// What a field leaves beside the attributes that were put on it.
#[derive(Default)]
pub(crate) struct Left {
    /// Functions that belong into the type's `impl`.
    pub(crate) functions: TokenStream,
    /// Constants that belong beside the type.
    pub(crate) assertions: TokenStream,
}

/// Rewrites a named field of the type `owner`; `more` are entries that its schema gets besides its notes.
pub(crate) fn rewrite(field: &mut Field, owner: &Ident, more: Vec<(&'static str, TokenStream)>) -> Result<Left> {
    let notes = Notes::take(&mut field.attrs)?;
    let required = required(&notes, &field.ty)?;
    let mut entries = notes.entries();
    entries.extend(required.map(|range| ("x-immich-required", range)));
    entries.extend(more);
    field.attrs.extend(notes::extend(&entries));
    docs::complete(&mut field.attrs, &notes.in_words());
    let inner = inside(&field.ty, "Option").cloned();
    field.attrs.push(match &inner {
        Some(_) => parse_quote!(#[serde(
            default, skip_serializing_if = "Option::is_none", deserialize_with = "::models::written::present"
        )]),
        None => parse_quote!(#[serde(deserialize_with = "::models::written::required")]),
    });
    let functions = schema(field, owner, inner, &notes);
    Ok(Left { functions, assertions: notes.assertions() })
}

/// Says where the field's schema comes from: its shapes, whose function is the result, or the type inside its `Option`.
fn schema(field: &mut Field, owner: &Ident, inner: Option<Type>, notes: &Notes) -> TokenStream {
    if let (Some(name), false) = (&field.ident, notes.shapes.is_empty()) {
        let element = name.to_string();
        let own = inner.as_ref().unwrap_or(&field.ty);
        let (function, definition) = shape::function(element.trim_start_matches("r#"), &notes.shapes, own);
        let path = LitStr::new(&format!("{owner}::{function}"), name.span());
        field.attrs.push(parse_quote!(#[schemars(schema_with = #path)]));
        return definition;
    }
    if let Some(inner) = inner {
        let inner = LitStr::new(&inner.to_token_stream().to_string(), field.ty.span());
        field.attrs.push(parse_quote!(#[schemars(with = #inner)]));
    }
    TokenStream::new()
}

/// The value of `x-immich-required`, if the field needs one: serde's own `required` names what is always there.
fn required(notes: &Notes, ty: &Type) -> Result<Option<TokenStream>> {
    let may_be_absent = inside(ty, "Option").is_some();
    let Some(life) = &notes.life else { return Ok(None) };
    match &life.presence {
        Presence::Required if may_be_absent && life.range.is_always() => Err(syn::Error::new(
            ty.span(),
            "always there and always required: write the type without `Option`, or `optional`",
        )),
        Presence::Required if may_be_absent => Ok(Some(life.range.to_token_stream())),
        Presence::RequiredIn(range) if may_be_absent => Ok(Some(range.to_token_stream())),
        Presence::Optional if may_be_absent => Ok(None),
        Presence::Required if life.range.is_always() => Ok(None),
        _ => Err(syn::Error::new(ty.span(), "this field can be absent in some release: write `Option`")),
    }
}

/// `T` of `Option<T>` and the like.
pub(crate) fn inside<'a>(ty: &'a Type, outer: &str) -> Option<&'a Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|segment| segment.ident == outer)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) => Some(inner),
        _ => None,
    }
}

/// Whether the type is `Option<Nullable<…>>`.
pub(crate) fn is_optional_and_nullable(ty: &Type) -> bool {
    inside(ty, "Option").is_some_and(|inner| inside(inner, "Nullable").is_some())
}

/// The `impl` with the functions that a type needs, if it needs any.
pub(crate) fn implementation(owner: &Ident, functions: &TokenStream) -> TokenStream {
    if functions.is_empty() { TokenStream::new() } else { quote!(impl #owner { #functions }) }
}
