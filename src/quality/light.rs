//! How the light falls on the document: brightness of its paper, evenness, clipping.
//!
//! A shadow takes the same share of every color; a printed design does not. So only cells whose paper has the color of
//! most of the paper are compared. If there is enough text, only cells with text are compared, because portraits have
//! none.

use super::document::{Document, Line};
use crate::geometry::{Point, Quad, Region};
use crate::pixels::Reduced;
use crate::pixels::quantile;

/// What the light tells. A value is `None` if the document is too small to tell.
#[derive(Debug, Default)]
pub(super) struct Light {
    /// Median luma of the paper.
    pub paper: Option<f32>,
    /// Luma of the paper where a wide reflection does not reach: a quarter of the paper is darker.
    pub unlifted: Option<f32>,
    /// Share of the pixels clipped to white.
    pub clipped: Option<f32>,
    /// How much darker the darkest paper is than the brightest, as a share of the brightest, 0–1.
    pub unevenness: Option<f32>,
    /// The cells in the shadow, in upright space, where the light is uneven at all.
    pub shadow: Vec<Quad>,
}

/// Luma from which a pixel counts as clipped.
const CLIPPED: u8 = 250;
/// Cells of the document in each direction whose paper is compared.
const CELLS: u16 = 8;
/// Quantile of a cell's luma that is taken as its paper: up to this share of its pixels may be darker (print, portrait,
/// emblems).
const PAPER: f32 = 0.85;
/// Largest difference in color at which two cells show the same paper, in natural logarithms of red over green and of
/// blue over green.
const SAME_PAPER: f32 = 0.10;
/// Fewest cells that can be compared, and their least share of the cells looked at.
const MIN_CELLS: usize = 10;
const MIN_CELL_SHARE: f32 = 0.4;
/// Shares of the cells left out at the dark end and at the light end, because a header, a portrait or an emblem may lie
/// there. A shadow that matters covers more.
const DARKEST: f32 = 0.2;
const BRIGHTEST: f32 = 0.1;
/// Unevenness above which the shadow is shown.
const SHOWN: f32 = 0.2;
/// Brightness of the paper in a deep shadow, as a share of that in the light, and fewest cells of one with print: nobody
/// designs dark print on so dark a ground, so that even a small one is a shadow.
const DEEP: f32 = 0.55;
const DEEP_CELLS: usize = 3;
/// Share of a cell's pixels that are at most as dark as its ink, and that are at most as bright as its brightest print.
const INK: f32 = 0.03;
const WHITE_PRINT: f32 = 0.98;

/// One cell of the document.
struct Cell {
    quad: Quad,
    paper: f32,
    color: [f32; 2],
    text: bool,
    /// Whether its print is darker than its ground.
    dark_print: bool,
}

/// Measures the light inside the document.
pub(super) fn measure(small: &Reduced, document: &Document, lines: &[Line]) -> Light {
    let [left, top, right, bottom] = small.window(document.bounds);
    if (right - left) < u32::from(CELLS) || (bottom - top) < u32::from(CELLS) {
        return Light::default();
    }
    let (cells, clipped) = cells(small, document, lines);
    let mut papers: Vec<f32> = cells.iter().filter(|c| c.text).map(|c| c.paper).collect();
    if papers.len() < MIN_CELLS {
        papers = cells.iter().map(|c| c.paper).collect();
    }
    let (unevenness, shadow) = unevenness(&cells);
    let (paper, unlifted) = (quantile(&mut papers, 0.5), quantile(&mut papers, 0.25));
    Light { paper, unlifted, clipped: Some(clipped), unevenness, shadow }
}

fn cells(small: &Reduced, document: &Document, lines: &[Line]) -> (Vec<Cell>, f32) {
    let mut cells = Vec::new();
    let (mut clipped, mut all) = (0_usize, 0_usize);
    for row in 0..CELLS {
        for column in 0..CELLS {
            let at = |x: u16, y: u16| document.at(f32::from(x) / f32::from(CELLS), f32::from(y) / f32::from(CELLS));
            let quad = Quad::new([at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1)]);
            let mut pixels = pixels(small, &quad);
            if pixels.is_empty() {
                continue;
            }
            all += pixels.len();
            clipped += pixels.iter().filter(|p| p.0 >= CLIPPED).count();
            let rank = ((pixels.len() - 1) as f32 * PAPER) as usize;
            pixels.select_nth_unstable_by_key(rank, |p| p.0);
            let text = lines.iter().any(|l| overlaps(l.region, quad.bounds()));
            let (paper, color) = (f32::from(pixels[rank].0), color(&pixels[rank..]));
            let dark_print = text && has_dark_print(&mut pixels);
            cells.push(Cell { quad, paper, color, text, dark_print });
        }
    }
    (cells, clipped as f32 / all.max(1) as f32)
}

/// Whether what stands out from most of some pixels is darker than it.
fn has_dark_print(pixels: &mut [(u8, [u8; 3])]) -> bool {
    let mut at = |share: f32| {
        let rank = ((pixels.len() - 1) as f32 * share) as usize;
        f32::from(pixels.select_nth_unstable_by_key(rank, |p| p.0).1.0)
    };
    let (ink, ground, print) = (at(INK), at(0.5), at(WHITE_PRINT));
    ground - ink > print - ground
}

fn overlaps(a: Region, b: Region) -> bool {
    let shared = a.intersection(b);
    shared.width > 0.0 && shared.height > 0.0
}

/// Luma and color of the pixels of the copy inside a shape of the page.
fn pixels(small: &Reduced, quad: &Quad) -> Vec<(u8, [u8; 3])> {
    let [left, top, right, bottom] = small.window(quad.bounds());
    let mut found = Vec::with_capacity(((right - left) * (bottom - top)) as usize);
    for y in top..bottom {
        for x in left..right {
            if quad.contains(small.to_page(x, y)) {
                found.push((small.luma.get_pixel(x, y)[0], small.rgb.get_pixel(x, y).0));
            }
        }
    }
    found
}

/// Mean color of some pixels: natural logarithms of red over green and of blue over green.
fn color(pixels: &[(u8, [u8; 3])]) -> [f32; 2] {
    let sum = pixels.iter().fold([1.0_f32; 3], |s, p| std::array::from_fn(|i| s[i] + f32::from(p.1[i])));
    [(sum[0] / sum[1]).ln(), (sum[2] / sum[1]).ln()]
}

/// Unevenness of the paper, and the cells in the shadow.
fn unevenness(cells: &[Cell]) -> (Option<f32>, Vec<Quad>) {
    let with_text = cells.iter().filter(|c| c.text).count() >= MIN_CELLS;
    let looked_at: Vec<&Cell> = cells.iter().filter(|c| c.text || !with_text).collect();
    // the color of most of the paper is that of the brighter half of the cells, which no design covers
    let mut order: Vec<&&Cell> = looked_at.iter().collect();
    order.sort_by(|a, b| b.paper.total_cmp(&a.paper));
    let bright = &order[..order.len().div_ceil(2)];
    let middle = |i: usize| quantile(&mut bright.iter().map(|c| c.color[i]).collect::<Vec<_>>(), 0.5);
    let (Some(red), Some(blue)) = (middle(0), middle(1)) else { return (None, Vec::new()) };
    let same = |c: &&&Cell| (c.color[0] - red).hypot(c.color[1] - blue) <= SAME_PAPER;
    let alike: Vec<&&Cell> = looked_at.iter().filter(same).collect();
    if alike.len() < MIN_CELLS || (alike.len() as f32) < looked_at.len() as f32 * MIN_CELL_SHARE {
        return (None, Vec::new());
    }
    let mut papers: Vec<f32> = alike.iter().map(|c| c.paper).collect();
    let (low, high) = (quantile(&mut papers, DARKEST), quantile(&mut papers, 1.0 - BRIGHTEST));
    let Some((low, high)) = low.zip(high) else { return (None, Vec::new()) };
    let mut deep: Vec<f32> = alike.iter().filter(|c| c.dark_print && c.paper < DEEP * high).map(|c| c.paper).collect();
    let low = if deep.len() < DEEP_CELLS { low } else { quantile(&mut deep, 0.5).unwrap_or(low).min(low) };
    let uneven = if high < 1.0 { 0.0 } else { (high - low) / high };
    let half = f32::midpoint(low, high);
    let shaded = |c: &&&&Cell| c.paper < half && uneven > SHOWN;
    (Some(uneven), alike.iter().filter(shaded).map(|c| c.quad).collect())
}

/// The box around the shadow.
pub(super) fn bounds(shadow: &[Quad]) -> Option<Region> {
    Region::around(shadow.iter().flat_map(|q| q.corners).collect::<Vec<Point>>())
}
