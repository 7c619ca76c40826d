//! Puts the words of one block (given names, or surnames) of the record beside those of the document.
//!
//! In order, with words missing, added, joined or split; the cheapest arrangement wins. A block whose words are all
//! there in another order is a finding of its own. It decides nothing beyond its block.

use super::Relation::{FormatOnly, Mismatch, Review};
use super::difference::Difference;
use super::lexicon::{NameLexicon, fact};
use super::pair::{self, Part, Setting, Verdict};
use super::parse::{MOST_WORDS, Word};
use super::{joined, syllables};

/// At most this many words of one side are joined to one of the other.
const MOST_JOINED: usize = 4;

/// A difference in one block.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// Words of the record: from, to (in the block).
    pub record: (usize, usize),
    /// Words of the document: from, to (in the block).
    pub document: (usize, usize),
    /// What it is.
    pub verdict: Verdict,
}

/// Verdicts on pairs of words, computed once for all arrangements.
pub struct Table {
    width: usize,
    cells: Vec<Option<Verdict>>,
}

impl Table {
    /// An empty table for so many words of the record and of the document.
    pub fn new(record: usize, document: usize) -> Self {
        Self { width: document, cells: vec![None; record * document * 2] }
    }

    fn slot(&mut self, part: Part, i: usize, j: usize) -> Option<&mut Option<Verdict>> {
        self.cells.get_mut((i * self.width + j) * 2 + usize::from(part == Part::Surname))
    }
}

/// A run of the record's words with their place among all of them.
#[derive(Clone, Copy)]
pub struct Run<'a, 'l> {
    /// The words.
    pub words: &'a [Word<'l>],
    /// Index of the first of them in the whole name.
    pub at: usize,
}

/// What the arrangement needs to know besides the words.
pub struct Aligner<'a> {
    /// The lexicon.
    pub lexicon: &'a NameLexicon,
    /// What holds for the names as wholes.
    pub setting: Setting,
    /// Verdicts found so far.
    pub table: Table,
    /// Room for the arrangement of one block, used again for each.
    pub grid: Vec<Cell>,
}

/// The cheapest way to one point of an arrangement.
#[derive(Clone, Copy)]
pub struct Cell {
    cost: f32,
    step: (u8, u8),
    verdict: Verdict,
}

impl Aligner<'_> {
    fn judge(&mut self, part: Part, record: Run, i: usize, document: Run, j: usize) -> Option<Verdict> {
        let (a, b) = (record.words.get(i)?, document.words.get(j)?);
        let (row, column) = (record.at + i, document.at + j);
        if let Some(found) = self.table.slot(part, row, column).and_then(|slot| *slot) {
            return Some(found);
        }
        let found = pair::judge(self.lexicon, self.setting, part, a, b);
        if let Some(slot) = self.table.slot(part, row, column) {
            *slot = Some(found);
        }
        Some(found)
    }

    /// Whether a whole word, no initial and no particle, of one run can stand for one of the other.
    pub fn share_a_word(&mut self, part: Part, record: Run, document: Run) -> bool {
        let whole = |word: Option<&Word>| word.is_some_and(|w| !w.is_initial() && !w.is(fact::PARTICLE));
        (0..record.words.len()).filter(|i| whole(record.words.get(*i))).any(|i| {
            (0..document.words.len())
                .filter(|j| whole(document.words.get(*j)))
                .any(|j| self.judge(part, record, i, document, j).is_some_and(|found| found.relation <= Review))
        })
    }

    /// The cheapest arrangement of a block: its cost and its differences.
    pub fn align(&mut self, part: Part, record: Run, document: Run, steps: Option<&mut Vec<Step>>) -> f32 {
        let (m, n) = (record.words.len().min(MOST_WORDS), document.words.len().min(MOST_WORDS));
        let start = Cell { cost: 0.0, step: (0, 0), verdict: SAME };
        let far = Cell { cost: f32::INFINITY, ..start };
        let width = n + 1;
        let mut grid = std::mem::take(&mut self.grid);
        grid.clear();
        grid.resize((m + 1) * width, far);
        grid[0] = start;
        for i in 0..=m {
            for j in 0..=n {
                let here = grid[i * width + j].cost;
                if !here.is_finite() {
                    continue;
                }
                let mut reach = |di: usize, dj: usize, verdict: Verdict| {
                    if let Some(cell) = grid.get_mut((i + di) * width + j + dj)
                        && here + verdict.cost < cell.cost
                    {
                        *cell = Cell { cost: here + verdict.cost, step: (di as u8, dj as u8), verdict };
                    }
                };
                if i < m {
                    reach(1, 0, self.missing(part, record, i));
                }
                if j < n {
                    reach(0, 1, self.added(part, document, j));
                }
                if i < m && j < n {
                    if let Some(found) = self.judge(part, record, i, document, j) {
                        reach(1, 1, found);
                    }
                    for k in 2..=MOST_JOINED {
                        if i + k <= m
                            && let Some(found) = self.joined(part, &record.words[i..i + k], &document.words[j..=j])
                        {
                            reach(k, 1, found);
                        }
                        if j + k <= n
                            && let Some(found) = self.joined(part, &record.words[i..=i], &document.words[j..j + k])
                        {
                            reach(1, k, found);
                        }
                    }
                }
            }
        }
        let cost = grid[m * width + n].cost;
        if let Some(found) = self.permuted(part, record, document, cost) {
            if let Some(steps) = steps {
                steps.push(Step { record: (0, m), document: (0, n), verdict: found });
            }
            self.grid = grid;
            return found.cost;
        }
        if let Some(steps) = steps {
            walk_back(&grid, m, n, steps);
        }
        self.grid = grid;
        cost
    }

    fn missing(&self, part: Part, record: Run, i: usize) -> Verdict {
        let Some(word) = record.words.get(i) else { return SAME };
        let (cost, code) = if self.setting.is_particle(word) {
            (0.12, Difference::Particle)
        } else if word.is(fact::MARKER_FEMALE | fact::MARKER_MALE) {
            (0.3, Difference::MiddleMissing)
        } else if part == Part::Surname {
            (
                0.55,
                if i == 0 && record.words.len() > 1 {
                    Difference::FirstSurnameMissing
                } else {
                    Difference::SecondSurnameMissing
                },
            )
        } else if i == 0 {
            (0.6, Difference::GivenMissing)
        } else {
            (if word.is_initial() { 0.3 } else { 0.53 }, Difference::MiddleMissing)
        };
        let cut = self.setting.cut && i > 0;
        if cut {
            Verdict { cost: 0.04, relation: FormatOnly, code: Difference::MrzTruncated }
        } else {
            Verdict { cost, relation: Review, code }
        }
    }

    fn added(&self, part: Part, document: Run, j: usize) -> Verdict {
        let Some(word) = document.words.get(j) else { return SAME };
        let (cost, code) = if self.setting.is_particle(word) {
            (0.12, Difference::Particle)
        } else if word.is(fact::MARKER_FEMALE | fact::MARKER_MALE) || word.is_initial() {
            (0.3, Difference::ExtraName)
        } else {
            // a word that is only a surname is rather an added surname, and so on
            let strange = match part {
                Part::Given => word.is(fact::SURNAME) && !word.is(fact::MALE | fact::FEMALE),
                Part::Surname => !word.is(fact::SURNAME) && word.is(fact::MALE | fact::FEMALE),
            };
            (if strange { 0.6 } else { 0.53 }, Difference::ExtraName)
        };
        Verdict { cost, relation: Review, code }
    }

    fn joined(&self, part: Part, record: &[Word], document: &[Word]) -> Option<Verdict> {
        joined::judge(self.lexicon, self.setting, part, record, document)
    }

    /// All the words are there, in another order.
    fn permuted(&mut self, part: Part, record: Run, document: Run, cost: f32) -> Option<Verdict> {
        let n = record.words.len();
        if n < 2 || n != document.words.len() || n > MOST_WORDS || cost < 0.5 {
            return None;
        }
        let mut used = [false; MOST_WORDS];
        let mut total = 0.0;
        let mut worst = FormatOnly;
        for i in 0..n {
            let mut best: Option<(usize, Verdict)> = None;
            for j in (0..n).filter(|j| !used[*j]) {
                if let Some(found) = self.judge(part, record, i, document, j)
                    && found.relation <= Review
                    && best.is_none_or(|(_, b)| found.cost < b.cost)
                {
                    best = Some((j, found));
                }
            }
            let (j, found) = best?;
            used[j] = true;
            total += found.cost;
            worst = worst.max(found.relation);
        }
        let (relation, code) = match part {
            Part::Given if syllables::vietnamese_only(self.setting.syllables) => (Review, Difference::GivenPermutation),
            Part::Given => (Mismatch, Difference::GivenPermutation),
            Part::Surname => (Review, Difference::SurnameOrder),
        };
        let moved = Verdict { cost: 0.4 + total, relation: relation.max(worst), code };
        (moved.cost < cost).then_some(moved)
    }
}

const SAME: Verdict = Verdict { cost: 0.0, relation: FormatOnly, code: Difference::Nothing };

fn walk_back(grid: &[Cell], m: usize, n: usize, steps: &mut Vec<Step>) {
    let from = steps.len();
    let (mut i, mut j) = (m, n);
    while i > 0 || j > 0 {
        let cell = grid[i * (n + 1) + j];
        let (di, dj) = (usize::from(cell.step.0), usize::from(cell.step.1));
        if di == 0 && dj == 0 {
            break;
        }
        steps.push(Step { record: (i - di, i), document: (j - dj, j), verdict: cell.verdict });
        i -= di;
        j -= dj;
    }
    steps[from..].reverse();
}
