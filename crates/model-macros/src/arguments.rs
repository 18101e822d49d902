//! The arguments of `#[operation]` and of the attributes that stand beside it.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Ident, LitInt, LitStr, Result, Token, Type};

use crate::range::Range;

/// `GET "/assets/random", id = "getRandom", tag = "Assets"`.
pub(crate) struct Operation {
    pub(crate) method: Ident,
    pub(crate) path: LitStr,
    pub(crate) id: LitStr,
    pub(crate) tag: LitStr,
}

/// `"1.137.0..", "asset.read"`: the name of something in some releases.
pub(crate) struct Named {
    pub(crate) range: Range,
    pub(crate) name: LitStr,
}

/// `bearer, cookie, api_key`, after a range if that is not all releases; `a + b` if both are needed together.
pub(crate) struct Security {
    pub(crate) range: Option<Range>,
    ways: Punctuated<Punctuated<Ident, Token![+]>, Token![,]>,
}

/// `200, Vec<AssetResponseDto>`, after a range if that is not all releases, before `content = "…"` if that is not JSON.
pub(crate) struct Answer {
    pub(crate) range: Option<Range>,
    status: LitInt,
    ty: Option<Type>,
    content: Option<LitStr>,
}

/// `content = "multipart/form-data"`, or nothing.
pub(crate) struct Content(pub(crate) LitStr);

/// `NAME = "…"`.
fn named(input: ParseStream<'_>, name: &str) -> Result<LitStr> {
    let word: Ident = input.parse()?;
    if word != name {
        return Err(syn::Error::new(word.span(), format!("expected `{name} = …`")));
    }
    input.parse::<Token![=]>()?;
    input.parse()
}

impl Parse for Operation {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let method: Ident = input.parse()?;
        let methods = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"];
        if !methods.iter().any(|known| method == known) {
            return Err(syn::Error::new(method.span(), format!("expected one of {}", methods.join(", "))));
        }
        let path = input.parse()?;
        input.parse::<Token![,]>()?;
        let id = named(input, "id")?;
        input.parse::<Token![,]>()?;
        Ok(Self { method, path, id, tag: named(input, "tag")? })
    }
}

impl Parse for Named {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let range = input.parse()?;
        input.parse::<Token![,]>()?;
        Ok(Self { range, name: input.parse()? })
    }
}

impl Named {
    /// The JSON value that goes into `x-immich-permission`.
    pub(crate) fn permission(&self) -> TokenStream {
        let Self { range, name } = self;
        quote!({"life": #range, "name": #name})
    }

    /// The JSON value that goes into `x-immich-ids`.
    pub(crate) fn id(&self) -> TokenStream {
        let Self { range, name } = self;
        quote!({"life": #range, "id": #name})
    }

    /// The JSON value that goes into `x-immich-paths`.
    pub(crate) fn path(&self) -> TokenStream {
        let Self { range, name } = self;
        quote!({"life": #range, "path": #name})
    }

    /// The JSON value that goes into `x-immich-tags`.
    pub(crate) fn tag(&self) -> TokenStream {
        let Self { range, name } = self;
        quote!({"life": #range, "tags": [#name]})
    }
}

/// A range and the comma after it, if there is one.
fn leading_range(input: ParseStream<'_>) -> Result<Option<Range>> {
    if !input.peek(LitStr) {
        return Ok(None);
    }
    let range = input.parse()?;
    input.parse::<Token![,]>()?;
    Ok(Some(range))
}

fn or_always(range: Option<&Range>) -> TokenStream {
    range.map_or_else(|| quote!(".."), ToTokens::to_token_stream)
}

impl Parse for Security {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let range = leading_range(input)?;
        let ways =
            input.call(|input| Punctuated::parse_terminated_with(input, Punctuated::parse_separated_nonempty))?;
        Ok(Self { range, ways })
    }
}

impl Security {
    /// The JSON value that goes into `x-immich-security`.
    pub(crate) fn value(&self) -> TokenStream {
        let range = or_always(self.range.as_ref());
        let ways = self.ways.iter().map(|schemes| {
            let schemes = schemes.iter().map(Ident::to_string);
            quote!([#(#schemes),*])
        });
        quote!({"life": #range, "anyOf": [#(#ways),*]})
    }
}

impl Parse for Answer {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut answer = Self { range: leading_range(input)?, status: input.parse()?, ty: None, content: None };
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if input.peek(Ident) && input.peek2(Token![=]) {
                answer.content = Some(named(input, "content")?);
            } else {
                answer.ty = Some(input.parse()?);
            }
        }
        Ok(answer)
    }
}

impl Answer {
    /// A `models::operation::Answer`.
    pub(crate) fn value(&self) -> TokenStream {
        let range = or_always(self.range.as_ref());
        let Self { status, ty, content, .. } = self;
        let content = content.as_ref().map_or_else(|| quote!("application/json"), ToTokens::to_token_stream);
        let body = ty.as_ref().map_or_else(
            || quote!(::core::option::Option::None),
            |ty| quote!(::core::option::Option::Some((#content, generator.subschema_for::<#ty>()))),
        );
        quote!(::models::operation::Answer { life: #range, status: #status, body: #body })
    }
}

impl Parse for Content {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        named(input, "content").map(Self)
    }
}
