//! A neural network in memory, run by the best runtime that this machine has.
//!
//! ONNX Runtime runs these networks about three times as fast as rten, which in turn is pure Rust, part of the program
//! and works everywhere. Knows nothing of text.

use std::path::Path;

use self::weights::clear_negligible;
use crate::assets::Assets;
use crate::text::ReadError;

#[cfg(feature = "onnxruntime")]
mod onnxruntime;
mod pure_rust;
mod weights;

/// Numbers in as many dimensions as the shape has, the last one running fastest.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Numbers<S = Vec<usize>> {
    pub(super) shape: S,
    pub(super) values: Vec<f32>,
}

/// What a network is given: pictures by number, channel, row and column.
pub(super) type Pictures = Numbers<[usize; 4]>;

/// What runs the networks.
pub(super) enum Runtime {
    #[cfg(feature = "onnxruntime")]
    OnnxRuntime(onnxruntime::Library),
    Rten,
}

impl Runtime {
    /// ONNX Runtime where its library lies among the program's own files and can be used, else rten.
    pub(super) fn find(assets: &Assets) -> Self {
        #[cfg(feature = "onnxruntime")]
        if let Some(library) = onnxruntime::Library::find(assets) {
            return Self::OnnxRuntime(library);
        }
        let _ = assets;
        Self::Rten
    }

    /// Its name, for the state of the reader.
    pub(super) fn name(&self) -> &'static str {
        match self {
            #[cfg(feature = "onnxruntime")]
            Self::OnnxRuntime(_) => "ONNX Runtime",
            Self::Rten => "rten; ./dev setup fetches the faster ONNX Runtime",
        }
    }
}

/// A network with one input and one output. Shared between threads, loaded once.
pub(super) struct Network(Loaded);

enum Loaded {
    #[cfg(feature = "onnxruntime")]
    OnnxRuntime(onnxruntime::Network),
    Rten(Box<pure_rust::Network>),
}

impl Network {
    /// Loads an ONNX file.
    ///
    /// # Errors
    /// [`ReadError::Missing`] when the file is not there or is no network that can be run here.
    pub(super) fn load(path: &Path, runtime: &Runtime) -> Result<Self, ReadError> {
        let broken = |reason: &dyn std::fmt::Display| {
            ReadError::Missing(format!("{}: {reason}; run ./dev setup to fetch the models again", path.display()))
        };
        if !path.is_file() {
            return Err(ReadError::Missing(format!("{} is missing; run ./dev setup", path.display())));
        }
        let mut file = std::fs::read(path).map_err(|e| broken(&e))?;
        clear_negligible(&mut file);
        let loaded = match runtime {
            #[cfg(feature = "onnxruntime")]
            Runtime::OnnxRuntime(library) => onnxruntime::Network::load(library, &file).map(Loaded::OnnxRuntime),
            Runtime::Rten => pure_rust::Network::load(file).map(|network| Loaded::Rten(Box::new(network))),
        };
        loaded.map(Self).map_err(|reason| broken(&reason))
    }

    /// A text that stands in the file's metadata.
    pub(super) fn metadata(&self, name: &str) -> Option<String> {
        match &self.0 {
            #[cfg(feature = "onnxruntime")]
            Loaded::OnnxRuntime(network) => network.metadata(name),
            Loaded::Rten(network) => network.metadata(name),
        }
    }

    /// Runs the network.
    ///
    /// # Errors
    /// [`ReadError::Failed`] when the network cannot work on this input.
    pub(super) fn run(&self, input: Pictures) -> Result<Numbers, ReadError> {
        let answer = match &self.0 {
            #[cfg(feature = "onnxruntime")]
            Loaded::OnnxRuntime(network) => network.run(input),
            Loaded::Rten(network) => network.run(input),
        };
        answer.map_err(ReadError::Failed)
    }
}
