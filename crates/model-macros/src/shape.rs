//! `#[shape("3.0.0-rc.1..", Integer, minimum = 0)]`: which schema an element has in which releases.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Expr, Ident, LitStr, Result, Token, Type, token};

use crate::range::Range;

/// The argument of a `#[shape]`. Without a range it holds always; without a type it is that of the field.
pub(crate) struct Shape {
    pub(crate) range: Option<Range>,
    ty: Option<Type>,
    keywords: Vec<Keyword>,
}

/// `minimum = 1`, `default = null`, `default = {"size": 1}`; the value is one of `serde_json::json!`, to which `null` is no
/// variable.
pub(crate) struct Keyword {
    name: String,
    pub(crate) value: TokenStream,
}

/// What may stand between the commas of a `#[shape]`.
enum Part {
    Range(Range),
    Keyword(Keyword),
    Type(Box<Type>),
}

impl Parse for Keyword {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let name = input.call(Ident::parse_any)?.to_string();
        input.parse::<Token![=]>()?;
        // Lists and objects of JSON are no expressions of Rust.
        let is_json = input.peek(token::Brace) || input.peek(token::Bracket);
        let value = if is_json { input.parse::<TokenTree>()?.into() } else { input.parse::<Expr>()?.to_token_stream() };
        Ok(Self { name, value })
    }
}

impl Parse for Part {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if input.peek(LitStr) {
            return input.parse().map(Self::Range);
        }
        if input.peek(Ident::peek_any) && input.peek2(Token![=]) {
            return input.parse().map(Self::Keyword);
        }
        input.parse().map(|ty| Self::Type(Box::new(ty)))
    }
}

impl Parse for Shape {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut shape = Self { range: None, ty: None, keywords: Vec::new() };
        let span = input.span();
        for part in Punctuated::<Part, Token![,]>::parse_terminated(input)? {
            let early = shape.keywords.is_empty() && shape.ty.is_none();
            match part {
                Part::Range(range) if early && shape.range.is_none() => shape.range = Some(range),
                Part::Type(ty) if early => shape.ty = Some(*ty),
                Part::Keyword(keyword) => shape.keywords.push(keyword),
                _ => return Err(syn::Error::new(span, "expected a range, a type and keywords, in this order")),
            }
        }
        Ok(shape)
    }
}

/// The name and the definition of a function that makes the schema of an element with these shapes; `own` is the
/// element's type, for shapes that name none.
pub(crate) fn function(element: &str, shapes: &[Shape], own: &Type) -> (Ident, TokenStream) {
    let name = format_ident!("shape_of_{element}");
    let eras = shapes.iter().map(|shape| {
        let Shape { range, ty, keywords } = shape;
        let range = range.as_ref().map_or_else(|| quote!(".."), |range| quote!(#range));
        let ty = ty.as_ref().unwrap_or(own);
        let entries = keywords.iter().map(|Keyword { name, value }| quote!(#name: #value));
        quote!((#range, generator.subschema_for::<#ty>(), ::serde_json::json!({ #(#entries),* })))
    });
    let definition = quote! {
        fn #name(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
            ::models::written::eras([#(#eras),*])
        }
    };
    (name, definition)
}

/// The definition of a function that puts what these shapes say of a type as a whole into its schema. A type has members
/// or values of its own, so that a shape of it names no other type.
pub(crate) fn of_a_whole(shapes: &[Shape], owner: &Ident) -> Result<TokenStream> {
    let mut eras = Vec::new();
    for Shape { range, ty, keywords } in shapes {
        if ty.is_some() {
            return Err(syn::Error::new(owner.span(), "a shape of a whole type has keywords only"));
        }
        let range = range.as_ref().map_or_else(|| quote!(".."), |range| quote!(#range));
        let entries = keywords.iter().map(|Keyword { name, value }| quote!(#name: #value));
        eras.push(quote!((#range, ::serde_json::json!({ #(#entries),* }))));
    }
    Ok(quote! {
        fn shape_of_the_whole(schema: &mut ::schemars::Schema) {
            ::models::written::whole(schema, [#(#eras),*]);
        }
    })
}
