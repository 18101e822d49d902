//! Reading Rust token by token.
//!
//! Tokens rather than a syntax tree, so that code inside macro calls (`proptest! { … }`) is seen too, and
//! text inside strings and comments is not.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// Calls `see` with the tokens of each nesting level, outermost first.
pub(super) fn each_level(tokens: &TokenStream, see: &mut dyn FnMut(&[TokenTree])) {
    let level: Vec<TokenTree> = tokens.clone().into_iter().collect();
    see(&level);
    for token in &level {
        if let TokenTree::Group(group) = token {
            each_level(&group.stream(), see);
        }
    }
}

/// Calls `see` with what stands inside the brackets of each attribute (`#[…]`, `#![…]`) and its line,
/// counted from 1.
pub(super) fn each_attribute(tokens: &TokenStream, see: &mut dyn FnMut(&[TokenTree], usize)) {
    each_level(tokens, &mut |level| {
        for start in 0..level.len() {
            let Some([TokenTree::Punct(hash), rest @ ..]) = level.get(start..) else { continue };
            let rest = match rest {
                [TokenTree::Punct(bang), rest @ ..] if bang.as_char() == '!' => rest,
                _ => rest,
            };
            if let [TokenTree::Group(group), ..] = rest
                && hash.as_char() == '#'
                && group.delimiter() == Delimiter::Bracket
            {
                see(&inside(group), hash.span().start().line);
            }
        }
    });
}

/// The tokens inside a group.
pub(super) fn inside(group: &Group) -> Vec<TokenTree> {
    group.stream().into_iter().collect()
}

/// Whether a token is the identifier or keyword `word`.
pub(super) fn is_word(token: &TokenTree, word: &str) -> bool {
    matches!(token, TokenTree::Ident(found) if found == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_attributes_at_every_depth_and_none_in_text() {
        let source = "#![a]\nfn f() {\n  m! { #[b(c)] x }\n  \"#[d]\"; // #[e]\n}";
        let mut found = Vec::new();
        let tokens: TokenStream = source.parse().unwrap();
        each_attribute(&tokens, &mut |attribute, line| found.push((attribute[0].to_string(), line)));
        assert_eq!(found, [("a".to_owned(), 1), ("b".to_owned(), 3)]);
    }
}
