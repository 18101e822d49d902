//! Files and folders in the making: they stand beside the place that they will take, and are gone if the run ends before.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::{Builder, NamedTempFile, TempDir};

/// Those that stand somewhere now. Who makes one, gives it its place or ends the process has this.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// A file in the making.
pub(crate) struct Unfinished(NamedTempFile);

impl Unfinished {
    /// An empty one, with the rights that any new file has.
    pub(crate) fn beside(path: &Path) -> io::Result<Self> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut all = all();
        let made = Builder::new().make_in(folder, created);
        made.inspect(|file| all.push(file.path().to_owned())).map(Self)
    }

    pub(crate) fn file(&mut self) -> &mut File {
        self.0.as_file_mut()
    }

    /// Renames it. A file that it cannot be is given back with the reason.
    pub(crate) fn take_place(self, path: &Path) -> Result<(), (io::Error, Self)> {
        let mut all = all();
        let before = self.0.path().to_owned();
        self.0.persist(path).map_err(|error| (error.error, Self(error.file)))?;
        all.retain(|one| *one != before);
        Ok(())
    }
}

/// A folder in the making.
pub(crate) struct UnfinishedFolder(TempDir);

impl UnfinishedFolder {
    /// An empty one, with the rights that any new folder has.
    pub(crate) fn beside(path: &Path) -> io::Result<Self> {
        let folder = path.parent().unwrap_or(Path::new("."));
        let mut all = all();
        // What the umask takes from that is what the user wants, as with files.
        #[cfg(unix)]
        let made =
            Builder::new().permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777)).tempdir_in(folder)?;
        #[cfg(not(unix))]
        let made = Builder::new().tempdir_in(folder)?;
        all.push(made.path().to_owned());
        Ok(Self(made))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Renames it. The folder that is there goes, and comes back if this one cannot take its place.
    pub(crate) fn take_place(self, path: &Path) -> io::Result<()> {
        let before = if path.exists() { Some(Self::beside(path)?) } else { None };
        let mut all = all();
        let aside = before.as_ref().map(|before| before.path().join("before"));
        if let Some(aside) = &aside {
            fs::rename(path, aside)?;
        }
        if let Err(error) = fs::rename(self.path(), path) {
            let back = aside.map_or(Ok(()), |aside| fs::rename(aside, path));
            // Where it cannot come back it stays where it is; it is not ours to take away.
            return Err(back.err().map_or(error, |error| {
                before.map(|before| before.0.keep());
                error
            }));
        }
        all.retain(|one| one != self.path());
        // What it was is not there any more; nothing is to be taken away.
        let _ = self.0.keep();
        Ok(())
    }
}

fn all() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

fn created(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    // What the umask takes from that is what the user wants; alone, `tempfile` makes files for the owner only.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o666);
    options.open(path)
}

/// What is done at the first signal instead.
#[cfg(unix)]
type FirstSignal = Box<dyn FnOnce() + Send>;
#[cfg(unix)]
static FIRST_SIGNAL: Mutex<Option<FirstSignal>> = Mutex::new(None);

/// Has the next signal that would end the process do this instead; the one after it ends the process.
#[cfg(unix)]
pub(crate) fn on_first_signal(act: impl FnOnce() + Send + 'static) {
    *FIRST_SIGNAL.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(act));
}

/// Has a signal that ends the process take away what is unfinished. The exit code is that of shells: 130 after Ctrl-C.
#[cfg(unix)]
pub(crate) fn remove_on_signals() {
    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    // Without a handler the process ends all the same.
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else { return };
    std::thread::spawn(move || {
        for signal in signals.forever() {
            let first = FIRST_SIGNAL.lock().unwrap_or_else(PoisonError::into_inner).take();
            if let Some(act) = first {
                act();
                continue;
            }
            let all = all();
            for path in all.iter() {
                let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
            }
            std::process::exit(128 + signal);
        }
    });
}

#[cfg(not(unix))]
pub(crate) fn remove_on_signals() {}

/// The proxy listens for Ctrl-C itself.
#[cfg(not(unix))]
pub(crate) fn on_first_signal(_: impl FnOnce() + Send + 'static) {}
