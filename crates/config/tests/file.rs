//! What else a configuration says: documents, clients, and the schema that editors hold it against.

use immich_contract_config::{Config, documents, rules, schema};
use serde_json::json;

#[test]
fn documents_are_named_before_all_else_is_read() {
    let text =
        "contract.documents = ['v3.0.0=a.json', 'folder']\n[[suppress]]\nrule = 'of a later time'\nreason = 'r'\n";
    assert_eq!(documents("c.toml", text).unwrap(), ["v3.0.0=a.json", "folder"]);
    assert!(documents("c.toml", "").unwrap().is_empty());
    assert!(documents("c.toml", "contract.document = []").is_err());
}

#[test]
fn clients_are_in_the_order_of_the_file() {
    let text = "[[client]]\nschema = 'a.json#/$defs/A'\nas = 'AssetResponseDto'\n\
        [[client]]\nschema = 'b.json'\nas = 'getRandom'\nsends = true\nrequired = '2.7..latest'\ndecoder = 'pydantic'\n";
    let config = Config::read("c.toml", text, &|id| rules::all().get(id)).unwrap();
    let [one, other] = config.clients() else { panic!("{:?}", config.clients()) };
    assert_eq!(
        (one.schema.as_str(), one.counterpart.as_str(), one.sends),
        ("a.json#/$defs/A", "AssetResponseDto", false)
    );
    assert_eq!((&one.decoder, &one.required), (&None, &None));
    assert_eq!((other.counterpart.as_str(), other.sends), ("getRandom", true));
    assert_eq!((other.decoder.as_deref(), other.required.as_deref()), (Some("pydantic"), Some("2.7..latest")));
}

#[test]
fn the_schema_names_the_rules() {
    let schema = schema(rules::all().iter());
    assert_eq!(schema["title"], "immich-contract.toml");
    let ids = schema["$defs"]["RuleId"]["oneOf"].as_array().unwrap();
    assert_eq!(ids.len(), 2);
    assert!(ids.iter().any(|one| one["const"] == json!("suppression-unused") && one["title"].is_string()));
}
