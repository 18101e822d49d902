//! A reverse proxy that passes HTTP through as it is, and hands on what went by as exchanges.
//!
//! Bytes go from one socket to the other as whoever is slower takes them. Of bodies that may be checked a copy is kept until
//! the exchange has ended, up to a bound; then it goes to an [`Outlet`], a queue that never makes anybody wait.
//!
//! ```no_run
//! use immich_contract_proxy::{Options, Outlet, Proxy, Upstream};
//!
//! let (outlet, mut queue) = Outlet::new(1024);
//! let options = Options::new(Upstream::parse("http://immich.lan:2283")?, outlet);
//! let proxy = Proxy::bind("127.0.0.1:2284", options)?;
//! let stop = proxy.stopper();
//! let running = std::thread::spawn(move || proxy.run());
//! while let Some(handed) = queue.blocking_recv() {
//!     println!("{:?}", handed.exchange.item());
//! }
//! # stop.stop();
//! # running.join().unwrap();
//! # Ok::<(), immich_contract_proxy::ProxyError>(())
//! ```

mod ask;
mod budget;
mod counters;
mod error;
mod exchange;
mod expect;
mod fault;
mod headers;
mod ongoing;
mod options;
mod outlet;
mod progress;
mod server;
mod service;
mod taking;
mod tap;
mod tls;
mod upgrade;
mod upstream;
mod verdict;

pub use ask::{Asker, Untold};
pub use counters::{Counters, Seen};
pub use error::ProxyError;
pub use exchange::Finished;
pub use options::Options;
pub use outlet::{Handed, Outlet, Queue};
pub use server::{Proxy, Stopper};
pub use tls::Certificate;
pub use upstream::Upstream;
pub use verdict::Verdict;
