//! `markdown`: read by a parser, a payload is text or code and nothing else, and the size is bounded.

use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};
use report::{Options, Repeats, Severity, format_named};

fn events(text: &str) -> Vec<Event<'_>> {
    Parser::new_ext(text, Extensions::ENABLE_TABLES | Extensions::ENABLE_STRIKETHROUGH).collect()
}

/// All that a browser gets of a document, as HTML elements in the order of their appearance.
fn html(text: &str) -> Vec<String> {
    let raw = events(text).into_iter().filter_map(|event| match event {
        Event::Html(html) | Event::InlineHtml(html) => Some(html.into_string()),
        _ => None,
    });
    let raw: String = raw.collect();
    raw.split('<').skip(1).filter_map(|piece| piece.split_once('>')).map(|(tag, _)| tag.to_owned()).collect()
}

#[test]
fn a_payload_is_no_markup() {
    let text = super::named("markdown", &Options { shown_from: Severity::Note, ..Options::default() });
    for event in events(&text) {
        let is_markup = matches!(event, Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::Emphasis));
        assert!(!is_markup, "{event:?}");
    }
    let known = ["!-- --", "code", "/code", "details", "/details", "summary", "/summary"];
    assert_eq!(html(&text).iter().find(|tag| !known.contains(&tag.as_str())), None);
}

#[test]
fn there_are_as_many_rows_headings_and_elements_as_findings() {
    let text = super::named("markdown", &Options { shown_from: Severity::Note, ..Options::default() });
    let events = events(&text);
    let count = |wanted: fn(&Tag<'_>) -> bool| {
        events.iter().filter(|event| matches!(event, Event::Start(tag) if wanted(tag))).count()
    };
    let shown = text.matches("\n<details><summary>").count();
    assert_eq!(count(|tag| matches!(tag, Tag::CodeBlock(_))), 4, "findings with an excerpt");
    assert_eq!(count(|tag| matches!(tag, Tag::TableHead)), 1);
    // Rules that fired, each with one severity.
    assert_eq!(count(|tag| matches!(tag, Tag::TableRow)), 6);
    assert_eq!(count(|tag| matches!(tag, Tag::Heading { .. })), 1 + 3);
    let tags = html(&text);
    for tag in ["details", "summary"] {
        assert_eq!(tags.iter().filter(|found| *found == tag).count(), shown, "{tag}");
        assert_eq!(tags.iter().filter(|found| **found == format!("/{tag}")).count(), shown, "/{tag}");
    }
}

#[test]
fn signs_that_a_host_looks_for_are_cut_off_from_what_follows() {
    let text = super::named("markdown", &Options::default());
    // What a host sees: text outside of code.
    let mut code = 0;
    for event in events(&text) {
        match event {
            Event::InlineHtml(html) if &*html == "<code>" => code += 1,
            Event::InlineHtml(html) if &*html == "</code>" => code -= 1,
            Event::Text(words) if code == 0 => {
                for sign in ["@immich", "#12", "https://"] {
                    assert!(!words.contains(sign), "{words}");
                }
            }
            _ => {}
        }
    }
    assert_eq!(code, 0);
}

#[test]
fn long_comments_end_at_a_boundary_and_say_what_is_missing() {
    let mut report = super::corpus::report();
    let one = report.findings()[8].clone();
    for index in 0..500 {
        let mut more = one.clone();
        more.location.pointer = format!("/a{index}");
        report.push(more);
    }
    for repeats in [Repeats::Grouped, Repeats::Each] {
        let options = Options { repeats, shown_from: Severity::Note, ..Options::default() };
        let text = super::written_of(&report, format_named("markdown").unwrap(), &options);
        assert!(text.len() <= 60_000 && text.len() > 55_000, "{}", text.len());
        assert_eq!(text.matches("<details>").count(), text.matches("</details>").count());
        let last = text.trim_end().lines().last().unwrap();
        let digits: String = last.chars().filter(char::is_ascii_digit).collect();
        let left_out: u64 = digits.parse().unwrap();
        let all = report.findings().iter().map(|finding| finding.count).sum::<u64>();
        assert!(left_out > 0 && left_out < all && last.contains("left out"), "{last}");
    }
}
