//! Keys that stand twice in one object, which no parsed value can show.

use std::fmt;

use contract::pointer::escape;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A JSON document of which only names and order are kept.
enum Tree {
    Leaf,
    Array(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

/// The JSON Pointers of keys that already stood in their object, once for each repetition.
pub(super) fn keys_that_stand_twice(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    serde_json::from_str::<Tree>(text).unwrap().look("", &mut found);
    found
}

impl Tree {
    fn look(&self, pointer: &str, found: &mut Vec<String>) {
        match self {
            Self::Leaf => {}
            Self::Array(items) => {
                items.iter().enumerate().for_each(|(index, item)| item.look(&format!("{pointer}/{index}"), found));
            }
            Self::Object(members) => {
                for (index, (name, member)) in members.iter().enumerate() {
                    let pointer = format!("{pointer}/{}", escape(name));
                    if members[..index].iter().any(|(known, _)| known == name) {
                        found.push(pointer.clone());
                    }
                    member.look(&pointer, found);
                }
            }
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Tree::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Tree::Object(members))
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Leaf)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Tree, E> {
        Ok(Tree::Leaf)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Tree, E> {
        Ok(Tree::Leaf)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Tree, E> {
        Ok(Tree::Leaf)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Tree, E> {
        Ok(Tree::Leaf)
    }

    fn visit_str<E>(self, _: &str) -> Result<Tree, E> {
        Ok(Tree::Leaf)
    }
}
