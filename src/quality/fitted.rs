//! Fitted by `./dev calibrate` on generated pictures; do not edit by hand. See `docs/quality.md`.

/// Logarithm of the energy of sharp print over its squared contrast, for the fine and the wide lag, along the text and
/// on in eight directions by way of right and down.
pub(super) const SHARP: [[f32; 8]; 2] = [
    [-1.238, -1.112, -1.413, -1.429, -1.603, -1.395, -1.367, -1.094],
    [-0.580, -0.341, -0.159, -0.309, -0.683, -0.311, -0.166, -0.335],
];

/// How fast that logarithm falls with the variance of the blur over the squared x-height.
pub(super) const FALL: [f32; 2] = [99.093, 37.317];

/// Blur as these two have it, and the true σ over x-height that goes with it.
pub(super) const BLUR: [(f32, f32); 10] = [
    (0.0000, 0.0000),
    (0.0400, 0.0372),
    (0.0800, 0.0441),
    (0.1200, 0.0570),
    (0.1600, 0.1109),
    (0.2000, 0.1392),
    (0.2400, 0.1812),
    (0.2800, 0.2420),
    (0.3200, 0.3356),
    (0.3600, 0.4298),
];

/// Blur as these two have it, and the true σ over x-height that goes with it, of a shake.
pub(super) const BLUR_SHAKEN: [(f32, f32); 9] = [
    (0.0000, 0.0000),
    (0.0400, 0.0370),
    (0.0800, 0.0469),
    (0.1200, 0.0683),
    (0.1600, 0.1504),
    (0.2000, 0.1988),
    (0.2400, 0.3055),
    (0.2800, 0.4189),
    (0.3200, 0.4798),
];

/// Weights of the logistic model of the share of letters that the reader reads rightly: constant, blur (σ over
/// x-height), 8 pixels over the height of capitals, and grain over what it leaves of the contrast.
pub(super) const LEGIBILITY: [f32; 4] = [5.249, -13.223, -0.917, -7.118];
