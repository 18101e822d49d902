//! `html`: a payload is text and nothing else, whatever it holds; the page asks for nothing; its size is bounded.

use std::sync::Arc;

use report::pages::{Axis, Life, Look, Run, Strip, Tick};
use report::{
    Excerpt, Finding, Location, Options, Part, Pictures, Repeats, Report, Severity, TagCoverage, Tool, format_named,
};

/// Elements without an end tag.
const VOID: [&str; 3] = ["meta", "input", "br"];

/// The elements that a page is made of.
const KNOWN: [&str; 44] = [
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "header",
    "main",
    "nav",
    "section",
    "article",
    "h1",
    "h2",
    "h3",
    "p",
    "br",
    "span",
    "strong",
    "code",
    "pre",
    "mark",
    "ul",
    "li",
    "details",
    "summary",
    "form",
    "fieldset",
    "legend",
    "label",
    "input",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "a",
    "figure",
    "figcaption",
    "svg",
    "rect",
    "line",
    "text",
    "!doctype",
];

/// All tags of a page without what stands between `<style>` and its end: each its name and its attributes.
fn tags(html: &str) -> Vec<(String, String)> {
    let (before, rest) = html.split_once("<style>").unwrap();
    let (_, after) = rest.split_once("</style>").unwrap();
    let pieces = before.split('<').skip(1).chain(after.split('<').skip(1));
    pieces
        .map(|piece| {
            // What begins no tag would have none to end it.
            let (tag, text) = piece.split_once('>').unwrap();
            assert!(!text.contains('>'), "a `>` that ends no tag: {text}");
            let (name, attributes) = tag.split_once([' ', '\n']).unwrap_or((tag, ""));
            (name.trim_end_matches('/').to_owned(), attributes.to_owned())
        })
        .collect()
}

/// Fails unless every element that begins also ends, in order.
fn is_balanced(tags: &[(String, String)]) {
    let mut open: Vec<&str> = Vec::new();
    for (name, attributes) in tags {
        if let Some(name) = name.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !VOID.contains(&name.as_str()) && name != "!doctype" && !attributes.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

const HOSTILE: [&str; 5] = [
    "</script><script>alert(1)</script>",
    "javascript:alert(1)",
    "\" onmouseover=\"alert(1)",
    "'><img src=x onerror=alert(1)>",
    "\u{202e}gnp.exe\u{2066}",
];

/// A report in which all that can come from a payload or a contract is hostile.
fn hostile(text: &str) -> Report {
    let mut report = Report::new(Tool { name: text.into(), version: "1".into() }, text, text);
    let rule = super::corpus::report().findings().first().unwrap().rule;
    let location = Location::new(text, Part::ResponseBody, format!("/{text}"));
    let run = Run { first: 0, last: 0, look: Look::Required, words: text.to_owned() };
    let mut finding = Finding::builder(rule, location.clone(), format!("`{text}` is {text}"))
        .operation(text)
        .schema(text)
        .subject(text)
        .tag(text)
        .counterpart(location)
        .expected(text)
        .actual(text)
        .note(text)
        .help(text)
        .excerpt(Excerpt { text: format!("{{\"{text}\": 1}}"), first_line: 1, span: 1..9, label: text.to_owned() })
        .build();
    finding.life = Some(Arc::new(Life { name: text.to_owned(), strip: Strip { runs: vec![run] } }));
    report.push(finding);
    report.pictures = Some(Pictures {
        axis: Axis::new(vec![Tick { version: text.to_owned(), date: text.to_owned() }]),
        marks: vec![(0, 0)],
        coverage: vec![TagCoverage { tag: text.into(), exercised: vec![text.into()], others: vec![text.into()] }],
    });
    report
}

fn html(report: &Report, options: &Options) -> String {
    super::written_of(report, format_named("html").unwrap(), options)
}

#[test]
fn a_payload_is_no_markup() {
    for text in HOSTILE {
        let page = html(&hostile(text), &Options::default());
        let tags = tags(&page);
        is_balanced(&tags);
        for (name, attributes) in &tags {
            assert!(KNOWN.contains(&name.trim_start_matches('/')), "{name} {attributes}");
            let names = attributes.split('"').step_by(2).flat_map(str::split_whitespace);
            for name in names {
                assert!(
                    !name.starts_with("on") && !name.starts_with("src") && !name.starts_with("style"),
                    "{attributes}"
                );
            }
            if let Some((_, target)) = attributes.split_once("href=\"") {
                assert!(target.starts_with('#'), "{attributes}");
            }
        }
        assert!(!page.contains('\u{202e}') && !page.contains('\u{2066}'), "{page}");
    }
}

#[test]
fn the_policy_lets_nothing_in_but_the_styles_that_stand_in_the_page() {
    let page = html(&super::corpus::report(), &Options::default());
    let policy =
        tags(&page).into_iter().find(|(_, attributes)| attributes.contains("Content-Security-Policy")).unwrap();
    assert!(policy.1.contains("default-src 'none'; style-src 'sha256-"), "{policy:?}");
    for word in ["http://", "https://", "url(", "@import", "<link", "<script"] {
        let outside = page.replace("&#38;", "&");
        assert!(!outside.contains(word) || word.starts_with("http"), "{word}");
    }
    is_balanced(&tags(&page));
}

#[test]
fn there_is_an_article_for_each_group_and_a_box_for_each_rule() {
    let options = Options { shown_from: Severity::Note, ..Options::default() };
    let page = html(&super::corpus::report(), &options);
    let report = super::corpus::report();
    let rules: std::collections::BTreeSet<&str> = report.findings().iter().map(|one| one.rule.id()).collect();
    for rule in &rules {
        assert_eq!(page.matches(&format!("id=\"show-rule-{rule}\"")).count(), 1, "{rule}");
        assert!(page.contains(&format!("body:has(#show-rule-{rule}:not(:checked)) .finding.rule-{rule}")), "{rule}");
    }
    assert_eq!(page.matches("id=\"show-rule-").count(), rules.len());
    let each = html(&report, &Options { repeats: Repeats::Each, ..options });
    assert_eq!(each.matches("<article").count(), report.findings().len());
    assert!(page.matches("<article").count() < report.findings().len());
}

#[test]
fn a_long_page_is_cut_and_says_so() {
    let mut report = super::corpus::report();
    let all = report.findings().to_vec();
    for index in 0..4500 {
        for one in &all {
            let mut more = one.clone();
            more.operation = Some(format!("operation{index}").into());
            report.push(more);
        }
    }
    for repeats in [Repeats::Grouped, Repeats::Each] {
        let page = html(&report, &Options { repeats, shown_from: Severity::Note, ..Options::default() });
        assert!(page.len() <= report::pages::LIMIT && page.len() > 3_000_000, "{}", page.len());
        is_balanced(&tags(&page));
        assert!(page.contains("the mildest, left out: a page has at most 5 MB"));
        // What is left out is what is mildest.
        assert!(page.contains("severity-error") && !page.contains("<article class=\"finding severity-note"));
    }
}
