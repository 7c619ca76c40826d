//! Has the operating system restrict this process, so that "nothing is sent anywhere" does not depend on the code
//! alone.
//!
//! The programs call [`begin`] before anything else, and [`quiet_libraries`] before they load one; the second reader
//! restricts itself further ([`allow_reading`]), and the command line gives up writing anything but its report and
//! what `precheck batch` keeps ([`allow_writing`]). Each restriction is permanent: neither this process nor one that it starts can lift it. This
//! module knows nothing of documents.
//!
//! A seccomp filter refuses sockets, and Landlock refuses files; only Linux has them. Elsewhere, and on kernels without
//! them, the functions return an error and the program goes on: the promise then depends on the code alone.

use std::ffi::OsString;
use std::io::ErrorKind;
use std::net::UdpSocket;
use std::path::PathBuf;

use thiserror::Error;

#[cfg(all(target_os = "linux", target_pointer_width = "64"))]
mod linux;

/// Environment variables that keep libraries from collecting usage data and from keeping files of their own: both names
/// of ONNX Runtime's switch (from 1.29 on; later releases renamed it), and the shader caches of Mesa and NVIDIA.
const QUIET: [(&str, &str); 4] = [
    ("ORT_DISABLE_TELEMETRY", "1"),
    ("ORT_TELEMETRY_DISABLED", "1"),
    ("MESA_SHADER_CACHE_DISABLE", "true"),
    ("__GL_SHADER_DISK_CACHE", "0"),
];

/// The sockets that a process can still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sockets {
    /// None at all.
    None,
    /// Sockets of this machine only (the Unix family): the window system, the file dialog.
    Local,
}

/// Why the system does not enforce a promise that the code makes.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct NotHeld(String);

/// Forbids memory dumps of this process, and network sockets in every part of it. This must be the first step of a
/// program, while it has one thread and has loaded nothing.
///
/// # Errors
/// [`NotHeld`] if the system has no filter for sockets; memory dumps are forbidden anyway.
pub fn begin(sockets: Sockets) -> Result<(), NotHeld> {
    forbid_memory_dumps();
    forbid_sockets(sockets)
}

/// If the environment lets libraries collect or keep data, replaces this process by the same program with an
/// environment that does not: a running process cannot change the environment that its libraries will see. This must be
/// the first step of a program that will load such libraries, while it has one thread. If it fails, the program goes
/// on, because a library that collects data is not loaded.
pub fn quiet_libraries() {
    let is_set = |(name, value): &(&str, &str)| std::env::var_os(name).is_some_and(|set| set == *value);
    if QUIET.iter().all(is_set) {
        return;
    }
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        let mut arguments = std::env::args_os();
        let called = arguments.next().unwrap_or_else(|| OsString::from("precheck"));
        if let Ok(program) = std::env::current_exe() {
            // this returns only if it failed
            let _ = std::process::Command::new(program).arg0(called).args(arguments).envs(QUIET).exec();
        }
    }
}

/// Forbids this process, all its threads and every process that it starts to open other sockets than these.
///
/// # Errors
/// [`NotHeld`] if the system has no filter for sockets.
pub fn forbid_sockets(sockets: Sockets) -> Result<(), NotHeld> {
    #[cfg(all(target_os = "linux", target_pointer_width = "64"))]
    return linux::forbid_sockets(sockets);
    #[cfg(not(all(target_os = "linux", target_pointer_width = "64")))]
    {
        let _ = sockets;
        Err(no_means())
    }
}

/// Restricts this thread, and everything that it starts, to reading the files beneath `paths`. Missing paths are
/// skipped; `/dev/null` stays accessible.
///
/// # Errors
/// [`NotHeld`] where the system cannot do it.
pub fn allow_reading(paths: &[PathBuf]) -> Result<(), NotHeld> {
    #[cfg(all(target_os = "linux", target_pointer_width = "64"))]
    return linux::allow_reading(paths);
    #[cfg(not(all(target_os = "linux", target_pointer_width = "64")))]
    {
        let _ = paths;
        Err(no_means())
    }
}

/// Forbids this thread, and everything that it starts, to create, change or remove files other than those beneath
/// `paths` and `/dev/null`. Files that are open already stay open.
///
/// # Errors
/// [`NotHeld`] where the system cannot do it.
pub fn allow_writing(paths: &[PathBuf]) -> Result<(), NotHeld> {
    #[cfg(all(target_os = "linux", target_pointer_width = "64"))]
    return linux::allow_writing(paths);
    #[cfg(not(all(target_os = "linux", target_pointer_width = "64")))]
    {
        let _ = paths;
        Err(no_means())
    }
}

/// Whether the system really refuses network sockets: tries to open a socket on this machine's own address, and sends
/// nothing.
pub fn network_is_refused() -> bool {
    ["127.0.0.1:0", "[::1]:0"]
        .iter()
        .all(|own| UdpSocket::bind(own).is_err_and(|error| error.kind() == ErrorKind::PermissionDenied))
}

/// Whether `display`, a value of `DISPLAY`, is reached over the network, which means that it names a host. `:0`,
/// `unix:0` and a path to a socket do not.
pub fn is_network_display(display: &str) -> bool {
    let host = display.rsplit_once(':').map_or("", |(host, _)| host);
    !host.is_empty() && host != "unix" && !host.starts_with("unix/") && !host.starts_with('/')
}

/// The message of a panic that others may see: the place in the code, and nothing of the data being worked on.
pub fn panic_without_contents(panic: &std::panic::PanicHookInfo<'_>) -> String {
    let place = panic.location().map_or_else(String::new, |at| format!(" ({}, line {})", at.file(), at.line()));
    format!("a part of the program stopped unexpectedly{place}")
}

#[cfg(unix)]
fn forbid_memory_dumps() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // a dump would hold the pages in memory; systems without this limit make no dumps
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}

#[cfg(not(unix))]
fn forbid_memory_dumps() {}

#[cfg(not(all(target_os = "linux", target_pointer_width = "64")))]
fn no_means() -> NotHeld {
    NotHeld("this system has no means that precheck knows".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn displays_of_another_machine_are_told_from_those_of_this_one() {
        for far in ["localhost:10.0", "desk.example.org:0", "10.0.0.7:0.0", "tcp/desk:0", "[::1]:0"] {
            assert!(is_network_display(far), "{far}");
        }
        for here in [":0", ":10.0", "unix:0", "", "/tmp/launch-x/org.xquartz:0", "unix/desk:0"] {
            assert!(!is_network_display(here), "{here}");
        }
    }
}
