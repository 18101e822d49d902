//! Turns the folder of rule files into a table that the crate includes.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    rules::build_rule_table()
}
