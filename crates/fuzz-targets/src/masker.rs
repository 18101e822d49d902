//! What is secret never comes out, whatever is around it.

use secrets::{Gatherer, Memory, Names, mask_text, mask_value};
use serde_json::{Value, json};

const CANARY: &str = "cnry7Zk3Vw8Qp5Ls";

/// Ways to write a secret so that its form tells it.
fn form(choice: u8) -> String {
    match choice % 9 {
        0 => format!("password={CANARY}"),
        1 => format!("\"accessToken\": \"{CANARY}\""),
        2 => format!("'api_key':'{CANARY}'"),
        3 => format!("{{\\\"pinCode\\\":\\\"{CANARY}\\\"}}"),
        4 => format!("Bearer {CANARY}"),
        5 => format!("https://me:{CANARY}@host/"),
        6 => format!("https://host/?a=1&key={CANARY}&b=2"),
        7 => format!("filter=%7B%22secret%22%3A%22{CANARY}%22%7D"),
        _ => format!("<token>{CANARY}</token>"),
    }
}

/// An input is a digit, which says how the secret is written, then a text that has a `|` where it stands. It says something
/// where the text is none of ours.
pub fn masker(input: &[u8]) -> bool {
    let Some((choice, text)) = input.split_first() else { return false };
    let Ok(text) = std::str::from_utf8(text) else { return false };
    let Some((before, behind)) = text.split_once('|').filter(|_| !text.contains(CANARY)) else { return false };
    let told = format!("{before}\n{}\n{behind}", form(*choice));
    assert_hidden(&mask_text(&Names::default(), &told), &told);
    let mut gatherer = Gatherer::default();
    gatherer.body(&told);
    let elsewhere = format!("{behind}{CANARY}{before}");
    assert_hidden(&learnt(&mut gatherer).mask(&elsewhere), &told);
    if let Ok(around) = serde_json::from_str::<Value>(&format!("{before}{behind}")) {
        in_json(&around, &elsewhere);
    }
    true
}

/// A member of a telling name, whatever JSON it stands in and beside.
fn in_json(around: &Value, elsewhere: &str) {
    let body = json!({"a": [{"newPassword": CANARY, "b": around}], "c": around});
    assert_hidden(&mask_value(&Names::default(), std::iter::empty(), &body).to_string(), &body.to_string());
    let mut gatherer = Gatherer::default();
    gatherer.body(&body.to_string());
    let mut shown = json!({CANARY: [elsewhere]});
    learnt(&mut gatherer).mask_value(&mut shown);
    assert_hidden(&shown.to_string(), &body.to_string());
}

fn learnt(gatherer: &mut Gatherer) -> Memory {
    let mut memory = Memory::default();
    gatherer.take().iter().for_each(|secret| memory.learn(secret));
    memory
}

fn assert_hidden(shown: &str, told: &str) {
    assert!(!shown.contains(CANARY), "{told:?} is shown as {shown:?}");
}
