//! Writes down what goes by, as it goes.

use std::fs::File;
use std::path::Path;

use commands::Failure;
use commands::recording::Masker;
use contract::Contract;
use proxy::{Handed, Queue};
use validator::capture::record::{Form, Moment, Recording, line};
use validator::exchange::Item;

use crate::stderr::say;

/// Who writes down what goes by.
pub(super) struct Recorder {
    recording: Recording<File>,
    /// Unless secrets are kept.
    masker: Option<Masker>,
    name: String,
}

impl Recorder {
    /// Begins a file; what was in it is gone.
    pub(super) fn create(path: &Path, contract: &Contract, keep_secrets: bool) -> Result<Self, Failure> {
        let name = path.display().to_string();
        let form = Form::of(path);
        let form =
            form.ok_or_else(|| Failure::of(&name, "--record writes .har or .ndjson, perhaps with .gz or .zst"))?;
        let file = File::create(path).map_err(|error| Failure::writing(&name, &error))?;
        let masker = (!keep_secrets).then(|| Masker::new(contract));
        Ok(Self { recording: Recording::new(file, form), masker, name })
    }

    /// Writes what comes until nothing comes any more. Whatever there was is in the file whenever it waits.
    pub(super) fn run(mut self, mut queue: Queue) -> Result<(), Failure> {
        let written = self.write(&mut queue).and_then(|()| self.recording.finish());
        written.map_err(|error| {
            let failure = Failure::writing(&self.name, &error);
            // The proxy goes on without a record: that is to be known now.
            say(&format!("error: {failure}; from here on nothing is recorded"));
            failure
        })
    }

    fn write(&mut self, queue: &mut Queue) -> std::io::Result<()> {
        while let Some(handed) = queue.blocking_recv() {
            self.add(&handed)?;
            while let Ok(handed) = queue.try_recv() {
                self.add(&handed)?;
            }
            self.recording.flush()?;
        }
        Ok(())
    }

    fn add(&mut self, handed: &Handed) -> std::io::Result<()> {
        let (item, moment) = (handed.exchange.item(), &handed.exchange);
        let Item::Exchange(exchange) = item else { return Ok(()) };
        let mut line = line(exchange);
        if let Some(masker) = &mut self.masker {
            masker.learn(item);
            line = masker.masked(line);
        }
        if let Some(fault) = &moment.fault {
            line.insert("fault".to_owned(), fault.as_str().into());
        }
        self.recording.add(line, Moment { started: moment.started, took: moment.took })
    }
}
