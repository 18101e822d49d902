//! OpenAPI's table of style examples (3.0.3, 4.7.12.3; where 3.1.1, 4.8.12.4 has another, both), each row with what is
//! right and what is wrong. Its values: `blue`; `blue`, `black`, `brown`; `R` 100, `G` 200, `B` 150.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::Told;
use crate::styles::{array, object, reading, string, told_at};

/// Place, style, explode, schema; texts that are right; texts that are wrong, with rule and pointer.
type Row = (
    &'static str,
    &'static str,
    bool,
    fn() -> Value,
    &'static [&'static str],
    &'static [(&'static str, &'static str, &'static str)],
);

const MISWRITTEN: &str = "parameter-style-mismatch";
pub(crate) const UNKNOWN: &str = "enum-value-unknown";
pub(crate) const MISSING: &str = "property-missing";
pub(crate) const FEW: &str = "array-too-short";
const FORBIDDEN: &str = "property-forbidden";

const TABLE: &[Row] = &[
    (
        "path",
        "matrix",
        false,
        string,
        &[";color", ";color=blue"],
        &[(";color=red", UNKNOWN, "/color"), ("blue", MISWRITTEN, "/color"), (";colour=blue", MISWRITTEN, "/color")],
    ),
    (
        "path",
        "matrix",
        false,
        array,
        &[";color=blue,black,brown", ";color=blue%2Cblack%2Cbrown"],
        &[
            (";color=blue,black,red", UNKNOWN, "/color/2"),
            (";color=blue,black", FEW, "/color"),
            ("blue,black,brown", MISWRITTEN, "/color"),
        ],
    ),
    (
        "path",
        "matrix",
        false,
        object,
        &[";color=R,100,G,200,B,150", ";color=B,150,R,100,G,200"],
        &[
            (";color=R,100,G,200,B,1", UNKNOWN, "/color/B"),
            (";color=R,100,G,200", MISSING, "/color/B"),
            (";color=R,100,G,200,B", MISWRITTEN, "/color"),
            (";R=100;G=200;B=150", MISWRITTEN, "/color"),
        ],
    ),
    (
        "path",
        "matrix",
        true,
        string,
        &[";color", ";color=blue"],
        &[(";color=red", UNKNOWN, "/color"), (".blue", MISWRITTEN, "/color")],
    ),
    (
        "path",
        "matrix",
        true,
        array,
        &[";color=blue;color=black;color=brown"],
        &[
            (";color=blue;color=black;color=red", UNKNOWN, "/color/2"),
            (";color=blue;color=black", FEW, "/color"),
            (";color=blue;colour=black;color=brown", MISWRITTEN, "/color"),
        ],
    ),
    (
        "path",
        "matrix",
        true,
        object,
        &[";R=100;G=200;B=150"],
        &[
            (";R=100;G=200;B=1", UNKNOWN, "/color/B"),
            (";R=100;G=200", MISSING, "/color/B"),
            (";R=100;G=200;B=150;A=1", FORBIDDEN, "/color/A"),
            ("R=100;G=200;B=150", MISWRITTEN, "/color"),
        ],
    ),
    ("path", "label", false, string, &[".blue"], &[(".red", UNKNOWN, "/color"), ("blue", MISWRITTEN, "/color")]),
    // `.blue.black.brown` is 3.0.3, `.blue,black,brown` is 3.0.4 and 3.1.1.
    (
        "path",
        "label",
        false,
        array,
        &[".blue.black.brown", ".blue,black,brown"],
        &[
            (".blue,black,red", UNKNOWN, "/color/2"),
            (".blue,black", FEW, "/color"),
            ("blue,black,brown", MISWRITTEN, "/color"),
        ],
    ),
    (
        "path",
        "label",
        false,
        object,
        &[".R.100.G.200.B.150", ".R,100,G,200,B,150"],
        &[
            (".R,100,G,200,B,1", UNKNOWN, "/color/B"),
            (".R,100,G,200", MISSING, "/color/B"),
            (".R,100,G", MISWRITTEN, "/color"),
        ],
    ),
    ("path", "label", true, string, &[".blue"], &[(".red", UNKNOWN, "/color")]),
    (
        "path",
        "label",
        true,
        array,
        &[".blue.black.brown"],
        &[
            (".blue.black.red", UNKNOWN, "/color/2"),
            (".blue.black", FEW, "/color"),
            (";color=blue", MISWRITTEN, "/color"),
        ],
    ),
    (
        "path",
        "label",
        true,
        object,
        &[".R=100.G=200.B=150"],
        &[
            (".R=100.G=200.B=1", UNKNOWN, "/color/B"),
            (".R=100.G=200", MISSING, "/color/B"),
            (".R.100.G.200.B.150", MISWRITTEN, "/color"),
        ],
    ),
    ("query", "form", false, string, &["color=", "color=blue"], &[("color=red", UNKNOWN, "/color")]),
    (
        "query",
        "form",
        false,
        array,
        &["color=blue,black,brown", "color=blue%2Cblack%2Cbrown"],
        &[
            ("color=blue,black,red", UNKNOWN, "/color/2"),
            ("color=blue,black", FEW, "/color"),
            ("color=blue&color=black&color=brown", MISWRITTEN, "/color"),
        ],
    ),
    (
        "query",
        "form",
        false,
        object,
        &["color=R,100,G,200,B,150"],
        &[
            ("color=R,100,G,200,B,1", UNKNOWN, "/color/B"),
            ("color=R,100,G,200", MISSING, "/color/B"),
            ("color=R,100,G", MISWRITTEN, "/color"),
        ],
    ),
    ("query", "form", true, string, &["color=", "color=blue"], &[("color=red", UNKNOWN, "/color")]),
    (
        "query",
        "form",
        true,
        array,
        &["color=blue&color=black&color=brown"],
        &[("color=blue&color=black&color=red", UNKNOWN, "/color/2"), ("color=blue&color=black", FEW, "/color")],
    ),
    (
        "query",
        "form",
        true,
        object,
        &["R=100&G=200&B=150"],
        &[
            ("R=100&G=200&B=1", UNKNOWN, "/color/B"),
            ("R=100&G=200", MISSING, "/color/B"),
            ("R=100&G=200&B=150&A=1", "parameter-undeclared", "/A"),
            ("color=R,100,G,200,B,150", MISWRITTEN, "/color"),
        ],
    ),
    ("cookie", "form", false, string, &["color=", "color=blue"], &[("color=red", UNKNOWN, "/color")]),
    (
        "cookie",
        "form",
        false,
        array,
        &["color=blue,black,brown"],
        &[("color=blue,black,red", UNKNOWN, "/color/2"), ("color=blue,black", FEW, "/color")],
    ),
    (
        "cookie",
        "form",
        false,
        object,
        &["color=R,100,G,200,B,150"],
        &[("color=R,100,G,200,B,1", UNKNOWN, "/color/B"), ("color=R,100,G,200", MISSING, "/color/B")],
    ),
    ("cookie", "form", true, string, &["color=", "color=blue"], &[("color=red", UNKNOWN, "/color")]),
    (
        "cookie",
        "form",
        true,
        array,
        &["color=blue&color=black&color=brown", "color=blue; color=black; color=brown"],
        &[("color=blue&color=black&color=red", UNKNOWN, "/color/2"), ("color=blue&color=black", FEW, "/color")],
    ),
    (
        "cookie",
        "form",
        true,
        object,
        &["R=100&G=200&B=150", "R=100; G=200; B=150"],
        &[("R=100&G=200&B=1", UNKNOWN, "/color/B"), ("R=100&G=200", MISSING, "/color/B")],
    ),
    ("path", "simple", false, string, &["blue"], &[("red", UNKNOWN, "/color")]),
    (
        "path",
        "simple",
        false,
        array,
        &["blue,black,brown", "blue%2Cblack%2Cbrown"],
        &[("blue,black,red", UNKNOWN, "/color/2"), ("blue,black", FEW, "/color")],
    ),
    (
        "path",
        "simple",
        false,
        object,
        &["R,100,G,200,B,150"],
        &[
            ("R,100,G,200,B,1", UNKNOWN, "/color/B"),
            ("R,100,G,200", MISSING, "/color/B"),
            ("R,100,G,200,B", MISWRITTEN, "/color"),
        ],
    ),
    ("path", "simple", true, string, &["blue"], &[("red", UNKNOWN, "/color")]),
    (
        "path",
        "simple",
        true,
        array,
        &["blue,black,brown"],
        &[("blue,black,red", UNKNOWN, "/color/2"), ("blue,black", FEW, "/color")],
    ),
    (
        "path",
        "simple",
        true,
        object,
        &["R=100,G=200,B=150"],
        &[
            ("R=100,G=200,B=1", UNKNOWN, "/color/B"),
            ("R=100,G=200", MISSING, "/color/B"),
            ("R,100,G,200,B,150", MISWRITTEN, "/color"),
        ],
    ),
    ("header", "simple", false, string, &["blue", ""], &[("red", UNKNOWN, "/color")]),
    (
        "header",
        "simple",
        false,
        array,
        &["blue,black,brown", "blue, black, brown"],
        &[("blue,black,red", UNKNOWN, "/color/2"), ("blue,black", FEW, "/color")],
    ),
    (
        "header",
        "simple",
        false,
        object,
        &["R,100,G,200,B,150", "R, 100, G, 200, B, 150"],
        &[("R,100,G,200,B,1", UNKNOWN, "/color/B"), ("R,100,G,200", MISSING, "/color/B")],
    ),
    ("header", "simple", true, array, &["blue,black,brown"], &[("blue,black,red", UNKNOWN, "/color/2")]),
    (
        "header",
        "simple",
        true,
        object,
        &["R=100,G=200,B=150"],
        &[("R=100,G=200,B=1", UNKNOWN, "/color/B"), ("R=100,G=200", MISSING, "/color/B")],
    ),
    (
        "query",
        "spaceDelimited",
        false,
        array,
        &["color=blue%20black%20brown", "color=blue+black+brown"],
        &[("color=blue%20black%20red", UNKNOWN, "/color/2"), ("color=blue%20black", FEW, "/color")],
    ),
    (
        "query",
        "spaceDelimited",
        false,
        object,
        &["color=R%20100%20G%20200%20B%20150"],
        &[
            ("color=R%20100%20G%20200%20B%201", UNKNOWN, "/color/B"),
            ("color=R%20100%20G%20200", MISSING, "/color/B"),
            ("color=R%20100%20G", MISWRITTEN, "/color"),
        ],
    ),
    (
        "query",
        "pipeDelimited",
        false,
        array,
        &["color=blue|black|brown", "color=blue%7Cblack%7Cbrown"],
        &[("color=blue|black|red", UNKNOWN, "/color/2"), ("color=blue|black", FEW, "/color")],
    ),
    (
        "query",
        "pipeDelimited",
        false,
        object,
        &["color=R|100|G|200|B|150", "color=R%7C100%7CG%7C200%7CB%7C150"],
        &[("color=R|100|G|200|B|1", UNKNOWN, "/color/B"), ("color=R|100|G|200", MISSING, "/color/B")],
    ),
    (
        "query",
        "deepObject",
        true,
        object,
        &["color[R]=100&color[G]=200&color[B]=150", "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"],
        &[
            ("color[R]=100&color[G]=200&color[B]=1", UNKNOWN, "/color/B"),
            ("color[R]=100&color[G]=200", MISSING, "/color/B"),
            ("color[R]=100&color[G]=200&color[B]=150&color[A]=1", FORBIDDEN, "/color/A"),
            ("color=R,100,G,200,B,150", MISWRITTEN, "/color"),
        ],
    ),
    (
        "query",
        "deepObject",
        false,
        object,
        &["color[R]=100&color[G]=200&color[B]=150"],
        &[("color[R]=100&color[G]=200", MISSING, "/color/B")],
    ),
];

#[test]
fn the_table_of_style_examples() {
    let mut wrong = String::new();
    for (place, style, explode, schema, right, others) in TABLE {
        let parameter = json!({"name": "color", "in": place, "required": *place == "path", "style": style,
            "explode": explode, "schema": schema()});
        let (contract, warnings) = reading(&json!([parameter]));
        assert_eq!(warnings, Vec::<String>::new(), "{style} {explode} in {place}");
        let mut hold = |text: &str, expected: Told| {
            let told = told_at(&contract, place, text);
            if told != expected {
                writeln!(wrong, "{place} {style} {explode} {text}: {told:?}, not {expected:?}").unwrap();
            }
        };
        right.iter().for_each(|text| hold(text, Vec::new()));
        others.iter().for_each(|(text, rule, pointer)| hold(text, vec![(rule, (*pointer).to_owned())]));
    }
    assert_eq!(wrong, "");
}
