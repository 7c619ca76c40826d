//! Networks run by ONNX Runtime. Its library is looked for when the program runs and is not needed to build it.
//!
//! All networks share one pool with one thread per CPU core. A page that is read alone gets all threads; pages that are
//! read at the same time share them. The threads sleep when there is nothing to do.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use memchr::memmem;

use ort::environment::{Environment, GlobalThreadPoolOptions};
use ort::ep::CPU;
use ort::logging::LogLevel;
use ort::session::Session;
use ort::value::Tensor;

use super::{Numbers, Pictures};
use crate::assets::Assets;

/// Strings in a library that reports on its use: the address that it reports to, and the namespace of the reporting
/// client. They were found in the builds of 1.29 and later for Linux and macOS; 1.28 for four systems has neither.
const COLLECTOR: [&str; 2] = ["events.data.microsoft.com", "Microsoft12Applications6Events"];
/// Environment variable: if it is 1, such a library is loaded anyway.
const INSIST: &str = "PRECHECK_ALLOW_COLLECTOR";

/// The library allows only one environment per process, for its whole lifetime.
static ENVIRONMENT: OnceLock<Option<Environment>> = OnceLock::new();

/// The library, loaded.
pub(in crate::text) struct Library(Environment);

impl Library {
    /// Loads the library from the program's own files.
    ///
    /// # Errors
    /// Why it is not used, and what to do.
    pub(in crate::text) fn find(assets: &Assets) -> Result<Self, String> {
        let (prefix, suffix) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
        let path = assets.path(&format!("runtime/{prefix}onnxruntime{suffix}"));
        if !path.is_file() {
            return Err("ONNX Runtime is not there; ./dev setup fetches it".to_owned());
        }
        if std::env::var_os(INSIST).is_none_or(|value| value != "1") && has_collector(&path) {
            return Err(format!(
                "the ONNX Runtime in {} holds a collector of usage data and is not loaded; ./dev setup puts one without it \
                 in its place ({INSIST}=1 loads it all the same)",
                path.display()
            ));
        }
        let environment = ENVIRONMENT.get_or_init(|| {
            // this loads the library, so no other part of it may be used before
            let builder = ort::init_from(path).ok()?;
            // no number given: one thread per CPU core
            let threads = GlobalThreadPoolOptions::default().with_spin_control(false).ok()?;
            let environment = builder.with_telemetry(false).with_global_thread_pool(threads).build().ok()?;
            environment.set_log_level(LogLevel::Fatal); // errors are returned instead
            Some(environment)
        });
        environment
            .clone()
            .map(Self)
            .ok_or_else(|| "ONNX Runtime does not work here; ./dev setup fetches it again".to_owned())
    }
}

/// Whether a library would report on its use. A file that cannot be read cannot be loaded either.
fn has_collector(library: &Path) -> bool {
    std::fs::read(library)
        .is_ok_and(|bytes| COLLECTOR.iter().any(|mark| memmem::find(&bytes, mark.as_bytes()).is_some()))
}

/// Runs one input after another. Each run uses all threads of the pool, so pages that are read at the same time lose
/// little by waiting for each other, and the memory for a run is needed only once.
pub(super) struct Network(Mutex<Session>);

impl Network {
    /// Loads the content of an ONNX file; the error says what is wrong with it.
    pub(super) fn load(library: &Library, file: &[u8]) -> Result<Self, String> {
        let session = session(&library.0, file)?;
        if session.inputs().len() != 1 || session.outputs().is_empty() {
            return Err("it has not one input and one output".to_owned());
        }
        Ok(Self(Mutex::new(session)))
    }

    pub(super) fn metadata(&self, name: &str) -> Option<String> {
        self.session().metadata().ok()?.custom(name)
    }

    pub(super) fn run(&self, input: Pictures) -> Result<Numbers, String> {
        run(&mut self.session(), input).map_err(|error| error.to_string())
    }

    fn session(&self) -> MutexGuard<'_, Session> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn session(environment: &Environment, file: &[u8]) -> Result<Session, String> {
    // an arena would keep the memory of the largest page for good
    let cpu = CPU::default().with_arena_allocator(false).build();
    let builder = Session::builder(environment).map_err(|error| error.to_string())?;
    let builder = builder.with_execution_providers([cpu]).map_err(|error| error.to_string())?;
    let mut builder = builder.with_memory_pattern(false).map_err(|error| error.to_string())?;
    builder.commit_from_memory(file).map_err(|error| error.to_string())
}

fn run(session: &mut Session, input: Pictures) -> ort::Result<Numbers> {
    let input = Tensor::from_array((input.shape, input.values))?;
    let outputs = session.run(ort::inputs![input])?;
    let (shape, values) = outputs[0].try_extract_tensor::<f32>()?;
    let shape = shape.iter().map(|side| usize::try_from(*side).unwrap_or(0)).collect();
    Ok(Numbers { shape, values: values.to_vec() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_with_a_collector_is_not_loaded() {
        let root = std::env::temp_dir().join(format!("precheck-collector-{}", std::process::id()));
        let runtime = root.join("runtime");
        std::fs::create_dir_all(&runtime).unwrap();
        let (prefix, suffix) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
        let library = runtime.join(format!("{prefix}onnxruntime{suffix}"));
        let refusals = COLLECTOR.map(|mark| {
            std::fs::write(&library, format!("\u{7f}ELF…https://mobile.{mark}/\0…")).unwrap();
            Library::find(&Assets::at(&root)).err()
        });
        std::fs::remove_dir_all(&root).unwrap();
        let without = Library::find(&Assets::at(&root)).err();
        for refusal in refusals {
            assert!(refusal.as_ref().is_some_and(|why| why.contains("collector")), "{refusal:?}");
        }
        assert!(without.is_some_and(|why| why.contains("not there")));
    }
}
