//! Names: from the spelling of one language to that of another, and to plain words.

/// Rust's keywords that a field can be called with `r#`.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Those that nothing can be called.
const NO_NAMES: &[&str] = &["crate", "self", "super", "Self", "_", ""];

/// The words of a name: `boundingBoxX1` is `bounding`, `box`, `x1`; `APIKey` is `api`, `key`.
pub(crate) fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words: Vec<String> = Vec::new();
    for (at, letter) in letters.iter().enumerate() {
        if !letter.is_ascii_alphanumeric() {
            words.push(String::new());
            continue;
        }
        let before = at.checked_sub(1).and_then(|before| letters.get(before));
        let after = letters.get(at + 1);
        let begins = letter.is_ascii_uppercase()
            && (before.is_some_and(|before| !before.is_ascii_uppercase())
                || after.is_some_and(char::is_ascii_lowercase));
        if begins {
            words.push(String::new());
        }
        match words.last_mut() {
            Some(word) => word.push(letter.to_ascii_lowercase()),
            None => words.push(letter.to_ascii_lowercase().to_string()),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// `bounding_box_x1`.
pub(crate) fn snake(name: &str) -> String {
    words(name).join("_")
}

/// `BoundingBoxX1`.
pub(crate) fn pascal(name: &str) -> String {
    words(name).iter().map(|word| capital(word)).collect()
}

/// The word with a capital.
pub(crate) fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A field's name in Rust.
pub(crate) fn field(name: &str) -> String {
    let snake = beginning_with_a_letter(snake(name), "number_");
    if KEYWORDS.contains(&snake.as_str()) { format!("r#{snake}") } else { snake }
}

/// A value's name in Rust.
pub(crate) fn variant(value: &str) -> String {
    let name = if value.starts_with('-') { format!("minus {value}") } else { value.to_owned() };
    beginning_with_a_letter(pascal(&name), "Number")
}

/// The name with a word before it where it begins with a digit, and behind it where it cannot be a name.
fn beginning_with_a_letter(name: String, word: &str) -> String {
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        return format!("{word}{name}");
    }
    if NO_NAMES.contains(&name.as_str()) {
        format!("{name}{}", if word == "Number" { "Value" } else { "_value" })
    } else {
        name
    }
}

/// What serde's `camelCase` makes of a field's name.
pub(crate) fn camel(field: &str) -> String {
    let mut parts = field.trim_start_matches("r#").split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| name + &capital(part))
}

/// The conventions of serde by which all variants are spelled as the values, if there is one.
pub(crate) fn convention(pairs: &[(String, String)]) -> Option<&'static str> {
    let all = |spell: &dyn Fn(&[String]) -> String| {
        pairs.iter().all(|(variant, value)| spell(&serde_words(variant)) == *value)
    };
    let joined = |between: &'static str| move |words: &[String]| words.join(between);
    let upper = |between: &'static str| move |words: &[String]| words.join(between).to_uppercase();
    let pascal = |words: &[String]| words.iter().map(|word| capital(word)).collect::<String>();
    let camel = |words: &[String]| camel(&words.join("_"));
    let conventions: [(&'static str, &dyn Fn(&[String]) -> String); 7] = [
        ("", &pascal),
        ("lowercase", &joined("")),
        ("UPPERCASE", &upper("")),
        ("camelCase", &camel),
        ("snake_case", &joined("_")),
        ("kebab-case", &joined("-")),
        ("SCREAMING_SNAKE_CASE", &upper("_")),
    ];
    conventions.into_iter().find(|(_, spell)| all(spell)).map(|(name, _)| name)
}

/// The words of a variant as serde sees them: each capital begins one.
fn serde_words(variant: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for letter in variant.chars() {
        match words.last_mut() {
            Some(word) if !letter.is_ascii_uppercase() => word.push(letter),
            _ => words.push(letter.to_ascii_lowercase().to_string()),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fall_into_words() {
        for (name, expected) in [
            ("boundingBoxX1", "bounding_box_x1"),
            ("APIKeyCreateDto", "api_key_create_dto"),
            ("gCastEnabled", "g_cast_enabled"),
            ("x-immich-checksum", "x_immich_checksum"),
            ("asset.read", "asset_read"),
            ("Users (admin)", "users_admin"),
        ] {
            assert_eq!(snake(name), expected);
        }
        assert_eq!(pascal("getAllAlbums"), "GetAllAlbums");
        assert_eq!(camel(&field("type")), "type");
        assert_eq!(camel(&field("boundingBoxX1")), "boundingBoxX1");
    }

    #[test]
    fn a_convention_spells_all_values_or_is_none() {
        let pairs = |values: &[&str]| values.iter().map(|one| (pascal(one), (*one).to_owned())).collect::<Vec<_>>();
        assert_eq!(convention(&pairs(&["machine-learning", "exif"])), Some("kebab-case"));
        assert_eq!(convention(&pairs(&["IMAGE", "VIDEO"])), Some("UPPERCASE"));
        assert_eq!(convention(&pairs(&["asset.read", "all"])), None);
    }
}
