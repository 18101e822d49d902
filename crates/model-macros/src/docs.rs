//! What rustdoc says of an element: what somebody wrote, then what its attributes say of its life.
//!
//! Only what somebody wrote becomes the schema's `description`: the life stands there as `x-immich-…` already. An element
//! of which nobody wrote anything and whose attributes say nothing has a name that says it all.

use syn::{Attribute, Expr, ExprLit, Lit, Meta, parse_quote};

use crate::notes::Notes;
use crate::range::Range;

/// Adds what an element's attributes say to its documentation.
pub(crate) fn complete(attributes: &mut Vec<Attribute>, said: &str) {
    let written: Vec<String> = attributes.iter().filter_map(line).collect();
    if said.is_empty() {
        if written.is_empty() {
            attributes.push(parse_quote!(#[allow(missing_docs, reason = "the name says it all")]));
        }
        return;
    }
    let lines: Vec<&str> = written.iter().map(|line| line.trim()).collect();
    let description = lines.join("\n");
    attributes.push(parse_quote!(#[schemars(description = #description)]));
    if !description.is_empty() {
        attributes.push(parse_quote!(#[doc = ""]));
    }
    attributes.push(parse_quote!(#[doc = #said]));
}

/// The text of one `///`.
fn line(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(pair) = &attribute.meta else { return None };
    match &pair.value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) if pair.path.is_ident("doc") => Some(text.value()),
        _ => None,
    }
}

impl Notes {
    /// Since when and until when, where required, where deprecated, and what upstream says last.
    pub(crate) fn in_words(&self) -> String {
        let mut sentences = Vec::new();
        if let Some(life) = &self.life {
            sentences.extend(life.range.in_words());
            let required = life.required_in().and_then(Range::in_words);
            sentences.extend(required.map(|when| format!("required {when}")));
            let deprecated = life.deprecated.as_ref().and_then(Range::in_words);
            sentences.extend(deprecated.map(|when| format!("deprecated {when}")));
        }
        sentences.extend(self.markers.last().map(|marker| format!("upstream says: {}", marker.in_words())));
        let ended: Vec<String> = sentences.iter().map(|sentence| format!("{}.", capital(sentence))).collect();
        ended.join(" ")
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::ToTokens;

    fn words(mut attributes: Vec<Attribute>) -> String {
        Notes::take(&mut attributes).unwrap().in_words()
    }

    #[test]
    fn a_life_in_words() {
        for (attributes, expected) in [
            (vec![], ""),
            (vec![parse_quote!(#[life("..", optional)])], ""),
            (vec![parse_quote!(#[life("1.133.0..")])], "Since 1.133.0."),
            (vec![parse_quote!(#[life("..3.0.0-rc.1")])], "Until 3.0.0-rc.1."),
            (vec![parse_quote!(#[life("1.113.0..2.0.0")])], "Since 1.113.0, until 2.0.0."),
            (vec![parse_quote!(#[life("..1.47.0, 1.140.0..", optional)])], "Until 1.47.0; again since 1.140.0."),
            (
                vec![parse_quote!(#[life("..", required = "..1.113.0", deprecated = "1.113.0..3.0.0-rc.1")])],
                "Required until 1.113.0. Deprecated since 1.113.0, until 3.0.0-rc.1.",
            ),
            (
                vec![
                    parse_quote!(#[marker("1.116.0..2.3.0", deprecated = "v1.116.0")]),
                    parse_quote!(#[marker("2.3.0..", added = "v1", deprecated = "v1.116.0", replacement = "searchRandom")]),
                ],
                "Upstream says: added in v1, deprecated in v1.116.0 for `searchRandom`.",
            ),
        ] {
            assert_eq!(words(attributes), expected);
        }
    }

    #[test]
    fn only_what_somebody_wrote_describes_the_schema() {
        let mut written: Vec<Attribute> =
            vec![parse_quote!(#[doc = " A picture"]), parse_quote!(#[doc = " or a video."])];
        complete(&mut written, "Since 1.133.0.");
        let text = written.iter().map(|one| one.to_token_stream().to_string()).collect::<Vec<_>>().join("\n");
        assert!(text.contains("schemars (description = \"A picture\\nor a video.\")"), "{text}");
        assert!(text.ends_with("# [doc = \"\"]\n# [doc = \"Since 1.133.0.\"]"), "{text}");
    }

    #[test]
    fn a_name_can_say_it_all() {
        let mut silent = Vec::new();
        complete(&mut silent, "");
        assert!(silent.iter().any(|one| one.path().is_ident("allow")));
        let mut written: Vec<Attribute> = vec![parse_quote!(#[doc = " A picture."])];
        complete(&mut written, "");
        assert_eq!(written.len(), 1);
    }
}
