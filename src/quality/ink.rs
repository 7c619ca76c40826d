//! What the inks of colored pens look like, on the copy in which strokes are looked for.

/// Largest luma of a pen stroke, as a share of the paper's luma: anything paler is a tint of the design or a
/// highlighter.
pub(super) const DARK: f32 = 0.78;
/// Least difference between the strongest and the weakest channel in pen ink, in absolute terms and as a share of the
/// strongest.
const MIN_COLOR_RANGE: u8 = 42;
const SATURATED: f32 = 0.3;
/// Length of a straight run of color along a row or a column from which it is no stroke of a pen, as a share of the document's
/// longer side: designs have strips across the whole document, and people draw straight lines.
pub(super) const STRIP: f32 = 0.35;

/// Tells whether a pixel of the copy is ink of one color.
pub(super) type Ink<'a> = &'a dyn Fn(u32, u32) -> bool;

/// Blue to violet ink.
pub(super) fn is_blue([r, g, b]: [u8; 3]) -> bool {
    b >= g && b > r && is_strong(r.min(g), b)
}

/// Red ink.
pub(super) fn is_red([r, g, b]: [u8; 3]) -> bool {
    r > b && is_strong(g.max(b), r)
}

/// Whether the color is strong enough for ink, by its weakest and strongest channels.
fn is_strong(low: u8, high: u8) -> bool {
    high.saturating_sub(low) >= MIN_COLOR_RANGE && f32::from(high.saturating_sub(low)) >= f32::from(high) * SATURATED
}
