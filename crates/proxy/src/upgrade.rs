//! Connections that go on with another protocol: websockets.

use std::sync::Arc;

use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use tokio::io::copy_bidirectional;

use crate::counters;
use crate::ongoing::Ongoing;

/// Passes on what both sides say once both have changed the protocol, until one of them closes. The exchange has ended then.
pub(crate) async fn pass_on(client: OnUpgrade, upstream: OnUpgrade, ongoing: Arc<Ongoing>) {
    let (client, upstream) = match (client.await, upstream.await) {
        (Ok(client), Ok(upstream)) => (client, upstream),
        (Err(error), _) => return ongoing.fail(format!("the client did not change the protocol: {error}")),
        (_, Err(error)) => return ongoing.fail(format!("upstream did not change the protocol: {error}")),
    };
    let handing = Arc::clone(&ongoing.handing);
    // What is said from now on is no part of it.
    drop(ongoing);
    let (mut client, mut upstream) = (TokioIo::new(client), TokioIo::new(upstream));
    // That one side goes away is how it ends.
    if let Ok((up, down)) = copy_bidirectional(&mut client, &mut upstream).await {
        counters::add(&handing.counters.up, up);
        counters::add(&handing.counters.down, down);
    }
}
