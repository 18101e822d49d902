//! `matrix`: captured calls against releases.

mod human;
mod markdown;

use commands::matrix::{self, Matrix};
use commands::{Failure, releases};
use validator::capture::Passes;

use crate::args::{self, Table, When};
use crate::contracts::{self, Named, Oddities};
use crate::progress::Progress;
use crate::{Exit, output};

/// Shows at which releases each captured call is accepted and its answer promised.
pub(crate) fn run(args: &args::Matrix, color: When) -> Result<Exit, Failure> {
    let Named { contract, name } = contracts::load(&args.contract, None, Oddities::Counted)?;
    let open = match &args.releases {
        Some(set) => releases::set(set, &contract)?,
        None => matrix::between(args.from.as_deref(), args.to.as_deref(), &contract)?,
    };
    let captures = args.traffic.open(Passes::Once)?;
    let base_paths = contracts::base_paths(args.traffic.base_path.as_deref(), &contract);
    let progress = Progress::counting();
    let matrix = Matrix::of(&captures, (&contract, base_paths), open, &mut |count| progress.advance_by(count))?;
    drop(progress);
    output::stdout(|out| match args.format {
        Table::Human => human::write(out, &matrix, args, output::color(color, false)),
        Table::Json => output::json(out, &matrix::document(&matrix, &name)),
        Table::Markdown => markdown::write(out, &matrix),
        Table::Html => out.write_all(matrix::page(&matrix, &name).as_bytes()),
    })?;
    Ok(Exit::Clean)
}
