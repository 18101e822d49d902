//! Turns the folder of rule files into rules that the crate includes.

fn main() {
    rules::build_rules();
}
