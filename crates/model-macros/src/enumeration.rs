//! `#[model]` on enums: of unit variants, a list of strings; of newtype variants, a shape that changed.

use syn::{Attribute, DataEnum, Expr, ExprLit, Fields, Ident, Lit, Result, Variant, parse_quote};

use crate::docs;
use crate::field::Left;
use crate::notes::{self, Notes};

/// `AssetRead = "asset.read"`: how a variant is spelled where no convention spells them all.
fn spelled(variant: &mut Variant) -> Result<()> {
    let Some((_, value)) = variant.discriminant.take() else { return Ok(()) };
    let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = value else {
        return Err(syn::Error::new_spanned(value, "expected the value as a string"));
    };
    variant.attrs.push(parse_quote!(#[serde(rename = #text)]));
    Ok(())
}

/// Rewrites an enum.
pub(crate) fn rewrite(attributes: &mut Vec<Attribute>, data: &mut DataEnum, name: &Ident) -> Result<Left> {
    let is_newtype =
        |variant: &Variant| matches!(&variant.fields, Fields::Unnamed(fields) if fields.unnamed.len() == 1);
    if data.variants.iter().all(|variant| matches!(variant.fields, Fields::Unit)) {
        attributes.push(parse_quote!(#[schemars(transform = ::models::written::strings)]));
        attributes.push(parse_quote!(#[derive(Copy, Eq)]));
        attributes.push(parse_quote!(#[allow(clippy::enum_variant_names, reason = "the API has them")]));
    } else if data.variants.iter().all(is_newtype) {
        attributes.push(parse_quote!(#[serde(untagged)]));
        attributes.push(parse_quote!(#[schemars(inline)]));
    } else {
        return Err(syn::Error::new(name.span(), "either all variants are plain or each holds one value"));
    }
    let mut left = Left::default();
    for variant in &mut data.variants {
        spelled(variant)?;
        let notes = Notes::take(&mut variant.attrs)?;
        if let Some(shape) = notes.shapes.first() {
            let message = "a variant is a shape by itself";
            return Err(shape
                .range
                .as_ref()
                .map_or_else(|| syn::Error::new(variant.ident.span(), message), |range| range.error(message)));
        }
        variant.attrs.extend(notes::extend(&notes.entries()));
        docs::complete(&mut variant.attrs, &notes.in_words());
        left.assertions.extend(notes.assertions());
    }
    Ok(left)
}
