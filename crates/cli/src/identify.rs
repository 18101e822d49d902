//! `identify`: which releases can have written this?

mod human;

use commands::Failure;
use commands::identify::{self, Identify, Words};
use validator::capture::Passes;

use crate::args::{self, Shape, When};
use crate::contracts::{self, Named, Oddities};
use crate::progress::Progress;
use crate::{Exit, output};

/// Says of each source which releases can have written it.
pub(crate) fn run(args: &args::Identify, color: When) -> Result<Exit, Failure> {
    let Named { contract, name } = contracts::load(&args.contract, None, Oddities::Counted)?;
    let captures = args.inputs.open(Passes::Once)?;
    let asked = Identify {
        captures: &captures,
        base_paths: contracts::base_paths(args.inputs.base_path.as_deref(), &contract),
        body: args.inputs.body(),
        threads: args.inputs.threads(),
    };
    let progress = Progress::counting();
    let told = asked.told(&contract, &|count| progress.advance_by(count))?;
    drop(progress);
    let fits = told.iter().all(|one| !one.verdict.releases.is_empty());
    output::stdout(|out| match args.format {
        Shape::Human => human::write(out, &told, args, contract.releases, output::color(color, false)),
        Shape::Json => output::json(out, &identify::document(&told, &name, contract.releases)),
        Shape::Html => {
            let words = Words { body: args.inputs.schema.as_deref(), covers: contract.releases };
            out.write_all(identify::page(&told, &name, words).as_bytes())
        }
    })?;
    Ok(if fits && !told.is_empty() { Exit::Clean } else { Exit::Findings })
}
