//! The parts, one by one: `cargo bench --manifest-path bench/Cargo.toml`.

use std::sync::LazyLock;

use contract::{Contract, Node, Projection, Release, Schema, write};
use divan::{Bencher, black_box, counter::BytesCount};
use plan::Plan;
use serde_json::Value;
use validator::assess::Values;

static CONTRACT: LazyLock<Contract> = LazyLock::new(|| models::contract().expect("the models derive a contract"));
static SCHEMA: LazyLock<Schema> = LazyLock::new(|| Schema::always(Node::to(NAME)));
/// An asset made for the schema, as JSON.
static ASSET: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut made = testkit::values::examples(view(), NAME, 1).expect("the schema can be made values of");
    serde_json::to_vec(&made.next().expect("one value")).expect("a value is JSON")
});

const NAME: &str = "AssetResponseDto";

fn main() {
    divan::main();
}

fn view() -> Projection<'static> {
    Projection { contract: &CONTRACT, release: Release::known("2.7.5") }
}

#[divan::bench]
fn derive_the_contract() -> Contract {
    models::contract().expect("the models derive a contract")
}

#[divan::bench]
fn compile_a_plan() -> Plan {
    Plan::compile(black_box(view()), &SCHEMA)
}

#[divan::bench]
fn compile_the_reference(bencher: Bencher) {
    let schema = write::json_schema(view(), NAME).expect("the schema is there");
    bencher.bench(|| reference::compile(black_box(&schema)));
}

#[divan::bench]
fn check_along_the_plan(bencher: Bencher) {
    let mut scanner = Plan::compile(view(), &SCHEMA).scanner();
    bencher.counter(BytesCount::of_slice(&**ASSET)).bench_local(|| scanner.check(black_box(&ASSET)));
}

#[divan::bench]
fn check_by_the_reference(bencher: Bencher) {
    let schema = write::json_schema(view(), NAME).expect("the schema is there");
    let reference = reference::compile(&schema).expect("the schema can be used");
    let is_right = || serde_json::from_slice::<Value>(black_box(&ASSET)).is_ok_and(|value| reference.is_valid(&value));
    bencher.counter(BytesCount::of_slice(&**ASSET)).bench_local(is_right);
}

#[divan::bench]
fn walk_over_all_releases(bencher: Bencher) {
    let value: Value = serde_json::from_slice(&ASSET).expect("JSON");
    let mut releases = Values::new(&CONTRACT);
    bencher
        .counter(BytesCount::of_slice(&**ASSET))
        .bench_local(|| releases.right(CONTRACT.releases, &SCHEMA, black_box(&value)));
}
