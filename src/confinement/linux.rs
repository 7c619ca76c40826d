//! The two mechanisms of Linux: a seccomp filter for sockets, and Landlock for files.

use std::path::{Path, PathBuf};

use landlock::{
    ABI, Access, AccessFs, BitFlags, PathBeneath, PathFd, Ruleset, RulesetAttr, RulesetCreated, RulesetCreatedAttr,
    RulesetError, RulesetStatus, Scope, path_beneath_rules,
};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
};

use super::{NotHeld, Sockets};

/// The newest Landlock version that is asked for; older kernels do what they can of it.
const LANDLOCK: ABI = ABI::V6;
/// Landlock version that defines the rights to change files: later versions only add control of devices, which
/// terminals need.
const WRITING: ABI = ABI::V3;
/// A file that libraries, and the start of processes, open for writing, and that keeps nothing.
const NOWHERE: &str = "/dev/null";
/// First number of the system calls in x32 mode, which has the same architecture.
#[cfg(target_arch = "x86_64")]
const X32: i64 = 0x4000_0000;

pub(super) fn forbid_sockets(sockets: Sockets) -> Result<(), NotHeld> {
    let why = |error: &dyn std::fmt::Display| NotHeld(format!("the system takes no filter for sockets: {error}"));
    let program = filter(sockets).map_err(|error| why(&error))?;
    seccompiler::apply_filter_all_threads(&program).map_err(|error| why(&error))
}

/// `socket` and `socketpair` for other families fail with `EPERM`, and so does `io_uring`, which would bypass the
/// filter. Calls of another architecture (32 bits) end the process.
fn filter(sockets: Sockets) -> Result<BpfProgram, seccompiler::BackendError> {
    let other_family = || {
        let is_other =
            SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Ne, libc::AF_UNIX.unsigned_abs().into())?;
        Ok::<_, seccompiler::BackendError>(vec![SeccompRule::new(vec![is_other])?])
    };
    let refused = [
        (libc::SYS_socket, if sockets == Sockets::Local { other_family()? } else { Vec::new() }),
        (libc::SYS_socketpair, other_family()?), // a pair without an address, for parent and child
        (libc::SYS_io_uring_setup, Vec::new()),
    ];
    let mut rules = std::collections::BTreeMap::new();
    for (call, unless) in refused {
        #[cfg(target_arch = "x86_64")]
        rules.insert(X32 + call, Vec::new());
        rules.insert(call, unless);
    }
    let refuse = SeccompAction::Errno(libc::EPERM.unsigned_abs());
    let architecture = std::env::consts::ARCH.try_into()?;
    SeccompFilter::new(rules, SeccompAction::Allow, refuse, architecture)?.try_into()
}

pub(super) fn allow_reading(paths: &[PathBuf]) -> Result<(), NotHeld> {
    enforce(|| {
        let reading = AccessFs::ReadFile | AccessFs::ReadDir;
        Ruleset::default()
            .handle_access(AccessFs::from_all(LANDLOCK))?
            .scope(Scope::AbstractUnixSocket | Scope::Signal)?
            .create()?
            .add_rules(path_beneath_rules(there(paths), reading))
    })
}

pub(super) fn allow_writing(paths: &[PathBuf]) -> Result<(), NotHeld> {
    enforce(|| {
        let writing = AccessFs::from_write(WRITING);
        Ruleset::default().handle_access(writing)?.create()?.add_rules(path_beneath_rules(there(paths), writing))
    })
}

fn there(paths: &[PathBuf]) -> impl Iterator<Item = &Path> {
    paths.iter().map(PathBuf::as_path).filter(|path| path.exists())
}

fn enforce(rules: impl FnOnce() -> Result<RulesetCreated, RulesetError>) -> Result<(), NotHeld> {
    let taken = || {
        let mut rules = rules()?;
        if let Ok(nowhere) = PathFd::new(NOWHERE) {
            let both: BitFlags<AccessFs> = AccessFs::ReadFile | AccessFs::WriteFile;
            rules = rules.add_rule(PathBeneath::new(nowhere, both))?;
        }
        rules.restrict_self()
    };
    match taken() {
        Ok(state) if state.ruleset != RulesetStatus::NotEnforced => Ok(()),
        Ok(_) => Err(NotHeld("this kernel has no Landlock".to_owned())),
        Err(error) => Err(NotHeld(format!("Landlock was not taken: {error}"))),
    }
}
