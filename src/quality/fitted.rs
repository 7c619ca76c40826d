//! Fitted by `./dev calibrate` on generated pictures; do not edit by hand. See `docs/quality.md`.

/// Logarithm of the energy of sharp print over its squared contrast, for the fine and the wide lag, along the text and on
/// in eight directions by way of right and down.
pub(super) const SHARP: [[f32; 8]; 2] = [
    [-1.238, -1.112, -1.413, -1.429, -1.603, -1.395, -1.367, -1.094],
    [-0.580, -0.341, -0.159, -0.309, -0.683, -0.311, -0.166, -0.335],
];

/// How fast that logarithm falls with the variance of the blur over the squared x-height.
pub(super) const FALL: [f32; 2] = [99.093, 37.317];

/// Blur as these two have it, and the true σ over x-height that goes with it.
pub(super) const BLUR: [(f32, f32); 8] = [
    (0.0000, 0.0000),
    (0.0635, 0.0403),
    (0.0850, 0.0448),
    (0.0991, 0.0663),
    (0.1864, 0.1466),
    (0.2274, 0.2041),
    (0.3134, 0.4146),
    (0.3787, 0.5267),
];

/// Weights of the logistic model of the share of letters that the reader reads rightly: constant, blur (σ over
/// x-height), 8 pixels over the height of capitals, and grain over what it leaves of the contrast.
pub(super) const LEGIBILITY: [f32; 4] = [5.145, -12.605, -1.266, -6.040];
