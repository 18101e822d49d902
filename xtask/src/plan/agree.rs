//! Millions of disturbed documents: what a plan accepts, the complete way must have nothing against.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::thread;
use std::time::Instant;

use contract::{Contract, Projection, Release};
use plan::ScanOutcome;
use serde_json::Value;
use testkit::noise::{Chance, disturb};
use testkit::values;
use validator::agreement::Agreement;
use validator::capture::{Captures, Options as Reading};
use validator::check::{BodyOf, Verdict as Plan};
use validator::exchange::Item;

use crate::{Answer, Failure, Verdict};

/// How many values are made of a component at a release, and how often each document is disturbed.
const VALUES: usize = 8;
const TIMES: usize = 250;
/// Of so many documents one is held against all releases at once.
const EVERY: usize = 8;
/// Recorded bodies beyond this are left out: one disturbance costs as much as they are long.
const LONGEST: usize = 20_000;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// How many documents
    #[arg(long, value_name = "COUNT", default_value_t = 10_000_000)]
    documents: u64,
    /// Where chance begins
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// A capture whose answers are disturbed, too, and the release it was recorded of, as in `2.7.5=capture.har`
    #[arg(long, value_name = "RELEASE=FILE")]
    capture: Vec<String>,
}

/// Documents of one kind.
struct Seeds {
    release: Release,
    of: BodyOf,
    documents: Vec<Vec<u8>>,
}

/// What all threads count.
#[derive(Default)]
struct Counts {
    documents: AtomicU64,
    accepted: AtomicU64,
    /// Documents that a plan said are wrong, and how.
    told: AtomicU64,
    /// Documents with which the complete way finds nothing wrong, of those that it was asked about.
    undisturbed: AtomicU64,
    undisturbed_accepted: AtomicU64,
    disagreements: AtomicU64,
}

pub(super) fn run(arguments: &Arguments) -> Answer {
    let contract = models::contract()?;
    let recorded = recorded(&contract, &arguments.capture)?;
    let counts = Counts::default();
    let start = Instant::now();
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    thread::scope(|scope| {
        for thread in 0..threads as u64 {
            let (contract, recorded, counts) = (&contract, &recorded, &counts);
            let chance = Chance::new(arguments.seed.wrapping_mul(1_000_003).wrapping_add(thread));
            scope.spawn(move || work(contract, recorded, chance, counts, arguments.documents));
        }
    });
    let [documents, accepted, told, whole, whole_accepted, wrong] = [
        &counts.documents,
        &counts.accepted,
        &counts.told,
        &counts.undisturbed,
        &counts.undisturbed_accepted,
        &counts.disagreements,
    ]
    .map(|count| count.load(Relaxed));
    println!(
        "{documents} disturbed documents in {:.0} s, {accepted} accepted by a plan, {told} told what is wrong",
        start.elapsed().as_secs_f64()
    );
    println!("{whole_accepted} of {whole} undisturbed documents accepted, the rest left to the complete way");
    println!("{wrong} disagreements");
    Ok(if wrong == 0 { Verdict::Fine } else { Verdict::Failed })
}

/// Disturbs documents of one kind after the other until there are enough of them.
fn work(contract: &Contract, recorded: &[Seeds], mut chance: Chance, counts: &Counts, enough: u64) {
    let names: Vec<&String> = contract.components.keys().collect();
    while counts.documents.load(Relaxed) < enough {
        let made = made(contract, &names, &mut chance);
        let seeds = match recorded.get(chance.below(recorded.len() * 8)) {
            Some(seeds) => seeds,
            None => match &made {
                Some(made) => made,
                None => continue,
            },
        };
        hold(contract, seeds, &mut chance, counts);
    }
}

/// Values of some component at some release.
fn made(contract: &Contract, names: &[&String], chance: &mut Chance) -> Option<Seeds> {
    let name = names.get(chance.below(names.len()))?;
    let lives: Vec<Release> = (contract.component(name)?.life & contract.releases).iter().collect();
    let release = *lives.get(chance.below(lives.len()))?;
    let seed = chance.below(usize::MAX) as u64;
    let values = values::examples(Projection { contract, release }, name, seed)?.take(VALUES);
    let documents = values.filter_map(|value: Value| serde_json::to_vec(&value).ok()).collect();
    Some(Seeds { release, of: BodyOf::Component((*name).clone()), documents })
}

fn hold(contract: &Contract, seeds: &Seeds, chance: &mut Chance, counts: &Counts) {
    let Ok(mut both) = Agreement::new(contract, seeds.release, seeds.of.clone()) else { return };
    let Ok(mut at_all) = Agreement::at(contract, contract.releases, seeds.of.clone()) else { return };
    for document in &seeds.documents {
        let whole = both.is_right(document);
        counts.undisturbed.fetch_add(u64::from(whole), Relaxed);
        let accepted = whole && both.hold(document).is_ok_and(|(verdict, _)| verdict != Plan::Unsure);
        counts.undisturbed_accepted.fetch_add(u64::from(accepted), Relaxed);
        for _ in 0..TIMES {
            let text = disturb(document, chance);
            counts.documents.fetch_add(1, Relaxed);
            // All releases at once take longer.
            let held = if chance.below(EVERY) == 0 { at_all.hold(&text) } else { both.hold(&text) };
            match held {
                Ok((verdict, told)) => {
                    counts.told.fetch_add(u64::from(told == ScanOutcome::Misfits), Relaxed);
                    counts.accepted.fetch_add(u64::from(verdict != Plan::Unsure), Relaxed)
                }
                Err(why) => {
                    println!("{:?} at {}: {why}\n  {}", seeds.of, seeds.release, String::from_utf8_lossy(&text));
                    counts.disagreements.fetch_add(1, Relaxed)
                }
            };
        }
    }
}

/// The JSON answers of captures, by operation.
fn recorded(contract: &Contract, captures: &[String]) -> Result<Vec<Seeds>, Failure> {
    let mut all: Vec<Seeds> = Vec::new();
    for capture in captures {
        let (release, path) = capture.split_once('=').ok_or("name a capture as in 2.7.5=capture.har")?;
        let release = Release::resolve(release)?.release;
        Captures::open(&[PathBuf::from(path)], Reading::default())?.for_each(|item| {
            if let Some((id, body)) = answer(contract, release, &item) {
                let of = BodyOf::Operation(id);
                match all.iter_mut().find(|seeds| seeds.release == release && seeds.of == of) {
                    Some(seeds) => seeds.documents.push(body),
                    None => all.push(Seeds { release, of, documents: vec![body] }),
                }
            }
            ControlFlow::Continue(())
        })?;
    }
    Ok(all)
}

/// A JSON answer with the operation whose path, but for its parameters, is that of the request.
fn answer(contract: &Contract, release: Release, item: &Item) -> Option<(String, Vec<u8>)> {
    let Item::Exchange(exchange) = item else { return None };
    let (request, response) = (exchange.request.as_ref()?, exchange.response.as_ref()?);
    let body = response.body.bytes().filter(|body| (200..300).contains(&response.status) && body.len() <= LONGEST)?;
    let path = request.url.path().strip_prefix("/api")?;
    let fits = |template: &str| {
        let pairs = template.split('/').zip(path.split('/'));
        template.split('/').count() == path.split('/').count()
            && pairs.into_iter().all(|(one, two)| one.starts_with('{') || one == two)
    };
    let view = Projection { contract, release };
    let fitting =
        view.operations().filter(|one| one.method.to_string() == request.method && fits(one.path_at(release)));
    let operation = fitting.min_by_key(|one| one.path().matches('{').count())?;
    Some((operation.id_at(release).to_owned(), body.to_vec()))
}
