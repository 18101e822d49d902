//! For programs. The shape is an interface:
//!
//! ```json
//! {"matrix_version": 1, "tool": {"name": "immich-contract", "version": "0.1.0"}, "contract": "builtin",
//!  "releases": "1.106.0 –", "exchanges": 5, "unmatched": 0,
//!  "operations": [{
//!    "operation": "getRandom", "method": "GET", "path": "/assets/random", "exchanges": 5, "closely": 5,
//!    "refused": 1, "exists": "1.106.0 – 2.7.5", "accepts": "1.106.0 – 2.7.5", "heeds": "1.106.0 – 2.7.5",
//!    "answers": "1.113.0 – 1.132.3", "contradicted": 0,
//!    "breaks": [{"effect": "differs", "releases": "1.133.0 – 2.7.5", "part": "response.body",
//!      "place": "[].visibility", "pointer": "/0/visibility", "kind": "missing", "count": 3,
//!      "source": "app.har", "entry": 2, "words": "answer: `[].visibility` would be there"}]
//!  }]}
//! ```
//!
//! `accepts` are the releases whose document has nothing against the requests, `heeds` those that ignore nothing in them
//! either, `answers` those that do not contradict the answers; `refused` requests (4xx) are left out of all three.
//! `releases` of a break are those that it speaks against. `effect` is `absent`, `refused`, `ignored`, `differs` or
//! `surplus`, as in the table for reading. `contradicted` is the number of exchanges with something that no release
//! fits, which is in no set. `count` is of the `closely` of the `exchanges` that were looked at closely: the bodies of each
//! of the others fit the very releases that those of one of these fit.

use contract::{Release, ReleaseSet};
use serde_json::{Value, json};

use super::Matrix;
use validator::assess::{Obstacle, OperationSupport, Support};

use super::words::{example, words};

/// The version of the shape.
const VERSION: u32 = 1;

/// The matrix as one document; `contract` is what to call the contract.
pub fn document(matrix: &Matrix<'_>, contract: &str) -> Value {
    json!({
        "matrix_version": VERSION,
        "tool": crate::tool(),
        "contract": contract,
        "releases": matrix.open.to_string(),
        "exchanges": matrix.exchanges,
        "unmatched": matrix.unmatched,
        "operations": matrix.rows.iter().map(|row| operation(row, matrix.open)).collect::<Vec<Value>>(),
    })
}

fn operation(row: &OperationSupport<'_>, open: ReleaseSet) -> Value {
    let exists: ReleaseSet = open.iter().filter(|release: &Release| row.at(*release) != Support::Absent).collect();
    json!({
        "operation": row.operation.id(),
        "method": row.operation.method.to_string(),
        "path": row.operation.path(),
        "exchanges": row.exchanges,
        "closely": row.exhaustive,
        "refused": row.refused,
        "exists": exists.to_string(),
        "accepts": row.accepted.to_string(),
        "heeds": row.fully_supported.to_string(),
        "answers": row.answered.to_string(),
        "contradicted": row.nowhere,
        "breaks": row.obstacles.iter().map(broken).collect::<Vec<Value>>(),
    })
}

fn broken(one: &Obstacle) -> Value {
    let (source, entry) = example(one);
    json!({
        "effect": one.support.name(),
        "releases": one.against.to_string(),
        "part": one.part.as_str(),
        "place": one.place,
        "pointer": one.location.pointer,
        "kind": one.kind.name(),
        "count": one.count,
        "source": &*source,
        "entry": entry,
        "words": words(one),
    })
}
