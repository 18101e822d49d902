//! HTTP as text: messages as they travel, what `curl -i` and `curl -v` print, and the command before it; several in one
//! file.
//!
//! A request is followed by its answer. Of a command the request is made up as curl would send it. An answer without a
//! status line, as curl prints it without `-i`, is counted and passed over.

mod command;
mod message;
mod pieces;
mod words;

use std::ops::ControlFlow;

use crate::error::{CaptureError, Fault};
use crate::exchange::{Body, Headers, Request, Response};
use crate::format::Format;
use crate::input::Input;
use crate::json;
use crate::sink::ItemSink;
use crate::whole::{self, Contents, Messages};
use pieces::Kind;

pub(super) const FORMAT: Format = Format { sniff, read };

/// What to do about a text that cannot be read.
const ADVICE: &str = "paste command and answer of `curl -i` as they are";

fn sniff(bytes: &[u8]) -> bool {
    pieces::begins(json::beginning(bytes))
}

fn read(input: Input<'_, '_>, sink: &mut dyn ItemSink) -> Result<ControlFlow<()>, CaptureError> {
    whole::read(input, sink, |text| Ok(contents(text)))
}

fn contents(text: &str) -> Contents {
    let mut pairing = Pairing::default();
    for piece in pieces::pieces(text) {
        let read = match piece.kind {
            Kind::Command => command::read(&piece).map(|(sent, has_more)| pairing.command(sent, has_more)),
            Kind::Request => message::request(&piece).map(|request| pairing.request(request)),
            Kind::Answer => message::response(&piece, pairing.asks_for_head()).map(|response| pairing.answer(response)),
        };
        if let Err(fault) = read {
            pairing.flush();
            pairing.contents.add(Err(fault));
            break;
        }
    }
    pairing.flush();
    pairing.contents
}

/// Puts requests and answers together.
#[derive(Default)]
struct Pairing {
    contents: Contents,
    /// A request that is not answered yet.
    request: Option<Request>,
    /// Whether only a command tells of it so far.
    is_command: bool,
    /// Secrets of the command that stand in no message.
    beside: Headers,
    /// Whether something that is not a message stands behind the command.
    has_more: bool,
}

impl Pairing {
    fn command(&mut self, sent: command::Sent, has_more: bool) {
        self.flush();
        (self.request, self.beside) = (Some(sent.request), sent.beside);
        (self.is_command, self.has_more) = (true, has_more);
    }

    /// A request as it travelled, which the command before it has the body of.
    fn request(&mut self, mut request: Request) {
        let is_command = self.is_command;
        let is_same = |of_command: &mut Request| {
            is_command && of_command.method == request.method && of_command.url.path() == request.url.path()
        };
        match self.request.take_if(is_same) {
            Some(of_command) => {
                if matches!(request.body, Body::None | Body::Unavailable(_)) {
                    request.body = of_command.body;
                }
                // What stands behind the command is what curl says of the connection.
                self.has_more = false;
            }
            None => self.flush(),
        }
        (self.request, self.is_command) = (Some(request), false);
    }

    fn answer(&mut self, response: Option<Response>) {
        let Some(response) = response else { return };
        self.has_more = false;
        let (request, beside) = (self.request.take(), std::mem::take(&mut self.beside));
        self.is_command = false;
        self.contents.add(Ok(Messages { request, response: Some(response), beside }));
    }

    /// What was not answered is told as such.
    fn flush(&mut self) {
        let (request, beside) = (self.request.take(), std::mem::take(&mut self.beside));
        if request.is_some() {
            self.contents.passed_over += u64::from(std::mem::take(&mut self.has_more));
            self.contents.add(Ok(Messages { request, response: None, beside }));
        }
        self.is_command = false;
    }

    fn asks_for_head(&self) -> bool {
        self.request.as_ref().is_some_and(|request| request.method.eq_ignore_ascii_case("HEAD"))
    }
}

/// A fault at the beginning of a line.
fn fault(line: usize, reason: &str) -> Fault {
    Fault::Text { line: line as u64, column: 1, entry: None, reason: reason.to_owned(), advice: ADVICE }
}

#[cfg(test)]
mod tests;
