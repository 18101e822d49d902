//! What is secret never comes out, whatever is around it.

use immich_contract_secrets::{Gatherer, Memory, Names, mask_text};
use proptest::prelude::*;

const CANARY: &str = "cnry7Zk3Vw8Qp5Ls";

/// Ways to write a secret so that its form tells it.
fn forms() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(format!("password={CANARY}")),
        Just(format!("\"accessToken\": \"{CANARY}\"")),
        Just(format!("'api_key':'{CANARY}'")),
        Just(format!("{{\\\"pinCode\\\":\\\"{CANARY}\\\"}}")),
        Just(format!("Bearer {CANARY}")),
        Just(format!("https://me:{CANARY}@host/")),
        Just(format!("https://host/?a=1&key={CANARY}&b=2")),
        Just(format!("filter=%7B%22secret%22%3A%22{CANARY}%22%7D")),
        Just(format!("<token>{CANARY}</token>")),
    ]
}

/// A token that tells itself, of which the canary is a part only.
fn token() -> impl Strategy<Value = String> {
    Just(format!("eyJ{CANARY}.eyJ{CANARY}.{CANARY}"))
}

/// Text of the kind that surrounds secrets, signs of all sorts among it.
fn around() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        ".{0,8}",
        "[a-z=:@<>\"'&;%/{}\\[\\]\\\\ ,?#-]{0,12}",
        Just("name=\"password\"\r\n\r\n".to_owned()),
        Just("-----BEGIN PRIVATE KEY-----".to_owned()),
        Just("%2525%3D".to_owned()),
        Just("Cookie: a=b".to_owned()),
    ];
    proptest::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_its_form_tells_is_masked(before in around(), form in prop_oneof![9 => forms(), 1 => token()], behind in around()) {
        let text = format!("{before}\n{form}\n{behind}");
        let masked = mask_text(&Names::default(), &text);
        prop_assert!(!masked.contains(CANARY), "{text:?} is shown as {masked:?}");
    }

    #[test]
    fn what_was_secret_once_is_masked_elsewhere(before in around(), form in forms(), behind in around()) {
        let mut gatherer = Gatherer::default();
        gatherer.body(&format!("{before}\n{form}\n{behind}"));
        let mut memory = Memory::default();
        gatherer.take().iter().for_each(|secret| memory.learn(secret));
        let masked = memory.mask(&format!("{behind}{CANARY}{before}")).into_owned();
        prop_assert!(!masked.contains(CANARY), "{masked:?}");
    }

    #[test]
    fn members_hide_what_they_hold(secret in "[^\\s\"\\\\]{12,40}", name in "(new|old|my_|)(password|Token|api-key|PinCode)") {
        let mut gatherer = Gatherer::default();
        gatherer.body(&serde_json::json!({ "a": [{ name: [secret] }] }).to_string());
        let mut memory = Memory::default();
        gatherer.take().iter().for_each(|found| memory.learn(found));
        let secret = secret.trim();
        prop_assume!(secret.len() >= 12);
        let text = serde_json::json!({ "said": format!("it is {secret}.") }).to_string();
        prop_assert!(!memory.mask(&text).contains(secret), "{text}");
    }
}
