//! Listens for clients, and ends when it is told to.

use std::convert::Infallible;
use std::io;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use hyper::service::service_fn;
use hyper_rustls::HttpsConnector;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Notify;
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;

use crate::ask::{Asker, Mark};
use crate::budget::Budget;
use crate::counters::Counters;
use crate::error::ProxyError;
use crate::headers::Peer;
use crate::ongoing::Handing;
use crate::options::Options;
use crate::service::Service;
use crate::tap::Tapped;
use crate::tls;
use crate::upstream::Upstream;

/// What places call where exchanges are from: no file.
const SOURCE: &str = "<proxy>";
/// How long upstream may take to take a connection.
const CONNECT: Duration = Duration::from_secs(10);
/// How long a connection to upstream is kept that is not used. Node closes its own after five seconds.
const IDLE: Duration = Duration::from_secs(4);
/// How long a client may take for the head of a request, and for a handshake.
const HEAD: Duration = Duration::from_secs(30);
/// How long what goes on may go on once the proxy is to stop.
const LAST_CALLS: Duration = Duration::from_secs(1);
/// How much of one connection is read ahead, in bytes. The head of a message must fit in.
const READ_AHEAD: usize = 64 << 10;
/// How many connections may wait to be taken.
const BACKLOG: u32 = 4096;
/// How long it is before a connection is taken again where none could be.
const AGAIN: Duration = Duration::from_millis(20);

/// A proxy that listens, and answers once it runs.
pub struct Proxy {
    runtime: Runtime,
    listener: TcpListener,
    address: SocketAddr,
    service: Arc<Service>,
    asker: Arc<Asker>,
    tls: Option<TlsAcceptor>,
    stop: Arc<Notify>,
}

/// Ends a proxy.
#[derive(Clone)]
pub struct Stopper(Arc<Notify>);

impl Stopper {
    /// Has the proxy end: it takes no more connections, and what goes on gets a second.
    pub fn stop(&self) {
        self.0.notify_one();
    }
}

impl Proxy {
    /// Listens on an address.
    pub fn bind(address: &str, options: Options) -> Result<Self, ProxyError> {
        let machine = |error: io::Error| ProxyError::Machine(error.to_string());
        let runtime = Builder::new_multi_thread().enable_io().enable_time().build().map_err(machine)?;
        open_more_files();
        let fail = |error| ProxyError::Listen { address: address.to_owned(), error };
        let listener = {
            let _inside = runtime.enter();
            listen(address).map_err(fail)?
        };
        let address = listener.local_addr().map_err(fail)?;
        if leads_to(&options.upstream, address) {
            return Err(ProxyError::Loop { upstream: options.upstream.to_string() });
        }
        let connector = tls::connector(connector())?;
        let mark = Arc::new(Mark::new());
        let client = || {
            let mut builder = Client::builder(TokioExecutor::new());
            builder.timer(TokioTimer::new()).pool_timer(TokioTimer::new()).pool_idle_timeout(IDLE);
            builder.http1_preserve_header_case(true).http1_max_buf_size(READ_AHEAD).set_host(false);
            builder
        };
        let (handle, upstream) = (runtime.handle().clone(), options.upstream.clone());
        let asking = client().build(connector.clone());
        let asker = Arc::new(Asker { handle, client: asking, upstream, mark: Arc::clone(&mark) });
        let tls = options.certificate.as_ref().map(tls::Certificate::acceptor);
        let service = Arc::new(service(options, client().build(connector), mark));
        Ok(Self { runtime, listener, address, service, asker, tls, stop: Arc::default() })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What ends it.
    pub fn stopper(&self) -> Stopper {
        Stopper(Arc::clone(&self.stop))
    }

    /// What it counts.
    pub fn counters(&self) -> Arc<Counters> {
        Arc::clone(&self.service.handing.counters)
    }

    /// What asks upstream while it runs.
    pub fn asker(&self) -> Arc<Asker> {
        Arc::clone(&self.asker)
    }

    /// Answers clients until it is told to stop. All that went by has been handed on then.
    pub fn run(self) {
        let Self { runtime, listener, service, tls, stop, .. } = self;
        let graceful = Arc::new(GracefulShutdown::new());
        let serving = Serving { service, tls, builder: Arc::new(builder()) };
        runtime.block_on(async {
            let accepting = tokio::spawn(serving.accept(listener, Arc::clone(&graceful)));
            #[cfg(windows)]
            tokio::spawn(interrupted(Arc::clone(&stop)));
            stop.notified().await;
            accepting.abort();
            drop(accepting.await);
            // Whoever is not done then is cut off.
            if let Some(graceful) = Arc::into_inner(graceful) {
                drop(timeout(LAST_CALLS, graceful.shutdown()).await);
            }
        });
        runtime.shutdown_timeout(LAST_CALLS);
    }
}

/// Ends the proxy at the first Ctrl-C, and the process at the second. Elsewhere signals are the program's affair.
#[cfg(windows)]
async fn interrupted(stop: Arc<Notify>) {
    if tokio::signal::ctrl_c().await.is_ok() {
        stop.notify_one();
        if tokio::signal::ctrl_c().await.is_ok() {
            std::process::exit(130);
        }
    }
}

fn service(options: Options, client: Client<HttpsConnector<HttpConnector>, Tapped>, mark: Arc<Mark>) -> Service {
    let Options { upstream, outlet, record, most_of_body, most_of_all, patience, holds_answers, .. } = options;
    let name: Arc<str> = upstream.to_string().into();
    let handing = Handing {
        outlets: [outlet].into_iter().chain(record).collect(),
        source: Arc::from(SOURCE),
        most_of_body,
        budget: Budget::new(most_of_all),
        counters: Arc::default(),
        entries: Mutex::default(),
    };
    Service { client, upstream, name, handing: Arc::new(handing), patience, holds_answers, mark }
}

/// Takes as many descriptors as the system lets it: each call needs two, and usual limits are for programs that need few.
fn open_more_files() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, getrlimit, setrlimit};
        let mut limit = getrlimit(Resource::Nofile);
        limit.current = limit.maximum;
        // With fewer, connections wait to be taken.
        let _ = setrlimit(Resource::Nofile, limit);
    }
}

fn connector() -> HttpConnector {
    let mut http = HttpConnector::new();
    http.enforce_http(false);
    http.set_nodelay(true);
    http.set_connect_timeout(Some(CONNECT));
    http
}

fn builder() -> auto::Builder<TokioExecutor> {
    let mut builder = auto::Builder::new(TokioExecutor::new()).preserve_header_case(true);
    let mut http1 = builder.http1();
    http1.timer(TokioTimer::new()).header_read_timeout(HEAD).max_buf_size(READ_AHEAD).auto_date_header(false);
    builder.http2().timer(TokioTimer::new()).auto_date_header(false);
    builder
}

fn listen(address: &str) -> io::Result<TcpListener> {
    let mut last = io::Error::from(io::ErrorKind::AddrNotAvailable);
    for address in address.to_socket_addrs()? {
        let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
        // Elsewhere it would let two programs listen at one address.
        #[cfg(unix)]
        socket.set_reuseaddr(true)?;
        match socket.bind(address).and_then(|()| socket.listen(BACKLOG)) {
            Ok(listener) => return Ok(listener),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// Whether upstream is where the proxy listens.
fn leads_to(upstream: &Upstream, listening: SocketAddr) -> bool {
    let is_here = |ip: IpAddr| ip == listening.ip() || (listening.ip().is_unspecified() && ip.is_loopback());
    let (host, port) = upstream.host_and_port();
    // A name that nobody knows is told when somebody asks for it.
    port == listening.port()
        && (host, port).to_socket_addrs().is_ok_and(|mut found| found.any(|found| is_here(found.ip())))
}

/// Serves connections.
#[derive(Clone)]
struct Serving {
    service: Arc<Service>,
    tls: Option<TlsAcceptor>,
    builder: Arc<auto::Builder<TokioExecutor>>,
}

impl Serving {
    async fn accept(self, listener: TcpListener, graceful: Arc<GracefulShutdown>) {
        loop {
            match listener.accept().await {
                Ok((stream, client)) => {
                    let (serving, graceful) = (self.clone(), graceful.watcher());
                    tokio::spawn(async move { serving.connection(stream, client, graceful).await });
                }
                // There are no more descriptors: some will be free again.
                Err(_) => sleep(AGAIN).await,
            }
        }
    }

    async fn connection(self, stream: TcpStream, client: SocketAddr, graceful: Watcher) {
        // Without it, answers only come later.
        let _ = stream.set_nodelay(true);
        let peer = Peer { address: client, is_secure: self.tls.is_some() };
        match &self.tls {
            None => self.serve(stream, peer, graceful).await,
            Some(tls) => {
                if let Ok(Ok(stream)) = timeout(HEAD, tls.accept(stream)).await {
                    self.serve(stream, peer, graceful).await;
                }
            }
        }
    }

    async fn serve(&self, stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static, peer: Peer, graceful: Watcher) {
        let answering = service_fn(|request| {
            let service = Arc::clone(&self.service);
            async move { Ok::<_, Infallible>(service.serve(request, peer).await) }
        });
        let connection = self.builder.serve_connection_with_upgrades(TokioIo::new(stream), answering);
        // What a client does wrong is its own affair, and hyper has answered it.
        let _ = graceful.watch(connection).await;
    }
}
