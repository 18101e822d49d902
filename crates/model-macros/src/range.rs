//! A set of releases as the attributes write it: `A..B`, `A..`, `..B`, `..`, several separated by commas.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::parse::{Parse, ParseStream};
use syn::{LitStr, Result};

/// A version as numbers that compare by age. A release candidate is older than its release.
type Version = (u32, u32, u32, u32);

const FINAL: u32 = u32::MAX;

/// A well-formed set of releases. Whether the releases exist is decided by [`Range::assertions`] in the compiled crate.
#[derive(Clone)]
pub(crate) struct Range {
    literal: LitStr,
    intervals: Vec<(Option<Version>, Option<Version>)>,
}

impl Parse for Range {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let literal: LitStr = input.parse()?;
        let text = literal.value();
        let intervals: Option<Vec<_>> = text.split(", ").map(interval).collect();
        match intervals {
            Some(intervals) if in_order(&intervals) => Ok(Self { literal, intervals }),
            Some(_) => {
                Err(syn::Error::new(literal.span(), format!("the releases of `{text}` are not in order of age")))
            }
            None => Err(syn::Error::new(
                literal.span(),
                format!("`{text}` is not a range of releases; write `1.113.0..2.3.0`, `1.113.0..`, `..2.3.0` or `..`"),
            )),
        }
    }
}

impl Range {
    /// Whether these are all releases.
    pub(crate) fn is_always(&self) -> bool {
        self.literal.value() == ".."
    }

    /// Whether each release of this set is in the other.
    pub(crate) fn is_within(&self, outer: &Self) -> bool {
        let inside = |inner: &(Option<Version>, Option<Version>)| {
            outer.intervals.iter().any(|(since, until)| {
                since.is_none_or(|since| inner.0.is_some_and(|own| own >= since))
                    && until.is_none_or(|until| inner.1.is_some_and(|own| own <= until))
            })
        };
        self.intervals.iter().all(inside)
    }

    /// `since 1.113.0, until 2.3.0`; nothing for all releases.
    pub(crate) fn in_words(&self) -> Option<String> {
        let bounds = |(since, until): (&str, &str)| match (since, until) {
            (since, "") => format!("since {since}"),
            ("", until) => format!("until {until}"),
            (since, until) => format!("since {since}, until {until}"),
        };
        let text = self.literal.value();
        let intervals: Vec<String> = text.split(", ").filter_map(|one| one.split_once("..")).map(bounds).collect();
        (!self.is_always()).then(|| intervals.join("; again "))
    }

    /// A complaint about this range.
    pub(crate) fn error(&self, message: &str) -> syn::Error {
        syn::Error::new(self.literal.span(), message)
    }

    /// Constants that compile only if each release of the range is in the table.
    pub(crate) fn assertions(&self) -> TokenStream {
        let span = self.literal.span();
        let text = self.literal.value();
        let releases = text.split(", ").flat_map(|part| part.split("..")).filter(|bound| !bound.is_empty());
        let known = releases.map(|release| {
            let release = LitStr::new(release, span);
            quote_spanned!(span=> const _: ::contract::Release = ::contract::Release::known(#release);)
        });
        quote!(#(#known)*)
    }
}

impl ToTokens for Range {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.literal.to_tokens(tokens);
    }
}

fn interval(text: &str) -> Option<(Option<Version>, Option<Version>)> {
    let (since, until) = text.split_once("..")?;
    let is_bound = |text: &str| text.is_empty() || version(text).is_some();
    (is_bound(since) && is_bound(until)).then(|| (version(since), version(until)))
}

fn version(text: &str) -> Option<Version> {
    let (numbers, candidate) = match text.split_once("-rc.") {
        Some((numbers, candidate)) => (numbers, candidate.parse().ok()?),
        None => (text, FINAL),
    };
    let mut parts = numbers.split('.').map(|part| part.parse::<u32>().ok());
    let version = (parts.next()??, parts.next()??, parts.next()??, candidate);
    parts.next().is_none().then_some(version)
}

/// Whether each interval is at least one release long and ends before the next begins.
fn in_order(intervals: &[(Option<Version>, Option<Version>)]) -> bool {
    let not_empty = intervals.iter().all(|(since, until)| since.is_none() || until.is_none() || since < until);
    let mut pairs = intervals.iter().zip(intervals.iter().skip(1));
    not_empty && pairs.all(|(left, right)| left.1.is_some_and(|until| right.0.is_some_and(|since| until < since)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(text: &str) -> Result<Range> {
        syn::parse_str(&format!("{text:?}"))
    }

    #[test]
    fn accepts_ranges_and_lists_of_them() {
        for text in ["..", "1.113.0..", "..3.0.0-rc.1", "1.2.3..1.2.4", "3.0.0-rc.1..3.0.0", "..1.47.0, 1.140.0.."] {
            assert!(range(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_range() {
        let no_range =
            ["", "1.113.0", "1.113..", "v1.113.0..", "1.0.0...2.0.0", "1.0.0..2.0.0-beta", "..,..", "1.0.0.0.."];
        let no_order = ["2.0.0..1.0.0", "1.0.0..1.0.0", "3.0.0..3.0.0-rc.1", "1.0.0.., 2.0.0..", "..2.0.0, ..3.0.0"];
        for text in no_range.into_iter().chain(no_order) {
            assert!(range(text).is_err(), "{text}");
        }
    }

    #[test]
    fn knows_what_lies_within() {
        let table = [
            ("1.0.0..2.0.0", "..", true),
            ("..", "..2.0.0", false),
            ("..3.0.0", "..3.0.0-rc.1", false),
            ("1.5.0..1.6.0", "1.5.0..", true),
            ("1.4.0..1.6.0", "..1.2.0, 1.5.0..", false),
            ("..1.1.0, 1.6.0..", "..1.2.0, 1.5.0..", true),
        ];
        for (inner, outer, expected) in table {
            let within = range(inner).unwrap().is_within(&range(outer).unwrap());
            assert_eq!(within, expected, "{inner} in {outer}");
        }
    }
}
