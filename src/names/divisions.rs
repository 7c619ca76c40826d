//! Where the surname may begin: how the words of both names can be divided into blocks.

use super::lexicon::fact;
use super::parse::Word;

/// What it costs to overrule the border that the document shows between surname and given names.
const OTHER_BORDER: f32 = 0.25;

/// From one word to another.
type Span = (usize, usize);

/// How the words of both names are divided into blocks.
#[derive(Debug, Clone, Copy)]
pub struct Division {
    /// Words of the record's given block: from, to.
    pub record_given: (usize, usize),
    /// Its surname block.
    pub record_surname: (usize, usize),
    /// The same of the document.
    pub document_given: (usize, usize),
    /// The same of the document.
    pub document_surname: (usize, usize),
    /// What it costs before any word is compared.
    pub cost: f32,
    /// It contradicts the border that the document shows.
    pub other_border: bool,
}

/// All divisions worth looking at.
pub fn all(record: &[Word], given: Option<usize>, document: &[Word], border: Option<usize>) -> Vec<Division> {
    let (m, n) = (record.len(), document.len());
    let mut all = Vec::with_capacity(24);
    let mut add = |rg, rs, dg, ds, cost, other_border| {
        all.push(Division {
            record_given: rg,
            record_surname: rs,
            document_given: dg,
            document_surname: ds,
            cost,
            other_border,
        });
    };
    let sides: Vec<(Span, Span, f32)> = match given {
        Some(g) => vec![((0, g), (g, m), 0.0)],
        None => plain_divisions(record, border),
    };
    for (rg, rs, cost) in sides {
        if let Some(k) = border {
            add(rg, rs, (k, n), (0, k), cost, false);
        }
        let (extra, other) = if border.is_some() { (OTHER_BORDER, true) } else { (0.0, false) };
        let likely = (rg.1 - rg.0).min(n);
        for k in std::iter::once(likely).chain((0..=n).rev().filter(|k| *k != likely)) {
            let late = strange(document, k);
            add(rg, rs, (0, k), (k, n), cost + extra + late, other);
            if k > 0 && k < n {
                add(rg, rs, (k, n), (0, k), cost + extra + 0.001, other);
            }
        }
    }
    all
}

/// A small doubt about a border behind a particle, which belongs to the surname.
fn strange(document: &[Word], k: usize) -> f32 {
    let before = k.checked_sub(1).and_then(|at| document.get(at));
    if before.is_some_and(|w| w.is(fact::PARTICLE)) { 0.002 } else { 0.0 }
}

/// Where the surname of a plain record may stand: last, the last two, or first.
fn plain_divisions(record: &[Word], border: Option<usize>) -> Vec<(Span, Span, f32)> {
    let m = record.len();
    if m < 2 {
        return vec![((m, m), (0, m), 0.0), ((0, m), (m, m), 0.0)];
    }
    let mut all = Vec::with_capacity(4);
    let mut last = m - 1;
    while last > 1 && record.get(last - 1).is_some_and(|w| w.is(fact::PARTICLE)) {
        last -= 1;
    }
    all.push(((0, last), (last, m), 0.0));
    if last > 1 {
        all.push(((0, last - 1), (last - 1, m), 0.003));
    }
    all.push(((1, m), (0, 1), 0.006));
    if let Some(k) = border.filter(|k| *k > 1 && *k < m) {
        all.push(((0, m - k), (m - k, m), 0.004));
        all.push(((k, m), (0, k), 0.007));
    }
    all
}
