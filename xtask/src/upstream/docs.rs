//! The doc comments that stand in the models now, so that they can be kept.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use syn::{Attribute, Expr, Fields, Item, Lit, Meta};

use crate::Failure;

/// Doc comments by type (`AlbumResponseDto`), by field or variant (`AlbumResponseDto.owner`), and by module (`//albums`).
#[derive(Debug, Default)]
pub(crate) struct Docs(BTreeMap<String, Vec<String>>);

impl Docs {
    /// Reads all Rust files below a folder.
    pub(crate) fn below(folder: &Path) -> Result<Self, Failure> {
        let mut docs = Self::default();
        docs.folder(folder)?;
        Ok(docs)
    }

    /// The lines of a comment, if somebody wrote one.
    pub(crate) fn of(&self, name: &str) -> Option<&[String]> {
        self.0.get(name).map(Vec::as_slice)
    }

    fn folder(&mut self, folder: &Path) -> Result<(), Failure> {
        let fail = |error: std::io::Error| format!("{}: {error}", folder.display());
        for entry in fs::read_dir(folder).map_err(fail)? {
            let path = entry.map_err(fail)?.path();
            if path.is_dir() {
                self.folder(&path)?;
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).map_err(fail)?;
                let file = syn::parse_file(&text).map_err(|error| format!("{}: {error}", path.display()))?;
                let module = path.with_extension("");
                let module = module.file_name().unwrap_or_default().to_string_lossy();
                self.keep(&format!("//{module}"), &file.attrs);
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
                one.variants.iter().for_each(|variant| self.keep(&format!("{name}.{}", variant.ident), &variant.attrs));
            }
            _ => {}
        }
    }

    fn keep(&mut self, name: &str, attributes: &[Attribute]) {
        let lines: Vec<String> = attributes.iter().filter_map(line).collect();
        if !lines.is_empty() {
            self.0.insert(name.to_owned(), lines);
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
