//! Fitted by `./dev calibrate` on generated pictures; do not edit by hand. See `docs/quality.md`.

/// Logarithm of the energy of sharp print over its squared contrast, for the fine and the wide lag, along the text and on
/// in eight directions by way of right and down.
pub(super) const SHARP: [[f32; 8]; 2] = [
    [-1.239, -1.112, -1.413, -1.428, -1.617, -1.395, -1.367, -1.094],
    [-0.580, -0.357, -0.159, -0.309, -0.683, -0.311, -0.166, -0.335],
];

/// How fast that logarithm falls with the variance of the blur over the squared x-height.
pub(super) const FALL: [f32; 2] = [92.411, 31.980];

/// Blur as these two have it, and the true σ over x-height that goes with it.
pub(super) const BLUR: [(f32, f32); 7] = [
    (0.0000, 0.0000),
    (0.0830, 0.0413),
    (0.0953, 0.0441),
    (0.1305, 0.0956),
    (0.2871, 0.3342),
    (0.3393, 0.4323),
    (0.4059, 0.6015),
];

/// Weights of the logistic model of the share of letters that the reader reads rightly: constant, blur (σ over
/// x-height), 8 pixels over the height of capitals, and grain over what it leaves of the contrast.
pub(super) const LEGIBILITY: [f32; 4] = [5.270, -13.579, -0.910, -5.512];
