//! Chinese, Korean and Vietnamese names: another valid syllable is another name, another spelling of it is not.

use super::lexicon::{NameLexicon, fact};

/// Longest word that is taken apart.
const LONGEST: usize = 24;
/// Longest syllable of the tables.
const SYLLABLE: usize = 6;

/// Whether a word is made only of syllables that have one of these facts.
pub fn is_made_of(lexicon: &NameLexicon, word: &str, facts: u32) -> bool {
    count(lexicon, word, facts).is_some()
}

/// The fewest syllables that a word can be divided into; `None` if it cannot.
pub fn count(lexicon: &NameLexicon, word: &str, facts: u32) -> Option<u8> {
    if word.len() > LONGEST || !word.is_ascii() {
        return None;
    }
    let mut fewest: [Option<u8>; LONGEST + 1] = [None; LONGEST + 1];
    fewest[0] = Some(0);
    for at in 0..word.len() {
        let Some(so_far) = fewest[at] else { continue };
        for (end, slot) in fewest.iter_mut().enumerate().take((at + SYLLABLE).min(word.len()) + 1).skip(at + 1) {
            let better = slot.is_none_or(|known| known > so_far + 1);
            if better && word.get(at..end).is_some_and(|piece| lexicon.facts(piece) & facts != 0) {
                *slot = Some(so_far + 1);
            }
        }
    }
    fewest[word.len()]
}

/// Whether two words can be the same Korean syllables in two romanizations.
pub fn same_korean(lexicon: &NameLexicon, a: &str, b: &str) -> bool {
    korean_walk(lexicon, a, b, 0)
}

fn korean_walk(lexicon: &NameLexicon, a: &str, b: &str, depth: u8) -> bool {
    if a.is_empty() && b.is_empty() {
        return true;
    }
    if depth > 3 || a.is_empty() || b.is_empty() {
        return false;
    }
    for i in 1..=a.len().min(SYLLABLE + 1) {
        let classes = a.get(..i).map_or(&[][..], |piece| lexicon.korean_classes(piece));
        if classes.is_empty() {
            continue;
        }
        for j in 1..=b.len().min(SYLLABLE + 1) {
            let others = b.get(..j).map_or(&[][..], |piece| lexicon.korean_classes(piece));
            if classes.iter().any(|class| others.contains(class))
                && korean_walk(lexicon, a.get(i..).unwrap_or(""), b.get(j..).unwrap_or(""), depth + 1)
            {
                return true;
            }
        }
    }
    false
}

/// A rough key in which Wade-Giles, Yale and Pinyin spellings of one Mandarin syllable fall together.
pub fn mandarin_key(word: &str) -> String {
    const STEPS: [(&str, &str); 24] = [
        ("HS", "X"),
        ("TZU", "Z"),
        ("ZI", "Z"),
        ("SSU", "S"),
        ("TS", "Z"),
        ("TZ", "Z"),
        ("ZH", "J"),
        ("CH", "J"),
        ("Q", "J"),
        ("C", "Z"),
        ("SH", "X"),
        ("IH", "I"),
        ("UNG", "ONG"),
        ("IEN", "IAN"),
        ("IEH", "IE"),
        ("UEH", "UE"),
        ("LYU", "LU"),
        ("LV", "LU"),
        ("UO", "O"),
        ("T", "D"),
        ("P", "B"),
        ("K", "G"),
        ("R", "J"),
        ("YEN", "YAN"),
    ];
    let mut key = word.to_owned();
    for (from, to) in STEPS {
        if key.contains(from) {
            key = key.replace(from, to);
        }
    }
    key
}

/// Whether these kinds of syllables, of a whole name, are those of Vietnam and of no other country.
pub const fn vietnamese_only(kinds: u32) -> bool {
    kinds & fact::VIETNAMESE != 0 && kinds & (fact::KOREAN | fact::PINYIN) == 0
}

/// Which syllables a name is made of, told by its surname and all its other words.
pub fn context<'a>(lexicon: &NameLexicon, words: &(impl Iterator<Item = (&'a str, u32)> + Clone)) -> u32 {
    if !words.clone().any(|(_, facts)| facts & fact::EAST_ASIAN_SURNAME != 0) {
        return 0;
    }
    [fact::VIETNAMESE, fact::KOREAN, fact::PINYIN]
        .into_iter()
        .filter(|facts| words.clone().all(|(word, _)| is_made_of(lexicon, word, *facts | fact::EAST_ASIAN_SURNAME)))
        .fold(0, |all, facts| all | facts)
}
