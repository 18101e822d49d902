//! What stands in the source of the models now and is to be kept: doc comments, names, and the order of variants.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::{Attribute, Expr, Fields, Item, Lit, Meta};

use crate::Failure;

/// The source as it stands.
#[derive(Debug, Default)]
pub(crate) struct Docs {
    /// Doc comments by type (`AlbumResponseDto`), field or variant (`AlbumResponseDto.owner`), and file
    /// (`//api/albums`).
    comments: BTreeMap<String, Vec<String>>,
    /// The variants of each enum, in their order.
    variants: BTreeMap<String, Vec<String>>,
    /// The types.
    names: BTreeSet<String>,
}

impl Docs {
    /// Reads all Rust files below a folder.
    pub(crate) fn below(folder: &Path) -> Result<Self, Failure> {
        let mut docs = Self::default();
        docs.folder(folder, "/")?;
        Ok(docs)
    }

    /// The lines of a comment, if somebody wrote one.
    pub(crate) fn of(&self, name: &str) -> Option<&[String]> {
        self.comments.get(name).map(Vec::as_slice)
    }

    /// Where a variant stands in its enum.
    pub(crate) fn place(&self, name: &str, variant: &str) -> Option<usize> {
        self.variants.get(name)?.iter().position(|known| known == variant)
    }

    /// Whether there is a type of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// `place` is the folder's, with a slash at its beginning.
    fn folder(&mut self, folder: &Path, place: &str) -> Result<(), Failure> {
        let fail = |error: std::io::Error| format!("{}: {error}", folder.display());
        for entry in fs::read_dir(folder).map_err(fail)? {
            let path = entry.map_err(fail)?.path();
            let module = path.with_extension("");
            let module = format!("{place}/{}", module.file_name().unwrap_or_default().to_string_lossy());
            if path.is_dir() {
                self.folder(&path, &module)?;
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).map_err(fail)?;
                let file = syn::parse_file(&text).map_err(|error| format!("{}: {error}", path.display()))?;
                self.keep(&module, &file.attrs);
                file.items.iter().for_each(|item| self.item(item));
            }
        }
        Ok(())
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Struct(one) => {
                let name = one.ident.to_string();
                self.keep(&name, &one.attrs);
                self.names.insert(name.clone());
                if let Fields::Named(fields) = &one.fields {
                    for field in &fields.named {
                        let Some(ident) = &field.ident else { continue };
                        self.keep(&format!("{name}.{ident}"), &field.attrs);
                    }
                }
            }
            Item::Enum(one) => {
                let name = one.ident.to_string();
                self.keep(&name, &one.attrs);
                self.names.insert(name.clone());
                self.variants.insert(name.clone(), one.variants.iter().map(|one| one.ident.to_string()).collect());
                one.variants.iter().for_each(|variant| self.keep(&format!("{name}.{}", variant.ident), &variant.attrs));
            }
            _ => {}
        }
    }

    fn keep(&mut self, name: &str, attributes: &[Attribute]) {
        let lines: Vec<String> = attributes.iter().filter_map(line).collect();
        if !lines.is_empty() {
            self.comments.insert(name.to_owned(), lines);
        }
    }
}

fn line(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(pair) = &attribute.meta else { return None };
    let Expr::Lit(value) = &pair.value else { return None };
    match &value.lit {
        Lit::Str(text) if pair.path.is_ident("doc") => Some(text.value()),
        _ => None,
    }
}
