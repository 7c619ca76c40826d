//! A neural network in memory, and the threads that it may use.
//!
//! The engine works on one page a core, so a network must not spread over the cores itself: each page gets a pool of one
//! thread from [`Pools`]. Knows nothing of text.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool};
use rten_tensor::{NdTensor, Tensor};

use super::weights::clear_negligible;
use crate::text::ReadError;

const PREPACK: bool = false;

/// A network with one input and one output. Shared between threads, loaded once.
pub(super) struct Network {
    model: Model,
    input: NodeId,
    output: NodeId,
}

impl Network {
    /// Loads an ONNX file.
    ///
    /// # Errors
    /// [`ReadError::Missing`] when the file is not there or is no network that can be run here.
    pub(super) fn load(path: &Path) -> Result<Self, ReadError> {
        let broken = |reason: &dyn std::fmt::Display| {
            ReadError::Missing(format!("{}: {reason}; run ./dev setup to fetch the models again", path.display()))
        };
        if !path.is_file() {
            return Err(ReadError::Missing(format!("{} is missing; run ./dev setup", path.display())));
        }
        let mut file = std::fs::read(path).map_err(|e| broken(&e))?;
        clear_negligible(&mut file);
        let model = ModelOptions::with_all_ops().prepack_weights(PREPACK).load(file).map_err(|e| broken(&e))?;
        match (model.input_ids(), model.output_ids()) {
            (&[input], &[output, ..]) => Ok(Self { model, input, output }),
            _ => Err(broken(&"it has not one input and one output")),
        }
    }

    /// A text that stands in the file's metadata.
    pub(super) fn metadata(&self, name: &str) -> Option<&str> {
        self.model.metadata().fields().find(|(field, _)| *field == name).map(|(_, value)| value)
    }

    /// Runs the network on one batch: number, channels, height, width.
    ///
    /// # Errors
    /// [`ReadError::Failed`] when the network cannot work on this input.
    pub(super) fn run(&self, input: NdTensor<f32, 4>, pool: &Arc<ThreadPool>) -> Result<Tensor<f32>, ReadError> {
        let options = RunOptions::default().with_thread_pool(Some(Arc::clone(pool)));
        let [output] = self
            .model
            .run_n(vec![(self.input, input.into())], [self.output], Some(options))
            .map_err(|e| ReadError::Failed(e.to_string()))?;
        output.into_tensor::<f32>().ok_or_else(|| ReadError::Failed("the network answered no numbers".to_owned()))
    }
}

/// Pools of one thread each, lent to one page at a time and kept for the next one.
#[derive(Default)]
pub(super) struct Pools(Mutex<Vec<Arc<ThreadPool>>>);

impl Pools {
    /// Does something on a thread of its own, with the pool that the networks are to use meanwhile. The whole work of a
    /// page belongs in one call, so that the caller waits once.
    pub(super) fn lend<T: Send>(&self, work: impl FnOnce(&Arc<ThreadPool>) -> T + Send) -> T {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let pool = kept.unwrap_or_else(|| Arc::new(ThreadPool::with_num_threads(1)));
        let result = pool.run(|| work(&pool));
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(pool);
        result
    }
}
