//! The proxy as a process, and a client that writes HTTP as it stands here.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use serde_json::Value;

use crate::{Run, root};

/// A proxy that runs.
pub(super) struct Running {
    child: Child,
    /// Reads all that it says: it would wait for who does not.
    said: JoinHandle<String>,
    /// Ready once it knows the release, which it was not given.
    knowing: Option<Receiver<()>>,
    pub(super) address: SocketAddr,
}

impl Running {
    /// Starts a proxy before a server, on any free port.
    pub(super) fn start(upstream: &str, more: &[&str]) -> Self {
        Self::start_with(upstream, more, &[])
    }

    /// The same with variables of the environment.
    pub(super) fn start_with(upstream: &str, more: &[&str], environment: &[(&str, &str)]) -> Self {
        let args = ["proxy", "--upstream", upstream, "--listen", "127.0.0.1:0"];
        let mut child = Command::new(env!("CARGO_BIN_EXE_immich-contract"))
            .args(args)
            .args(more)
            .current_dir(root())
            .env_remove("COLUMNS")
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let err = BufReader::new(child.stderr.take().unwrap());
        let (listens, listening) = channel();
        let (knows, knowing) = channel();
        let said = std::thread::spawn(move || {
            let mut said = Vec::new();
            for line in err.lines().map(Result::unwrap) {
                if let Some((_, rest)) = line.split_once("listening on ") {
                    let address = rest.split_once("://").unwrap().1.split(' ').next().unwrap();
                    listens.send(address.parse().unwrap()).unwrap();
                }
                if line.contains("the server says") {
                    // It may say so after the test has ended.
                    let _ = knows.send(());
                }
                said.push(line);
            }
            said.join("\n")
        });
        let address = listening.recv().unwrap();
        let knowing = (!more.contains(&"--server-version")).then_some(knowing);
        Self { child, said, knowing, address }
    }

    /// Sends a signal.
    pub(super) fn signal(&self, signal: &str) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().unwrap().success());
    }

    /// Ends it as Ctrl-C does, once it knows the release.
    pub(super) fn end(self) -> Run {
        if let Some(knowing) = &self.knowing {
            knowing.recv_timeout(Duration::from_secs(20)).unwrap();
        }
        self.signal("-INT");
        self.wait()
    }

    /// Waits for its end.
    pub(super) fn wait(mut self) -> Run {
        let mut out = String::new();
        self.child.stdout.take().unwrap().read_to_string(&mut out).unwrap();
        Run { code: self.child.wait().unwrap().code(), out, err: self.said.join().unwrap() }
    }

    pub(super) fn connect(&self) -> TcpStream {
        connect(self.address)
    }

    /// Sends one request on a connection of its own.
    pub(super) fn send(&self, request: &str) -> Answer {
        send(self.address, request)
    }

    pub(super) fn get(&self, path: &str) -> Answer {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: photos.example\r\nConnection: close\r\n\r\n"))
    }
}

pub(super) fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
    stream
}

pub(super) fn send(address: SocketAddr, request: &str) -> Answer {
    let mut stream = connect(address);
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    // A connection that is reset has ended, too.
    let _ = stream.read_to_end(&mut answer);
    Answer::of(&answer)
}

/// An answer as it came.
pub(super) struct Answer {
    pub(super) head: String,
    pub(super) body: String,
}

impl Answer {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        Self { head: head.to_owned(), body: body.to_owned() }
    }

    pub(super) fn status(&self) -> u16 {
        self.head.split(' ').nth(1).unwrap_or_default().parse().unwrap_or_default()
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let fields = self.head.lines().skip(1).filter_map(|line| line.split_once(": "));
        fields.filter(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value).next()
    }

    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}\n\n{}", self.head, self.body))
    }
}

impl Run {
    pub(super) fn report(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}\n{}", self.out, self.err))
    }

    /// Rule of each finding in a report in JSON.
    pub(super) fn rules(&self) -> Vec<String> {
        let report = self.report();
        let findings = report["findings"].as_array().unwrap().iter();
        findings.map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
    }
}
