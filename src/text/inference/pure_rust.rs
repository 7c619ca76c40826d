//! Networks run by rten, which is part of the program and needs nothing else.
//!
//! The engine works on one page per core, so a network must not use several cores itself: each run gets a pool of one
//! thread, which is kept for the next run. The run is started from a thread of its own. A worker of the engine's pool
//! that waited for another pool would begin the next page in the meantime.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use rten::{Model, ModelOptions, NodeId, RunOptions, ThreadPool};
use rten_tensor::prelude::*;
use rten_tensor::{NdTensor, Tensor};

use super::{Numbers, Pictures};

/// Prepacked weights are not faster with these networks, and they double the memory of the weights.
const PREPACK: bool = false;

pub(super) struct Network {
    model: Model,
    input: NodeId,
    output: NodeId,
    idle: Mutex<Vec<Arc<ThreadPool>>>,
}

impl Network {
    /// Loads the content of an ONNX file; the error says what is wrong with it.
    pub(super) fn load(file: Vec<u8>) -> Result<Self, String> {
        let model =
            ModelOptions::with_all_ops().prepack_weights(PREPACK).load(file).map_err(|error| error.to_string())?;
        match (model.input_ids(), model.output_ids()) {
            (&[input], &[output, ..]) => Ok(Self { model, input, output, idle: Mutex::default() }),
            _ => Err("it has not one input and one output".to_owned()),
        }
    }

    pub(super) fn metadata(&self, name: &str) -> Option<String> {
        self.model.metadata().fields().find(|(field, _)| *field == name).map(|(_, value)| value.to_owned())
    }

    pub(super) fn run(&self, input: Pictures) -> Result<Numbers, String> {
        let input = NdTensor::try_from_data(input.shape, input.values).map_err(|error| error.to_string())?;
        let answer = self.lend(|pool| {
            let options = RunOptions::default().with_thread_pool(Some(Arc::clone(pool)));
            self.model.run_n(vec![(self.input, input.into())], [self.output], Some(options))
        });
        let [output] = answer.map_err(|error| error.to_string())?;
        let tensor: Tensor<f32> = output.into_tensor().ok_or_else(|| "the network answered no numbers".to_owned())?;
        Ok(Numbers { shape: tensor.shape().to_vec(), values: tensor.into_data() })
    }

    /// Does something with a pool of one thread.
    fn lend<T: Send>(&self, work: impl FnOnce(&Arc<ThreadPool>) -> T + Send) -> T {
        let idle = || self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = idle().pop();
        let pool = kept.unwrap_or_else(|| Arc::new(ThreadPool::with_num_threads(1)));
        let result = thread::scope(|scope| scope.spawn(|| pool.run(|| work(&pool))).join())
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        idle().push(pool);
        result
    }
}
