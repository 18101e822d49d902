//! Which names tell that what stands under them is secret.

use std::borrow::Cow;
use std::cell::RefCell;
use std::sync::Arc;

use foldhash::{HashMap, HashSet};

use crate::words;

/// The names of secrets: those that a contract says are, and those whose words tell.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Of secrets, as a contract has them, where their words alone don't tell.
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

impl Names {
    /// Those whose words tell, and these of a contract. `public` are words that the contract itself uses: nobody who knows it
    /// learns anything from them, and masking them would make a report unreadable.
    pub fn of_contract<'n>(
        secret: impl IntoIterator<Item = &'n str>,
        public: impl IntoIterator<Item = &'n str>,
    ) -> Self {
        let secret = secret.into_iter().filter(|name| known(name) != Told::Secret);
        let secret = secret.map(|name| plain(name).into_owned()).collect();
        Self { secret: Arc::new(secret), public: Arc::new(public.into_iter().map(str::to_owned).collect()) }
    }

    /// Whether what stands under this name is secret.
    pub fn is_secret(&self, name: &str) -> bool {
        self.told(name) == Told::Secret
    }

    /// Whether a value is a word that everybody knows: `password` is no password, and masking it would hide the word.
    pub(crate) fn is_public(&self, value: &str) -> bool {
        self.public.contains(value) || words::is_word(value)
    }

    pub(crate) fn told(&self, name: &str) -> Told {
        let told = known(name);
        let is_secret = |name| !self.secret.is_empty() && self.secret.contains(&*plain(name));
        if told != Told::Secret && is_secret(name) { Told::Secret } else { told }
    }
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
    let lower = lower(name);
    let mut before = None;
    let is_telling = each_word(&lower).any(|word| match before.replace(word) {
        Some(before) if words::are_telling(before, word) => true,
        Some(before) if words::are_plain(before, word) => false,
        _ => words::is_telling(word),
    });
    match is_telling {
        true if is_about(&lower) => Told::About,
        true => Told::Secret,
        false => Told::Nothing,
    }
}

/// Whether a name of several words, of which one tells, says or asks something of a secret.
fn is_about(lower: &str) -> bool {
    let is_described = each_word(lower).last().is_some_and(words::is_describing);
    each_word(lower).nth(1).is_some() && (is_described || each_word(lower).any(words::is_asking))
}

/// Whether a name says what is told of a secret: `createdAt` and `permissions` of an API key.
pub(crate) fn is_describing(name: &str) -> bool {
    each_word(&lower(name)).last().is_some_and(words::is_describing)
}

/// A name in lower case, with a blank where its case changes and for whatever is no letter or digit. Characters without a
/// width are passed over.
fn lower(name: &str) -> String {
    let mut lower = String::with_capacity(name.len() + 8);
    let mut letters = name.chars().filter(|letter| !is_invisible(*letter)).peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        let is_edge = letter.is_uppercase() && (!before.is_uppercase() || next.is_lowercase());
        if is_edge || !letter.is_alphanumeric() {
            lower.push(' ');
        }
        if letter.is_alphanumeric() {
            lower.extend(letter.to_lowercase());
        }
        before = letter;
    }
    lower
}

/// The words of a name in lower case, without the digits at their ends.
fn each_word(lower: &str) -> impl Iterator<Item = &str> {
    let words = lower.split(' ').map(|word| word.trim_matches(|letter: char| letter.is_ascii_digit()));
    words.filter(|word| !word.is_empty())
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
        let names = Names::of_contract(["X-Immich-Door", "hint"], ["memories"]);
        assert!(names.is_secret("x-immich-door") && names.is_secret("hint") && names.is_secret("token"));
        assert!(!names.is_secret("hints") && !Names::default().is_secret("hint"));
        assert!(names.is_public("memories") && names.is_public("Password") && !names.is_public("hunter2"));
    }
}
