//! Client's models against the server: the rules with their examples, what users have met, and the real decoders.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests stop like a test")]

mod breakages;
mod canonical;
mod clients;
mod decoders;
mod rules;

use std::sync::LazyLock;

use accepts::{Client, Counterpart, Decoder, Source, Verdict};
use contract::Contract;
use report::Direction;
use serde_json::Value;

static BUILTIN: LazyLock<Contract> = LazyLock::new(|| models::contract().unwrap());

/// A model that a client reads.
fn reads(schema: &Value, counterpart: &str, decoder: &str) -> Client {
    Client {
        source: Source::read("model.json", schema.to_string().into_bytes(), "").unwrap(),
        decoder: Decoder::named(decoder).unwrap(),
        counterpart: Counterpart(counterpart.to_owned()),
        direction: Direction::Response,
    }
}

/// A model that a client writes.
fn sends(schema: &Value, counterpart: &str) -> Client {
    Client { direction: Direction::Request, ..reads(schema, counterpart, Decoder::DEFAULT) }
}

fn judged(contract: &Contract, client: &Client) -> Verdict {
    accepts::judge(contract, std::slice::from_ref(client)).unwrap().remove(0)
}
