//! A neural network in memory, run by the best runtime that this machine has.
//!
//! ONNX Runtime runs these networks about three times as fast as rten. In turn, rten is pure Rust, is part of the
//! program and works everywhere. This module knows nothing of text.

use std::path::Path;

use image::GrayImage;

use crate::assets::Assets;
use crate::text::ReadError;

#[cfg(feature = "onnxruntime")]
mod onnxruntime;
mod pure_rust;

/// Numbers in as many dimensions as the shape has; the last index varies fastest.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Numbers<S = Vec<usize>> {
    pub(super) shape: S,
    pub(super) values: Vec<f32>,
}

/// The input of a network: pictures, indexed by number, channel, row and column.
pub(super) type Pictures = Numbers<[usize; 4]>;

/// Least standard deviation by which gray levels are divided, so that noise on blank paper stays small.
const LEAST_DEVIATION: f32 = 4.0;

impl Pictures {
    /// One gray picture, scaled to mean 0 and standard deviation 1.
    pub(super) fn standardized(gray: &GrayImage) -> Self {
        let levels = gray.as_raw();
        let count = levels.len().max(1) as f32;
        let mean = levels.iter().map(|v| f32::from(*v)).sum::<f32>() / count;
        let spread = levels.iter().map(|v| (f32::from(*v) - mean).powi(2)).sum::<f32>() / count;
        let deviation = spread.sqrt().max(LEAST_DEVIATION);
        let values = levels.iter().map(|v| (f32::from(*v) - mean) / deviation).collect();
        Self { shape: [1, 1, gray.height() as usize, gray.width() as usize], values }
    }
}

/// The runtime that runs the networks.
pub(super) enum Runtime {
    #[cfg(feature = "onnxruntime")]
    OnnxRuntime(onnxruntime::Library),
    /// rten, and why the faster runtime is not used.
    Rten(String),
}

impl Runtime {
    /// ONNX Runtime if its library is among the program's own files and can be used; otherwise rten.
    pub(super) fn find(assets: &Assets) -> Self {
        #[cfg(feature = "onnxruntime")]
        return match onnxruntime::Library::find(assets) {
            Ok(library) => Self::OnnxRuntime(library),
            Err(why) => Self::Rten(why),
        };
        #[cfg(not(feature = "onnxruntime"))]
        {
            let _ = assets;
            Self::Rten("ONNX Runtime was left out of this build; build with the feature `onnxruntime`".to_owned())
        }
    }

    /// Its name, for the state of the reader that is shown.
    pub(super) fn name(&self) -> &'static str {
        match self {
            #[cfg(feature = "onnxruntime")]
            Self::OnnxRuntime(_) => "ONNX Runtime",
            Self::Rten(_) => "rten",
        }
    }

    /// Its name, or why the faster runtime is not used and what to do.
    pub(super) fn state(&self) -> Result<String, String> {
        match self {
            #[cfg(feature = "onnxruntime")]
            Self::OnnxRuntime(_) => Ok("ONNX Runtime".to_owned()),
            Self::Rten(why) => Err(format!("{why}. Without it rten runs the models, two to three times as slowly")),
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
    /// [`ReadError::Missing`] when the file is missing or is not a network that can be run here.
    pub(super) fn load(path: &Path, runtime: &Runtime) -> Result<Self, ReadError> {
        let broken = |reason: &dyn std::fmt::Display| {
            ReadError::Missing(format!("{}: {reason}; run ./dev setup to fetch the models again", path.display()))
        };
        if !path.is_file() {
            return Err(ReadError::Missing(format!("{} is missing; run ./dev setup", path.display())));
        }
        let file = std::fs::read(path).map_err(|e| broken(&e))?;
        let loaded = match runtime {
            #[cfg(feature = "onnxruntime")]
            Runtime::OnnxRuntime(library) => onnxruntime::Network::load(library, &file).map(Loaded::OnnxRuntime),
            Runtime::Rten(_) => pure_rust::Network::load(file).map(|network| Loaded::Rten(Box::new(network))),
        };
        loaded.map(Self).map_err(|reason| broken(&reason))
    }

    /// A text from the file's metadata.
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

#[cfg(test)]
mod tests {
    use image::Luma;

    use super::*;

    #[test]
    fn standardized_values_have_mean_0_and_deviation_1_and_blank_paper_stays_blank() {
        let picture = GrayImage::from_fn(100, 32, |x, _| Luma([if x % 2 == 0 { 40 } else { 60 }]));
        let Pictures { shape, values } = Pictures::standardized(&picture);
        assert_eq!(shape, [1, 1, 32, 100]);
        assert!(values.iter().sum::<f32>().abs() < 0.1 && values.iter().all(|v| (v.abs() - 1.0).abs() < 1e-3));
        assert!(Pictures::standardized(&GrayImage::new(64, 32)).values.iter().all(|v| *v == 0.0));
    }
}
