//! Names for files and for places in pages, whatever it is that they are named after.
//!
//! A name is kept as it is where it is harmless: in a path, in an address, on any file system. Every other byte is written
//! as `~` and two digits, so that no two names become one and none leaves its folder. Names that differ by nothing but case
//! have their capitals written so, too, because many file systems do not tell those apart.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// Beyond this many bytes a name is cut off, and told apart by a hash: file systems allow 255.
const LONGEST: usize = 160;

/// The names that Windows keeps for devices, with any ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Names of files by what they are named after.
#[derive(Debug, Default)]
pub(crate) struct FileNames(BTreeMap<String, String>);

impl FileNames {
    /// A name, without an ending, for each of these.
    pub(crate) fn of<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let names: BTreeSet<&str> = names.into_iter().collect();
        let mut of_folded: HashMap<String, usize> = HashMap::new();
        for name in &names {
            *of_folded.entry(name.to_lowercase()).or_default() += 1;
        }
        let file = |name: &str| {
            let is_alone = of_folded.get(&name.to_lowercase()).is_none_or(|count| *count == 1);
            cut(escaped(name, |byte| !byte.is_ascii_uppercase() || is_alone), name)
        };
        Self(names.into_iter().map(|name| (name.to_owned(), file(name))).collect())
    }

    /// The name of the file of this one.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }
}

/// The name of a place in a page. Names that a page gives itself begin with `~` and no digit, so they are none of these.
pub(crate) fn anchor(name: &str) -> String {
    escaped(name, |_| true)
}

fn escaped(name: &str, is_kept: impl Fn(u8) -> bool) -> String {
    let mut text = String::new();
    for (position, byte) in name.bytes().enumerate() {
        let is_dot_within = byte == b'.' && position > 0 && position + 1 < name.len();
        let is_harmless = byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-') || is_dot_within;
        let is_device = position == 0 && is_device(name);
        if is_harmless && !is_device && is_kept(byte) {
            text.push(char::from(byte));
        } else {
            // Writing to a text does not fail.
            let _ = write!(text, "~{byte:02x}");
        }
    }
    if text.is_empty() { "~".to_owned() } else { text }
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered = ["com", "lpt"].iter().filter_map(|port| stem.strip_prefix(port));
    DEVICES.contains(&stem.as_str())
        || numbered.into_iter().any(|rest| rest.len() == 1 && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

fn cut(mut escaped: String, name: &str) -> String {
    if escaped.len() > LONGEST {
        escaped.truncate(LONGEST);
        escaped.push_str("~~");
        for byte in Sha256::digest(name).iter().take(8) {
            let _ = write!(escaped, "{byte:02x}");
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{FileNames, anchor};

    #[test]
    fn harmless_names_stay() {
        let names = FileNames::of(["AssetResponseDto", "3.0.0-rc.1", "get_it"]);
        for name in ["AssetResponseDto", "3.0.0-rc.1", "get_it"] {
            assert_eq!(names.get(name), Some(name));
        }
        assert_eq!(names.get("other"), None);
    }

    #[test]
    fn no_name_leaves_its_folder_and_no_two_are_one() {
        let long = ["a".repeat(300), "a".repeat(301)];
        let all = [
            "..",
            ".",
            "",
            "/etc/passwd",
            "..\\x",
            "a/b",
            "a~2fb",
            "GET /a/{id}",
            "nul",
            "Com1.txt",
            "com12",
            "\u{202e}x",
            "Foo",
            "foo",
            "FOO",
            "fOo",
            "x.",
            "\0",
            "Ä",
            "ä",
            "<script>",
            &long[0],
            &long[1],
        ];
        let names = FileNames::of(all);
        let mut folded = HashSet::new();
        for name in all {
            let file = names.get(name).unwrap();
            assert!(folded.insert(file.to_lowercase()), "{name}: {file} is not its own");
            let is_harmless = |byte: u8| byte.is_ascii_alphanumeric() || b"~._-".contains(&byte);
            assert!(file.bytes().all(is_harmless) && !file.starts_with('.') && !file.ends_with('.'), "{file}");
            assert!(file.len() < 200 && !["nul", "com1.txt"].contains(&&*file.to_lowercase()), "{file}");
        }
        assert_eq!(names.get("com12"), Some("com12"));
    }

    #[test]
    fn anchors_keep_case_and_are_no_name_of_a_page() {
        assert_eq!(anchor("deviceId"), "deviceId");
        assert_eq!(anchor("faces[].x y"), "faces~5b~5d.x~20y");
        assert_eq!(anchor("~main"), "~7emain");
    }
}
