//! `html`: a page for a colleague: the verdict, findings by operation with their payload and the lives of what they are
//! about, and what of the contract was exercised. One file that asks for nothing beside itself and runs no script.
//!
//! It has at most 5 MB. Where there is more to say, what is mildest is left out, and that is said.

mod article;
mod chapters;
mod coverage;
mod excerpt;
mod filter;

use std::collections::HashSet;
use std::io;

use askama::Template;
use pages::{Budget, LIMIT, Look, Page, Run, Strip, prose};

use article::Article;
use chapters::{Chapter, in_chapters};
use coverage::Coverage;
use filter::Filter;

use super::siblings::{apart, fold};
use super::summary::{checked_against, found, further};
use super::words::counted;
use super::{Format, Options, Repeats, shown};
use crate::{Conclusion, Report, Severity};

pub(super) const FORMAT: Format =
    Format::new("html", "A page to look at and to hand on: one file, at most 5 MB, no network and no script", render)
        .drawing_excerpts()
        .drawing_lives();

/// The styles of reports, beside those of all pages.
const STYLE: &str = include_str!("../../templates/report.css");

/// How many bytes findings may take; the frame, the filter and the coverage take less than the rest.
const FINDINGS: usize = LIMIT - 1_000_000;

/// How many conclusions are shown.
const CONCLUSIONS: usize = 200;

#[derive(Template)]
#[template(path = "report.html")]
struct Drawn<'r> {
    report: &'r Report,
    verdict: String,
    worst: &'static str,
    subject: String,
    further: Vec<String>,
    conclusions: Vec<Concluded>,
    more_conclusions: usize,
    has_lives: bool,
    filter: Filter,
    chapters: Vec<Chapter>,
    left_out: Option<String>,
    coverage: Coverage,
}

/// A conclusion with its picture.
struct Concluded {
    /// As HTML.
    said: String,
    works: Option<Works>,
}

/// The releases for which all is well, drawn.
struct Works {
    strip: String,
    axis: String,
}

fn render(report: &Report, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
    let (articles, left_out) = within_limit(report, options);
    let filter = Filter::of(&articles);
    let left_out = (left_out > 0).then(|| counted(left_out, "finding"));
    let more_conclusions = report.conclusions.len().saturating_sub(CONCLUSIONS);
    let drawn = Drawn {
        report,
        verdict: found(&report.summary, options.shown_from),
        worst: report.worst().map_or("good", Severity::as_str),
        subject: capitalised(&checked_against(report)),
        further: further(report),
        conclusions: report.conclusions.iter().take(CONCLUSIONS).map(|one| concluded(one, report)).collect(),
        more_conclusions,
        has_lives: articles.iter().any(|article| article.life.is_some()),
        chapters: in_chapters(articles),
        coverage: Coverage::of(report),
        left_out,
        filter,
    };
    let title = format!("{}: {}", report.tool.name, drawn.verdict);
    let styles = format!("{STYLE}{}", drawn.filter.styles());
    let main = drawn.render().map_err(io::Error::other)?;
    out.write_all(Page { title: &title, styles: &styles, main: &main }.html().as_bytes())
}

/// The findings to show, the worst first, as many as there is room for, and the number of the others.
fn within_limit(report: &Report, options: &Options) -> (Vec<Article>, u64) {
    let mut groups = shown(report, options);
    groups.sort_by_key(|group| std::cmp::Reverse(group.first.severity));
    let told = match options.repeats {
        Repeats::Grouped => fold(groups),
        Repeats::Each => apart(groups),
    };
    let (mut articles, mut budget) = (Vec::new(), Budget::of(FINDINGS));
    let mut headings = HashSet::new();
    let mut told = told.iter();
    for siblings in told.by_ref() {
        let article = Article::of(siblings, report);
        let is_new = headings.insert(article.chapter.clone());
        let size = article.size() + if is_new { article.heading_size() } else { 0 };
        if !budget.take(size) {
            let others = told.map(article::weight).fold(article.weight, u64::saturating_add);
            return (articles, others);
        }
        articles.push(article);
    }
    (articles, 0)
}

fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

fn concluded(conclusion: &Conclusion, report: &Report) -> Concluded {
    let pictures = report.pictures.as_ref().filter(|pictures| !pictures.axis.ticks().is_empty());
    let works = pictures.map(|pictures| {
        let strip = works(&pictures.positions(&conclusion.works), pictures.axis.ticks().len());
        Works { strip: strip.svg(&pictures.axis, &[]), axis: pictures.axis.svg() }
    });
    Concluded { said: prose(&super::words::message(&conclusion.to_string())), works }
}

/// The releases for which all is well, given as runs, and the others.
fn works(fits: &[(usize, usize)], count: usize) -> Strip {
    let run = |first, last, look, words: &str| Run { first, last, look, words: words.to_owned() };
    let (mut runs, mut next) = (Vec::new(), 0);
    for (first, last) in fits {
        if *first > next {
            runs.push(run(next, first - 1, Look::Refused, "breaks"));
        }
        runs.push(run(*first, *last, Look::Fits, "works"));
        next = last + 1;
    }
    if next < count {
        runs.push(run(next, count - 1, Look::Refused, "breaks"));
    }
    Strip { runs }
}
