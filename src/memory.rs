//! Memory of long runs.
//!
//! A page needs a dozen large pieces of memory for a second. The allocator of the GNU library learns from them to keep such
//! pieces in heaps of its own, one a thread, where what remains of each page lies scattered among them: a batch of a
//! hundred pages then holds twice the memory that it needs, and ever more. Its settings are read when a program starts.

/// Settings of the allocator: pieces from sixteen megabytes on come from the system and go back to it, and few heaps. From
/// four megabytes on a batch takes 50 MB less and a tenth more time.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
const SETTINGS: [(&str, &str); 2] = [("MALLOC_MMAP_THRESHOLD_", "16777216"), ("MALLOC_ARENA_MAX", "2")];

/// Starts this program once more, in the place of this process, with the allocator set for long runs. Returns where it is
/// set already, where it cannot be, or where it need not be; the program then goes on as it is. The first thing that a
/// program does, before it has threads.
pub fn start_lean() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        use std::os::unix::process::CommandExt as _;
        if SETTINGS.iter().any(|(name, _)| std::env::var_os(name).is_some()) {
            return; // done, or somebody knows better
        }
        if let Ok(program) = std::env::current_exe() {
            // returns only when it failed
            let _ = std::process::Command::new(program).args(std::env::args_os().skip(1)).envs(SETTINGS).exec();
        }
    }
}
