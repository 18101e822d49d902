//! `#[life("1.106.4..", optional)]`: in which releases an element exists, is required, is deprecated.

use syn::parse::{Parse, ParseStream};
use syn::{Ident, Result, Token};

use crate::range::Range;

/// Where a field that can be absent must not be.
pub(crate) enum Presence {
    /// Wherever it lives; what `#[life]` means if it says nothing else.
    Required,
    /// Nowhere: `optional`.
    Optional,
    /// `required = RANGE`.
    RequiredIn(Range),
}

/// The argument of a `#[life]`.
pub(crate) struct Life {
    pub(crate) range: Range,
    pub(crate) presence: Presence,
    pub(crate) deprecated: Option<Range>,
}

impl Parse for Life {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut life = Self { range: input.parse()?, presence: Presence::Required, deprecated: None };
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            let word: Ident = input.parse()?;
            life.set(&word, input)?;
        }
        Ok(life)
    }
}

impl Life {
    fn set(&mut self, word: &Ident, input: ParseStream<'_>) -> Result<()> {
        match word.to_string().as_str() {
            "optional" if matches!(self.presence, Presence::Required) => self.presence = Presence::Optional,
            "required" if matches!(self.presence, Presence::Required) => {
                self.presence = Presence::RequiredIn(self.part(input)?);
            }
            "deprecated" if self.deprecated.is_none() => self.deprecated = Some(self.part(input)?),
            "optional" | "required" | "deprecated" => return Err(syn::Error::new(word.span(), "said twice")),
            _ => return Err(syn::Error::new(word.span(), "expected `optional`, `required = …` or `deprecated = …`")),
        }
        Ok(())
    }

    /// A range after `=`, which must lie within the life.
    fn part(&self, input: ParseStream<'_>) -> Result<Range> {
        input.parse::<Token![=]>()?;
        let part: Range = input.parse()?;
        if part.is_within(&self.range) {
            return Ok(part);
        }
        Err(part.error("not all these releases are in the life"))
    }

    /// The releases after `required =`.
    pub(crate) fn required_in(&self) -> Option<&Range> {
        match &self.presence {
            Presence::RequiredIn(range) => Some(range),
            Presence::Required | Presence::Optional => None,
        }
    }
}
