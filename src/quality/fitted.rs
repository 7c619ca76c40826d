//! Fitted by `./dev calibrate` on generated pictures; do not edit by hand. See `docs/quality.md`.

/// Logarithm of the energy of sharp print over its squared contrast, for the fine and the wide lag, along the text and on
/// in eight directions by way of right and down.
pub(super) const SHARP: [[f32; 8]; 2] = [
    [-1.180, -1.510, -1.841, -1.732, -1.623, -1.705, -1.787, -1.483],
    [-0.602, -0.393, -0.184, -0.434, -0.684, -0.425, -0.166, -0.384],
];

/// How fast that logarithm falls with the variance of the blur over the squared x-height.
pub(super) const FALL: [f32; 2] = [101.779, 32.424];

/// Blur as these two have it, and the true σ over x-height that goes with it.
pub(super) const BLUR: [(f32, f32); 8] = [
    (0.0000, 0.0000),
    (0.0321, 0.0328),
    (0.0728, 0.0425),
    (0.1340, 0.0956),
    (0.2674, 0.2618),
    (0.3196, 0.4062),
    (0.3378, 0.4453),
    (0.3936, 0.6015),
];

/// Weights of the logistic model of the share of letters that the reader reads rightly: constant, blur (σ over
/// x-height), 8 pixels over the height of capitals, and grain over what it leaves of the contrast.
pub(super) const LEGIBILITY: [f32; 4] = [5.202, -12.982, -1.206, -5.738];
