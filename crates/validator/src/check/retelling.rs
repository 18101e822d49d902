//! Findings that a report keeps although others of their kind were made: all but their places is known, and those the
//! scanner tells, so that no document is made of the text.

use contract::Schema;
use plan::ScanOutcome;
use report::{FindingSink, Part};

use super::{Call, Checker, Piece};

impl<'c> Checker<'c> {
    /// Tells what the plan told of a JSON text, and hands on what a walk over its document would; whether it could.
    pub(super) fn retold(
        &mut self,
        call: Call<'_, 'c>,
        part: Part,
        (schema, bytes): (&'c Schema, &[u8]),
        (told, context): (ScanOutcome, u64),
        sink: &mut dyn FindingSink,
    ) -> bool {
        let Self { plans, counting, .. } = self;
        let scanner = plans.told(call.at, schema).filter(|_| told == ScanOutcome::Misfits);
        let retold = scanner.zip(plan::utf8(bytes)).and_then(|(scanner, text)| counting.retell(context, scanner, text));
        let Some((notes, findings)) = retold else { return false };
        sink.summary().notes += notes;
        for mut finding in findings {
            let pointer = std::mem::take(&mut finding.location.pointer);
            finding.location = call.visit.location(part);
            finding.location.pointer = match &self.piece {
                Some(piece) => Piece::moved_pointer(piece, pointer),
                None => pointer,
            };
            self.learn_rest(call.visit, sink);
            sink.push(finding);
        }
        true
    }
}
