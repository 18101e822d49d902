//! `#[operation]` on structs.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Attribute, Data, DeriveInput, Field, Fields, Ident, LitStr, Meta, Result, parse_quote};

use crate::arguments::{Answer, Content, Named, Operation, Security};
use crate::docs;
use crate::field::{self, Left};
use crate::notes::{self, Notes};
use crate::range::Range;

/// The attributes that say where in the request a field stands.
const PLACES: &[&str] = &["path", "query", "header", "cookie", "body"];

/// Rewrites the struct of an operation.
pub(crate) fn expand(arguments: &Operation, mut item: DeriveInput) -> Result<TokenStream> {
    let notes = Notes::take(&mut item.attrs)?;
    let facts = Facts::take(&mut item.attrs)?;
    facts.check(arguments)?;
    let name = item.ident.clone();
    let Left { functions, assertions } = fields(&mut item)?;
    let implementation = field::implementation(&name, &functions);
    let description = description(arguments, &name, &notes, &facts);
    let route = format!("`{} {}`. {}", arguments.method, arguments.path.value(), notes.in_words());
    docs::complete(&mut item.attrs, route.trim_end());
    let named = notes.assertions();
    let stated = facts.assertions();
    Ok(quote! {
        #[derive(Debug, Clone, PartialEq, ::serde::Serialize, ::serde::Deserialize, ::schemars::JsonSchema)]
        #[serde(rename_all = "camelCase")]
        #[allow(clippy::struct_excessive_bools, clippy::struct_field_names, reason = "the API has them")]
        #item
        #implementation
        #description
        #assertions
        #named
        #stated
    })
}

/// What stands beside `#[operation]` and is not a note.
struct Facts {
    ids: Vec<Named>,
    paths: Vec<Named>,
    tags: Vec<Named>,
    permissions: Vec<Named>,
    security: Vec<Security>,
    answers: Vec<Answer>,
    admin_only: Vec<Range>,
}

impl Facts {
    fn take(attributes: &mut Vec<Attribute>) -> Result<Self> {
        Ok(Self {
            ids: notes::take(attributes, "id")?,
            paths: notes::take(attributes, "path")?,
            tags: notes::take(attributes, "tag")?,
            permissions: notes::take(attributes, "permission")?,
            security: notes::take(attributes, "security")?,
            answers: notes::take(attributes, "answer")?,
            admin_only: notes::take(attributes, "admin_only")?,
        })
    }

    /// A name for all releases leaves none for the one in `#[operation]`, and another path is another operation.
    fn check(&self, arguments: &Operation) -> Result<()> {
        if let Some(always) = self.ids.iter().chain(&self.paths).find(|former| former.range.is_always()) {
            return Err(always.range.error("this leaves no release for the name in `#[operation]`"));
        }
        let fixed = |path: &LitStr| -> Vec<String> {
            path.value().split('/').map(|segment| segment.split('{').next().unwrap_or_default().to_owned()).collect()
        };
        match self.paths.iter().find(|former| fixed(&former.name) != fixed(&arguments.path)) {
            Some(other) => Err(syn::Error::new(
                other.name.span(),
                "another path is another operation; only what stands in braces can change",
            )),
            None => Ok(()),
        }
    }

    /// The facts as entries of a JSON object.
    fn entries(&self) -> Vec<(&'static str, TokenStream)> {
        let values = |named: &[Named], value: fn(&Named) -> TokenStream| named.iter().map(value).collect();
        let lists: [(_, Vec<_>); 4] = [
            ("x-immich-ids", values(&self.ids, Named::id)),
            ("x-immich-paths", values(&self.paths, Named::path)),
            ("x-immich-permission", values(&self.permissions, Named::permission)),
            ("x-immich-security", self.security.iter().map(Security::value).collect()),
        ];
        let full = lists.into_iter().filter(|(_, list)| !list.is_empty());
        let lists = full.map(|(keyword, list)| (keyword, quote!([#(#list),*])));
        let admin_only = self.admin_only.iter().map(|range| ("x-immich-admin-only", range.to_token_stream()));
        lists.chain(admin_only).collect()
    }

    fn assertions(&self) -> TokenStream {
        let names = [&self.ids, &self.paths, &self.tags, &self.permissions];
        let names = names.into_iter().flatten().map(|named| &named.range);
        let security = self.security.iter().filter_map(|security| security.range.as_ref());
        let answers = self.answers.iter().filter_map(|answer| answer.range.as_ref());
        let all = names.chain(security).chain(answers).chain(&self.admin_only).map(Range::assertions);
        quote!(#(#all)*)
    }
}

/// Rewrites the fields, each of which gets an entry that tells its place.
fn fields(item: &mut DeriveInput) -> Result<Left> {
    let owner = item.ident.clone();
    let mut left = Left::default();
    let Data::Struct(data) = &mut item.data else {
        return Err(syn::Error::new(owner.span(), "an operation is a struct"));
    };
    if let Fields::Unnamed(_) = data.fields {
        return Err(syn::Error::new(owner.span(), "the parameters of an operation have names"));
    }
    for field in &mut data.fields {
        let place = place(field)?;
        let Left { functions, assertions } = field::rewrite(field, &owner, place)?;
        left.functions.extend(functions);
        left.assertions.extend(assertions);
    }
    Ok(left)
}

/// Takes `#[query]` and the like off a field.
fn place(field: &mut Field) -> Result<Vec<(&'static str, TokenStream)>> {
    let name = |attribute: &Attribute| PLACES.iter().find(|place| attribute.path().is_ident(place)).copied();
    let taken: Vec<_> = field.attrs.extract_if(.., |attribute| name(attribute).is_some()).collect();
    let [attribute] = taken.as_slice() else {
        let message = format!("say where the field stands: one of #[{}]", PLACES.join("], #["));
        return Err(syn::Error::new_spanned(field, message));
    };
    let place = name(attribute);
    let mut entries = vec![("x-immich-place", quote!(#place))];
    if let Meta::List(_) = attribute.meta {
        let Content(content) = attribute.parse_args()?;
        entries.push(("x-immich-content", quote!(#content)));
    }
    Ok(entries)
}

/// The implementation of `models::Operation`.
fn description(arguments: &Operation, name: &Ident, notes: &Notes, facts: &Facts) -> TokenStream {
    let Operation { method, path, id, tag } = arguments;
    // The first era that has a release counts, so that the tag beside the path is left for all others.
    let earlier = facts.tags.iter().map(Named::tag);
    let tags = if facts.tags.is_empty() {
        quote!("tags": [#tag])
    } else {
        quote!("x-immich-tags": [#(#earlier,)* {"life": "..", "tags": [#tag]}])
    };
    let method = method.to_string().to_lowercase();
    let entries = notes.entries().into_iter().chain(facts.entries());
    let entries = entries.map(|(keyword, value)| quote!(#keyword: #value));
    // As a text, which is read when it is asked for: code that builds it would be half of the models.
    let text = quote!({"operationId": #id, "method": #method, "path": #path, #tags #(, #entries)*}).to_string();
    let answers = facts.answers.iter().map(Answer::value);
    parse_quote! {
        impl ::models::Operation for #name {
            fn describe(generator: &mut ::schemars::SchemaGenerator) -> ::serde_json::Value {
                let answers = ::std::vec![#(#answers),*];
                let request = <Self as ::schemars::JsonSchema>::json_schema(generator);
                ::models::operation::describe(#text, &request, answers)
            }
        }
    }
}
