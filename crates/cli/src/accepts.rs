//! `accepts`: at which releases a client's models take whatever the server may answer.

use std::fs;
use std::io::Read;
use std::path::Path;

use commands::accepts::{self, Asked, Client, Source, Verdict};
use commands::{Failure, releases};
use config::{Ids, Scope};
use contract::{Contract, ReleaseSet};
use report::{Direction, Repeats};

use crate::args::{Accepts, Output, When};
use crate::contracts::{self, Named};
use crate::output::{self, ReportOptions};
use crate::{Exit, accepted};

/// Judges, reports, and says how it went.
pub(crate) fn run(args: &Accepts, color: When) -> Result<Exit, Failure> {
    let Named { contract, name } =
        contracts::load(&args.contract, args.output.accept.config.as_deref(), contracts::oddities(&args.output))?;
    let asked = asked(args, &contract)?;
    let (clients, required): (Vec<Client>, Vec<ReleaseSet>) =
        asked.into_iter().map(|one| (one.client, one.required)).unzip();
    let verdicts = accepts::judge(&contract, &clients)?;
    if args.min_release {
        return lowest(&contract, &verdicts);
    }
    let mut report = accepts::report((&contract, &name), (&clients, &verdicts), &required);
    let options = ReportOptions {
        rules: &[::accepts::rules::all()],
        scope: Scope::Findings,
        ids: Ids::of([&contract]),
        repeats: Repeats::Each,
        pictured: (&contract, ReleaseSet::NONE),
        color,
        fail_on: args.fail_on,
    };
    output::finish(&mut report, &args.output, &options)
}

/// Prints the lowest release that all models work with.
fn lowest(contract: &Contract, verdicts: &[Verdict]) -> Result<Exit, Failure> {
    let works = verdicts.iter().fold(contract.releases, |all, verdict| all & verdict.works);
    let Some(lowest) = works.first() else {
        crate::stderr::say("note: no release works");
        return Ok(Exit::Findings);
    };
    output::stdout(|out| writeln!(out, "{lowest}"))?;
    Ok(Exit::Clean)
}

/// The model of the command line, or those of the configuration.
fn asked(args: &Accepts, contract: &Contract) -> Result<Vec<Asked>, Failure> {
    let required = |text: Option<&str>| match text {
        Some(text) => releases::set_of(text, contract),
        None => Ok(contract.releases),
    };
    if let (Some(schema), Some(counterpart)) = (&args.schema, &args.counterpart) {
        let source = source(Path::new(""), schema)?;
        let client = accepts::client(source, counterpart, args.decoder.as_deref(), direction(args.sends))?;
        return Ok(vec![Asked { client, required: required(args.required.as_deref())? }]);
    }
    let models = configured(&args.output, |entry| required(args.required.as_deref().or(entry.required.as_deref())))?;
    if models.is_empty() {
        return Err(Failure::new(
            "name a model: a JSON Schema with --as, or [[client]] in immich-contract.toml (see accepts --help)",
        ));
    }
    Ok(models)
}

/// The models that the configuration names, each with the releases that it must work with.
pub(crate) fn configured(
    output: &Output,
    required: impl Fn(&config::Client) -> Result<ReleaseSet, Failure>,
) -> Result<Vec<Asked>, Failure> {
    let (config, folder) = accepted::located(output)?;
    let one = |entry: &config::Client| {
        let named = |failure: Failure| Failure::new(entry.error(failure.to_string()).to_string());
        let source = source(&folder, &entry.schema).map_err(named)?;
        let client = accepts::client(source, &entry.counterpart, entry.decoder.as_deref(), direction(entry.sends));
        Ok(Asked { client: client.map_err(named)?, required: required(entry).map_err(named)? })
    };
    config.clients().iter().map(one).collect()
}

/// Which way a model goes.
fn direction(sends: bool) -> Direction {
    if sends { Direction::Request } else { Direction::Response }
}

/// Reads `FILE#PLACE`; a file whose name has a `#` is itself.
fn source(folder: &Path, name: &str) -> Result<Source, Failure> {
    let whole = folder.join(name).is_file();
    let (file, fragment) = if whole { (name, "") } else { name.split_once('#').unwrap_or((name, "")) };
    let path = folder.join(file);
    let shown = path.display().to_string();
    let bytes = if file == "-" { standard_input() } else { fs::read(&path) };
    let bytes = bytes.map_err(|error| Failure::of(&shown, format_args!("cannot read: {error}")))?;
    Source::read(&shown, bytes, fragment).map_err(|error| Failure::new(error.to_string()))
}

fn standard_input() -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}
