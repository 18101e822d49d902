//! Which names tell that what stands under them is secret.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use aho_corasick::AhoCorasick;
use foldhash::{HashMap, HashSet};
use serde::Deserialize;

/// The names of secrets: those that a contract says are, and those whose words tell.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Of secrets, as a contract has it.
    secret: Arc<HashSet<String>>,
    /// Words of a contract.
    public: Arc<HashSet<String>>,
}

/// What a name tells of what stands under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// That it is secret.
    Secret,
    /// That it is about a secret and none itself.
    About,
    /// Nothing.
    Nothing,
}

/// The file of words, each with its reason.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    telling: BTreeMap<String, String>,
    joined: BTreeMap<String, String>,
    together: BTreeMap<String, String>,
    describing: BTreeMap<String, String>,
    asking: BTreeMap<String, String>,
    plain: BTreeMap<String, String>,
    beside: BTreeMap<String, String>,
}

/// The words as they are looked up.
#[derive(Default)]
struct Words {
    telling: HashSet<String>,
    joined: Option<AhoCorasick>,
    /// Pairs of words, by the second.
    together: HashMap<String, Vec<String>>,
    describing: HashSet<String>,
    asking: HashSet<String>,
    /// Pairs of words, by the second.
    plain: HashMap<String, Vec<String>>,
    beside: HashSet<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    // A test reads the file: that it can be read does not depend on any input.
    toml::from_str::<File>(include_str!("words.toml")).map(Words::from).unwrap_or_default()
});

impl From<File> for Words {
    fn from(file: File) -> Self {
        let set = |table: BTreeMap<String, String>| table.into_keys().collect();
        Self {
            telling: set(file.telling),
            joined: AhoCorasick::new(file.joined.into_keys()).ok(),
            together: pairs(&file.together),
            describing: set(file.describing),
            asking: set(file.asking),
            plain: pairs(&file.plain),
            beside: set(file.beside),
        }
    }
}

/// `bar-code` as `code` and what may stand before it.
fn pairs(table: &BTreeMap<String, String>) -> HashMap<String, Vec<String>> {
    let mut pairs: HashMap<String, Vec<String>> = HashMap::default();
    for (first, second) in table.keys().filter_map(|pair| pair.split_once('-')) {
        pairs.entry(second.to_owned()).or_default().push(first.to_owned());
    }
    pairs
}

impl Names {
    /// Those whose words tell, and these of a contract. `public` are words that the contract itself uses: nobody who knows it
    /// learns anything from them, and masking them would make a report unreadable.
    pub fn of_contract(secret: impl IntoIterator<Item = String>, public: impl IntoIterator<Item = String>) -> Self {
        let secret = Arc::new(secret.into_iter().map(|name| plain(&name).into_owned()).collect());
        Self { secret, public: Arc::new(public.into_iter().collect()) }
    }

    /// Whether what stands under this name is secret.
    pub fn is_secret(&self, name: &str) -> bool {
        self.told(name) == Told::Secret
    }

    /// Whether a value is a word that everybody knows: `password` is no password, and masking it would hide the word.
    pub(crate) fn is_public(&self, value: &str) -> bool {
        self.public.contains(value) || WORDS.telling.contains(&value.to_ascii_lowercase())
    }

    pub(crate) fn told(&self, name: &str) -> Told {
        if !self.secret.is_empty() && self.secret.contains(&*plain(name)) { Told::Secret } else { known(name) }
    }
}

/// Whether a part of a header is never a secret: an attribute of a cookie, a parameter that everybody may know.
pub(crate) fn is_beside(name: &str) -> bool {
    WORDS.beside.contains(&name.trim().to_ascii_lowercase())
}

/// A name as contracts and traffic write it alike: header names have no case.
fn plain(name: &str) -> Cow<'_, str> {
    let name = name.trim();
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) { name.to_ascii_lowercase().into() } else { name.into() }
}

/// So many names, and none longer than this, are remembered with what they tell: traffic repeats the same few.
const MOST_KNOWN: usize = 1 << 12;
const LONGEST_KNOWN: usize = 64;

thread_local! {
    static KNOWN: RefCell<HashMap<Box<str>, Told>> = RefCell::default();
}

/// What the words of a name tell, looked at once.
fn known(name: &str) -> Told {
    if name.len() > LONGEST_KNOWN {
        return told(name);
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some(told) = known.get(name) {
            return *told;
        }
        let told = told(name);
        if known.len() < MOST_KNOWN {
            known.insert(name.into(), told);
        }
        told
    })
}

fn told(name: &str) -> Told {
    let words = words(name);
    let known = &*WORDS;
    let is_telling = words.iter().enumerate().any(|(index, word)| {
        let before = index.checked_sub(1).and_then(|before| words.get(before));
        is_telling(word) && !is_pair(&known.plain, before, word) || is_pair(&known.together, before, word)
    });
    let is_described = words.len() > 1 && describes(&words);
    let is_asked = words.len() > 1 && words.iter().any(|word| known.asking.contains(word));
    match is_telling {
        true if is_described || is_asked => Told::About,
        true => Told::Secret,
        false => Told::Nothing,
    }
}

/// Whether a name says what is told of a secret: `createdAt` and `permissions` of an API key.
pub(crate) fn is_describing(name: &str) -> bool {
    describes(&words(name))
}

fn describes(words: &[String]) -> bool {
    let is_known = |word: &str| WORDS.describing.contains(word);
    words.last().is_some_and(|last| is_known(last) || last.strip_suffix('s').is_some_and(is_known))
}

fn is_telling(word: &str) -> bool {
    let is_known = |word: &str| WORDS.telling.contains(word);
    is_known(word)
        || word.strip_suffix('s').is_some_and(is_known)
        || WORDS.joined.as_ref().is_some_and(|joined| joined.is_match(word))
}

fn is_pair(pairs: &HashMap<String, Vec<String>>, before: Option<&String>, word: &str) -> bool {
    let firsts = [Some(word), word.strip_suffix('s')].into_iter().flatten().find_map(|word| pairs.get(word));
    before.zip(firsts).is_some_and(|(before, firsts)| firsts.contains(before))
}

/// The words of a name in lower case: it is cut where its case changes and at whatever is no letter or digit. Characters
/// without a width, and digits at the ends of words, are passed over.
fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut letters = name.chars().filter(|letter| !is_invisible(*letter)).peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        let is_edge = letter.is_uppercase() && (!before.is_uppercase() || next.is_lowercase());
        if is_edge || !letter.is_alphanumeric() {
            add_word(&mut words, &mut word);
        }
        if letter.is_alphanumeric() {
            word.extend(letter.to_lowercase());
        }
        before = letter;
    }
    add_word(&mut words, &mut word);
    words
}

fn add_word(words: &mut Vec<String>, word: &mut String) {
    let bare = word.trim_matches(|letter: char| letter.is_ascii_digit());
    if !bare.is_empty() {
        words.push(bare.to_owned());
    }
    word.clear();
}

fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_nobody_sees_hide_no_word() {
        for name in ["pass\u{200b}word", "pass\u{ad}word", "\u{feff}password", "pass\u{2060}word"] {
            assert!(Names::default().is_secret(name), "{name:?}");
        }
    }

    #[test]
    fn the_file_of_words_can_be_read() {
        toml::from_str::<File>(include_str!("words.toml")).unwrap();
        assert!(WORDS.telling.contains("password"));
    }

    #[test]
    fn names_tell_however_they_are_cased_and_joined() {
        for name in [
            "password",
            "PASSWORD",
            "newPassword",
            "smtp_password",
            "DB-PASSWORD",
            "pass.word",
            "pass\u{200b}word",
            "\"password\"",
            "userpassword",
            "pwd",
            "x-api-key",
            "X-Api-Key",
            "apikeys",
            "API_KEY",
            "APIKey",
            "key",
            "keys",
            "privateKey",
            "accessToken",
            "tokens",
            "token2",
            "id_token_hint",
            "X-Amz-Security-Token",
            "Set-Cookie",
            "cookie2",
            "newPinCode",
            "code",
            "mfaCode",
            "codeVerifier",
            "sessionId",
            "JSESSIONID",
            "sid",
            "filter[password]",
            "auth.token",
            "connectionString",
            "databaseUrl",
            "X-Hub-Signature-256",
            "slug",
            "licenseKey",
            "logout_token",
            "clientAssertion",
        ] {
            assert_eq!(told(name), Told::Secret, "{name}");
        }
    }

    #[test]
    fn words_that_only_look_like_it_tell_nothing() {
        for name in [
            "id",
            "monkey",
            "keyboard",
            "keyword",
            "name",
            "",
            "author",
            "oauthId",
            "isEncoded",
            "videoCodec",
            "statusCode",
            "countryCode",
            "spinner",
            "passage",
            "compass",
            "description",
            "foreignKey",
            "sides",
            "state",
            "hotKeys",
            "twoPass",
            "pinned",
            "authorId",
        ] {
            assert_eq!(told(name), Told::Nothing, "{name}");
        }
    }

    #[test]
    fn names_about_secrets_are_not_theirs() {
        for name in [
            "shouldChangePassword",
            "passwordLogin",
            "tokenEndpointAuthMethod",
            "pinExpiresAt",
            "tokenType",
            "immich_auth_type",
            "authStatus",
            "hasPassword",
            "codeChallengeMethod",
        ] {
            assert_eq!(told(name), Told::About, "{name}");
        }
    }

    #[test]
    fn a_contract_names_its_own() {
        let names = Names::of_contract(["X-Immich-Door".to_owned(), "hint".to_owned()], ["memories".to_owned()]);
        assert!(names.is_secret("x-immich-door") && names.is_secret("hint") && names.is_secret("token"));
        assert!(!names.is_secret("hints") && !Names::default().is_secret("hint"));
        assert!(names.is_public("memories") && names.is_public("Password") && !names.is_public("hunter2"));
    }
}
