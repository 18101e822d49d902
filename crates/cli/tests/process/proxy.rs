//! `proxy`: what goes through, what is found, and what is answered where something goes wrong.

mod faults;
mod record;
mod replay;
mod running;
mod server;
mod through;
mod tls;
mod verdicts;
