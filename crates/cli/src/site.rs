//! `site`: the contract as static pages in a folder.

mod place;

use commands::Failure;

use crate::Exit;
use crate::args::Site;
use crate::contracts::{self, Oddities};
use crate::stderr::say;
use place::NewFolder;

/// Builds the site, and says what there is to open.
pub(crate) fn run(args: &Site) -> Result<Exit, Failure> {
    // Whether it may be written is known before it is built.
    let mut folder = NewFolder::for_place(&args.folder)?;
    let contract = contracts::load(&args.contract, None, Oddities::Counted)?.contract;
    let tool = commands::tool();
    let built = ::site::build(&contract, &format!("{} {}", tool.name, tool.version), &mut |path, text| {
        folder.write(path, text)
    })?;
    folder.take_place()?;
    let first = args.folder.join("index.html");
    say(&format!(
        "{}: the pages of {} operations, {} types and {} releases",
        first.display(),
        built.operations,
        built.types,
        built.releases
    ));
    Ok(Exit::Clean)
}
