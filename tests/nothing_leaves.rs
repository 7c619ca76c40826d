//! Nothing leaves the computer, and nothing is kept except what was asked for. Both programs run as people run them,
//! and `strace` watches them from outside.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stderr,
    reason = "a test may fail, and says what it skips"
)]
#![cfg(target_os = "linux")]

mod screen;

use std::collections::BTreeSet;
use std::io::{ErrorKind, Write as _};
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use precheck::confinement::{self, Sockets};

/// How long a program is watched: libraries that report on their use begin some seconds after they start.
const WATCHED: Duration = Duration::from_secs(20);
/// Copies of the sample set that are examined in the first run that is watched.
const ROUNDS: usize = 4;
/// Files that may be opened for writing without keeping anything.
const KEEP_NOTHING: [&str; 3] = ["/dev/null", "/dev/tty", "/dev/dri/"];
/// System calls that the watcher records: sockets, and everything that can create, change or remove a file.
const WATCH: &str = "trace=%network,io_uring_setup,open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,rename,renameat,\
                     renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat,truncate";

/// Held by the test that watches a program, so that each program has the computer to itself.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// A folder that is removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("precheck-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata").join(name)
}

fn is_there(program: &str) -> bool {
    let asked = Command::new(program).arg("-h").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if asked.is_err() {
        eprintln!("\n*** NOT TESTED: {program} is not installed, so nobody watched what the programs open ***\n");
    }
    asked.is_ok()
}

/// A program under the watcher, in a home folder of its own. It is ended after this many seconds.
fn watched(home: &Path, trace: &Path, seconds: u64, program: &str) -> Command {
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-s", "400", "-e", WATCH, "-o"]).arg(trace);
    command.args(["timeout", "--signal=KILL", &seconds.to_string()]).arg(program);
    command.env("HOME", home).env("TMPDIR", home.join("tmp")).env("XDG_RUNTIME_DIR", home.join("run"));
    for folder in ["XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"] {
        command.env_remove(folder);
    }
    for folder in ["tmp", "run"] {
        std::fs::create_dir_all(home.join(folder)).unwrap();
    }
    command
}

/// The calls of a trace that were granted, without the process number.
fn granted(trace: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(trace).unwrap();
    assert!(text.lines().count() > 20, "the trace is empty");
    let calls = text.lines().filter_map(|line| line.split_once(char::is_whitespace)).map(|(_, call)| call.trim());
    // a call that another thread interrupted takes two lines; the first has the arguments, and it counts as granted
    calls.filter(|call| !call.starts_with("<...") && !call.contains(" = -1 E")).map(str::to_owned).collect()
}

/// Families of the sockets that were opened, without the refused ones.
fn socket_families(trace: &Path) -> BTreeSet<String> {
    let family = |call: &String| {
        let arguments = call.split_once("socket(").or_else(|| call.split_once("socketpair("))?.1;
        Some(arguments.split([',', ')']).next().unwrap_or_default().to_owned())
    };
    granted(trace).iter().filter_map(family).collect()
}

/// Files that were made, changed or removed.
fn written(trace: &Path) -> BTreeSet<String> {
    let changes = |call: &&String| {
        let opens = call.starts_with("open");
        let only_reads = opens && !["O_WRONLY", "O_RDWR", "O_CREAT"].iter().any(|flag| call.contains(flag));
        let is_file = opens
            || ["creat", "mk", "rename", "link", "symlink", "unlink", "truncate"]
                .iter()
                .any(|name| call.starts_with(name));
        is_file && !only_reads
    };
    let path = |call: &String| call.split('"').nth(1).unwrap_or(call).to_owned();
    let kept = |path: &String| !KEEP_NOTHING.iter().any(|known| path.starts_with(known));
    granted(trace).iter().filter(changes).map(path).filter(kept).collect()
}

/// Every file beneath a folder.
fn files_beneath(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files_beneath(&path) } else { vec![path] }).collect()
}

/// Asserts that what a program wrote or left contains nothing about the applicants of the sample set.
fn assert_names_nobody(what: &str, text: &str) {
    for record in ["ready", "five-faults"] {
        let record = std::fs::read_to_string(sample(record).join("record.json")).unwrap();
        let record: serde_json::Value = serde_json::from_str(&record).unwrap();
        let name = &record["name"];
        for part in [&name["given"], &name["surname"], &record["itin"]].into_iter().filter_map(|p| p.as_str()) {
            for word in part.split(' ').filter(|word| word.chars().count() > 3) {
                assert!(!text.to_lowercase().contains(&word.to_lowercase()), "{what} says {word}");
            }
        }
    }
}

/// Puts several copies of the sample set into one folder, because a file that is named twice is examined once.
fn copies(rounds: usize, to: &Path) {
    for round in 0..rounds {
        for set in ["ready", "five-faults"] {
            let copy = to.join(format!("{round}-{set}"));
            std::fs::create_dir_all(&copy).unwrap();
            for file in std::fs::read_dir(sample(set)).unwrap().flatten() {
                std::fs::copy(file.path(), copy.join(file.file_name())).unwrap();
            }
        }
    }
}

/// Examines a folder in one process, and returns how long it took.
fn check(home: &Path, trace: &Path, samples: &Path) -> Duration {
    let start = Instant::now();
    let report = home.join("report.txt");
    let mut child = watched(home, trace, 300, env!("CARGO_BIN_EXE_precheck"))
        .args(["check", "-", "--record"])
        .arg(sample("ready/record.json"))
        .args(["--today", "2026-11-22", "--format", "text", "--lang", "es", "--output"])
        .arg(&report)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    writeln!(child.stdin.take().unwrap(), "{}", samples.display()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    assert_names_nobody("standard error", &String::from_utf8_lossy(&output.stderr));
    assert!(output.stdout.is_empty(), "the report went into its file");
    start.elapsed()
}

#[test]
fn the_command_line_opens_no_socket_and_writes_its_report_only() {
    if !is_there("strace") {
        return;
    }
    let _alone = ONE_AT_A_TIME.lock();
    let folder = Folder::new("watched-check");
    let (home, trace) = (folder.0.join("home"), folder.0.join("trace"));
    let mut rounds = ROUNDS;
    loop {
        let samples = folder.0.join("samples");
        copies(rounds, &samples);
        let took = check(&home, &trace, &samples);
        if took >= WATCHED {
            break;
        }
        rounds = (rounds as f64 * 1.3 * WATCHED.as_secs_f64() / took.as_secs_f64()).ceil() as usize;
    }
    let families = socket_families(&trace);
    assert!(families.iter().all(|family| family.contains("AF_UNIX")), "{families:?}");
    let report = home.join("report.txt");
    // it is written beside its name, and gets its name at the end
    let begins = home.join(".report.txt.").display().to_string();
    let written = written(&trace);
    assert!(written.len() == 1 && written.iter().all(|path| path.starts_with(&begins)), "{written:?}");
    assert_eq!(files_beneath(&home), std::slice::from_ref(&report));
    assert!(report.metadata().unwrap().len() > 1000, "it holds the report");
    assert_eq!(report.metadata().unwrap().permissions().mode() & 0o777, 0o600, "a report is its owner's");
}

#[test]
fn a_batch_opens_no_socket_and_writes_its_report_and_its_cache_only() {
    if !is_there("strace") {
        return;
    }
    let _alone = ONE_AT_A_TIME.lock();
    let folder = Folder::new("watched-batch");
    let (home, trace, clients) = (folder.0.join("home"), folder.0.join("trace"), folder.0.join("clients"));
    let client = "clients/0104 QUISPE NAHUI";
    std::fs::create_dir_all(clients.join("0104")).unwrap();
    std::fs::copy(sample("season").join(client).join("passport.jpg"), clients.join("0104/passport.jpg")).unwrap();
    let (report, cache) = (home.join("report.txt"), home.join(".cache/precheck"));
    let output = watched(&home, &trace, 300, env!("CARGO_BIN_EXE_precheck"))
        .arg("batch")
        .args([&sample("season/clients.csv"), &clients])
        .args(["--today", "2026-11-22", "--output"])
        .arg(&report)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{said}");
    assert!(!said.to_lowercase().contains("quispe"), "{said}");
    let families = socket_families(&trace);
    assert!(families.iter().all(|family| family.contains("AF_UNIX")), "{families:?}");
    // the report is written beside its name, and gets its name at the end
    let begins = home.join(".report.txt.").display().to_string();
    let is_asked_for = |path: &String| Path::new(path).starts_with(&cache) || path.starts_with(&begins);
    let others: Vec<String> = written(&trace).into_iter().filter(|path| !is_asked_for(path)).collect();
    assert!(others.iter().all(|path| Path::new(path) == home.join(".cache")), "{others:?}");
    let kept = files_beneath(&cache);
    assert_eq!(kept.len(), 3, "the pages of one file, and the client by id and by name: {kept:?}");
    for file in kept.iter().chain([&report]) {
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{}", file.display());
    }
    assert_eq!(files_beneath(&home).len(), 4);
}

#[test]
fn who_watches_a_folder_opens_no_socket_and_writes_beside_the_files_only() {
    if !is_there("strace") {
        return;
    }
    let _alone = ONE_AT_A_TIME.lock();
    let folder = Folder::new("watched-watch");
    for beside in [false, true] {
        let (home, trace) = (folder.0.join(format!("home-{beside}")), folder.0.join(format!("trace-{beside}")));
        let drop_folder = folder.0.join(format!("drop-{beside}"));
        std::fs::create_dir_all(&drop_folder).unwrap();
        for file in ["cp565.jpg", "passport.jpg"] {
            std::fs::copy(sample("ready").join(file), drop_folder.join(file)).unwrap();
        }
        let mut command = watched(&home, &trace, 25, env!("CARGO_BIN_EXE_precheck"));
        command.args(["watch", "--today", "2026-11-22"]).arg(&drop_folder).args(beside.then_some("--beside"));
        let output = command.output().unwrap(); // it ends when the watcher's time is over
        assert_names_nobody("standard error", &String::from_utf8_lossy(&output.stderr));
        let lines = String::from_utf8_lossy(&output.stdout).lines().count();
        let families = socket_families(&trace);
        assert!(families.iter().all(|family| family.contains("AF_UNIX")), "{families:?}");
        assert_eq!((lines, files_beneath(&drop_folder).len()), if beside { (0, 4) } else { (2, 2) });
        let beside_only =
            |path: &String| Path::new(path).parent() == Some(&drop_folder) && path.contains(".precheck.json");
        let written = written(&trace);
        assert!(written.iter().all(beside_only) && written.is_empty() != beside, "{written:?}");
        assert_eq!(files_beneath(&home), Vec::<PathBuf>::new());
    }
}

#[test]
fn the_window_opens_sockets_of_this_machine_only_and_writes_nothing() {
    if !is_there("strace") {
        return;
    }
    let _alone = ONE_AT_A_TIME.lock();
    let Some((_server, display)) = screen::server() else { return };
    let folder = Folder::new("watched-window");
    let (home, trace) = (folder.0.join("home"), folder.0.join("trace"));
    // as many copies of the sample set as are examined without the question whether they are several people's
    let samples = folder.0.join("samples");
    copies(2, &samples);
    let log = folder.0.join("log");
    let start = Instant::now();
    let log_file = std::fs::File::create(&log).unwrap();
    let mut command = watched(&home, &trace, WATCHED.as_secs() + 2, env!("CARGO_BIN_EXE_precheck-app"));
    command
        .args(std::fs::read_dir(&samples).unwrap().flatten().map(|entry| entry.path()))
        .arg("--record")
        .arg(sample("ready/record.json"));
    command.env("DISPLAY", display).env_remove("WAYLAND_DISPLAY").env("LIBGL_ALWAYS_SOFTWARE", "1");
    command.stdout(log_file.try_clone().unwrap()).stderr(log_file).status().unwrap();
    let said = std::fs::read_to_string(&log).unwrap();
    assert!(start.elapsed() >= WATCHED, "the window ended by itself: {said}");
    assert_names_nobody("the window", &said);

    let calls = std::fs::read_to_string(&trace).unwrap();
    assert!(calls.contains("0-five-faults/passport.jpg") && calls.contains("0-ready/cp565.jpg"), "it examined nothing");
    let families = socket_families(&trace);
    assert!(families.contains("AF_UNIX"), "the window system was not reached");
    assert_eq!(families, BTreeSet::from(["AF_UNIX".to_owned()]));
    assert_eq!(written(&trace), BTreeSet::new());
    assert_eq!(files_beneath(&home), Vec::<PathBuf>::new());
}

/// Environment variable of the process in which one of the next tests gives up rights for good.
const ALONE: &str = "PRECHECK_TEST_ALONE";

/// Runs one test of this file again in a process of its own, and returns its output.
fn alone(test: &str, kind: &str) -> String {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(ALONE, kind)
        .output()
        .unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(kind == "panic" || output.status.success(), "{said}");
    said
}

#[test]
fn code_inside_the_process_is_refused_every_connection() {
    let name = "code_inside_the_process_is_refused_every_connection";
    match std::env::var(ALONE).as_deref() {
        Err(_) => {
            let listener = TcpListener::bind("127.0.0.1:0").unwrap(); // this process may bind, the other may not
            assert!(!confinement::network_is_refused());
            for sockets in ["local", "none"] {
                alone(name, &format!("{sockets} {}", listener.local_addr().unwrap()));
            }
        }
        Ok(kind) => {
            let (sockets, open) = kind.split_once(' ').unwrap();
            let sockets = if sockets == "local" { Sockets::Local } else { Sockets::None };
            let before = std::thread::spawn(|| std::thread::park_timeout(Duration::from_millis(300)));
            confinement::forbid_sockets(sockets).unwrap();
            let refused = |what: std::io::Result<()>| assert_eq!(what.unwrap_err().kind(), ErrorKind::PermissionDenied);
            let try_all = move |open: &str| {
                refused(TcpStream::connect(open).map(drop));
                refused(TcpListener::bind("[::1]:0").map(drop));
                refused(UdpSocket::bind("0.0.0.0:0").map(drop));
                let local = std::os::unix::net::UnixDatagram::unbound();
                assert_eq!(local.is_ok(), sockets == Sockets::Local);
                assert!(std::os::unix::net::UnixStream::pair().is_ok(), "parent and child may talk");
            };
            try_all(open);
            let open = open.to_owned();
            std::thread::spawn(move || try_all(&open)).join().unwrap();
            before.join().unwrap();
            assert!(confinement::network_is_refused());
            // processes that it starts are refused as well
            let shell = format!("exec 3<>/dev/tcp/{}", kind.split_once(' ').unwrap().1.replace(':', "/"));
            let child = Command::new("bash").args(["-c", &shell]).stderr(Stdio::null()).status();
            assert!(child.is_ok_and(|status| !status.success()));
        }
    }
}

#[test]
fn a_confined_process_reads_and_writes_only_what_it_was_left() {
    let name = "a_confined_process_reads_and_writes_only_what_it_was_left";
    match std::env::var(ALONE).as_deref() {
        Err(_) => ["read", "write"].iter().for_each(|kind| drop(alone(name, kind))),
        Ok(kind) => {
            let folder = Folder::new(&format!("confined-{kind}"));
            let (left, other) = (folder.0.join("left"), folder.0.join("other"));
            for folder in [&left, &other] {
                std::fs::create_dir_all(folder).unwrap();
                std::fs::write(folder.join("file"), "text").unwrap();
            }
            let paths = [left.clone(), folder.0.join("not there")];
            let taken =
                if kind == "read" { confinement::allow_reading(&paths) } else { confinement::allow_writing(&paths) };
            if let Err(why) = taken {
                eprintln!("\n*** NOT TESTED: {why} ***\n");
                return;
            }
            assert!(std::fs::read(left.join("file")).is_ok());
            assert_eq!(std::fs::read(other.join("file")).is_ok(), kind == "write");
            assert_eq!(std::fs::write(left.join("new"), "text").is_ok(), kind == "write");
            assert!(std::fs::write(other.join("new"), "text").is_err());
            assert!(std::fs::write(other.join("file"), "text").is_err());
            assert!(std::fs::remove_file(other.join("file")).is_err());
            assert!(std::fs::write("/dev/null", "text").is_ok());
        }
    }
}

#[test]
fn a_panic_says_where_and_nothing_of_what() {
    let name = "a_panic_says_where_and_nothing_of_what";
    if std::env::var(ALONE).is_err() {
        let said = alone(name, "panic");
        assert!(said.contains("stopped unexpectedly (tests/nothing_leaves.rs, line"), "{said}");
        assert!(!said.contains("ZUMBADO"), "{said}");
        return;
    }
    std::panic::set_hook(Box::new(|panic| eprintln!("{}", confinement::panic_without_contents(panic))));
    let read = String::from("ZUMBADO Ñ");
    std::hint::black_box(&read[..9]); // inside a letter: the panic of the standard library quotes the text
}

#[test]
fn the_doctor_tries_and_is_refused() {
    let output = Command::new(env!("CARGO_BIN_EXE_precheck")).arg("doctor").output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("✓ network: the system refuses every connection"), "{said}");
}
