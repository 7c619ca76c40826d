//! What is said of two words, and what is known of their names as wholes when it is said.

use super::Relation;
use super::difference::Difference;
use super::lexicon::fact;
use super::word::Word;

/// Which part of the name a word of the record stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Given or middle name.
    Given,
    /// Surname.
    Surname,
}

impl Part {
    /// The facts that make a word a name of this part.
    pub const fn names(self) -> u32 {
        match self {
            Self::Given => fact::MALE | fact::FEMALE,
            Self::Surname => fact::SURNAME,
        }
    }
}

/// What holds for both names as wholes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Setting {
    /// Kinds of syllables that the whole record is made of (bits of [`fact`]).
    pub syllables: u32,
    /// A surname of China, Korea or Vietnam stands in one of the names.
    pub east_asian: bool,
    /// The document's field may be cut.
    pub cut: bool,
    /// The document's name is a field of the machine readable zone.
    pub mrz: bool,
}

impl Setting {
    /// Whether a word belongs to the one behind it, like `de`. Lê is a surname beside names of Vietnam, and no article.
    pub fn is_particle(self, word: &Word) -> bool {
        word.is(fact::PARTICLE) && !(self.east_asian && word.is(fact::EAST_ASIAN_SURNAME))
    }
}

/// The difference between two words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Verdict {
    /// How implausible it is that the words stand for each other: 0 equal, about 1 unrelated.
    pub cost: f32,
    /// How bad it is.
    pub relation: Relation,
    /// Its code; empty for no difference worth a word.
    pub code: Difference,
}

/// A verdict.
pub const fn verdict(cost: f32, relation: Relation, code: Difference) -> Verdict {
    Verdict { cost, relation, code }
}

/// The code for another name in a part.
pub const fn different(part: Part) -> Difference {
    match part {
        Part::Given => Difference::GivenDiffers,
        Part::Surname => Difference::SurnameDiffers,
    }
}
