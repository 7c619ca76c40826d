//! Fitted by `./dev calibrate` on generated pictures; do not edit by hand. See `docs/quality.md`.

/// Blur as the model of energies has it, and the true σ over x-height that goes with it.
pub(super) const BLUR: [(f32, f32); 2] = [(0.0, 0.0), (0.7, 0.7)];

/// Weights of the logistic model of the share of letters that the reader reads rightly: constant, blur (σ over
/// x-height), 8 pixels over the height of capitals, 0.1 over contrast, and noise over the difference of paper and ink.
pub(super) const LEGIBILITY: [f32; 5] = [8.0, -12.0, -3.0, -2.0, -6.0];
