//! Fitted by `./dev calibrate` on generated pictures; do not edit by hand. See `docs/quality.md`.

/// Logarithm of the energy of sharp print over its squared contrast, for the fine and the wide lag, along the text, right
/// and down, across it, and left and down.
pub(super) const SHARP: [[f32; 4]; 2] = [[-1.0, -1.0, -1.5, -1.0], [-0.5, -0.5, -1.0, -0.5]];

/// How fast that logarithm falls with the variance of the blur over the squared x-height.
pub(super) const FALL: [f32; 2] = [60.0, 25.0];

/// Blur as these two have it, and the true σ over x-height that goes with it.
pub(super) const BLUR: [(f32, f32); 2] = [(0.0, 0.0), (0.7, 0.7)];

/// Weights of the logistic model of the share of letters that the reader reads rightly: constant, blur (σ over
/// x-height), 8 pixels over the height of capitals, 0.1 over contrast, and noise over the difference of paper and ink.
pub(super) const LEGIBILITY: [f32; 5] = [8.0, -12.0, -3.0, -2.0, -6.0];
