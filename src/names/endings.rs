//! Endings that tell man from woman, and articles fused with a word.

use super::lexicon::fact;
use super::parse::Word;

/// What the endings of two surnames with one stem say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// The forms of one family name for its men and its women.
    ManAndWoman,
    /// Named after the father: son and daughter are two people.
    SonAndDaughter,
}

/// Endings of family names: of men, of women. Longest first where one ends another.
const FAMILY: [(&str, &str); 46] = [
    ("SKII", "SKAIA"),
    ("SKIY", "SKAYA"),
    ("SKIJ", "SKAJA"),
    ("SKYI", "SKA"),
    ("SKYY", "SKA"),
    ("SKYJ", "SKA"),
    ("SKYI", "SKAIA"),
    ("SKY", "SKAYA"),
    ("SKY", "SKAIA"),
    ("SKY", "SKAJA"),
    ("SKI", "SKAYA"),
    ("SKI", "SKAIA"),
    ("SKY", "SKA"),
    ("SKI", "SKA"),
    ("CKI", "CKA"),
    ("DZKI", "DZKA"),
    ("TSKY", "TSKA"),
    ("OV", "OVA"),
    ("EV", "EVA"),
    ("YOV", "YOVA"),
    ("OFF", "OVA"),
    ("IN", "INA"),
    ("YN", "YNA"),
    ("OI", "AIA"),
    ("OY", "AYA"),
    ("YI", "A"),
    ("NY", "NA"),
    ("LY", "LA"),
    ("RY", "RA"),
    ("KY", "KA"),
    ("CY", "CA"),
    ("AS", "IENE"),
    ("AS", "AITE"),
    ("IS", "YTE"),
    ("IS", "IENE"),
    ("US", "UTE"),
    ("OS", "OU"),
    ("IS", "I"),
    ("AS", "A"),
    ("ES", "E"),
    ("INS", "INA"),
    ("OLS", "OLA"),
    ("LNS", "LNA"),
    ("TIS", "TE"),
    ("DIS", "DE"),
    ("LIS", "LE"),
];

/// How two different surnames belong together by their endings, if they do. `both_listed`: each is a surname of its own,
/// so that an S more or less says nothing (`ROSA` and `ROSAS`, but `PAPPAS` and `PAPPA`).
pub fn surnames(a: &str, b: &str, both_listed: bool) -> Option<Tie> {
    let only_s = || a.strip_suffix('S') == Some(b) || b.strip_suffix('S') == Some(a);
    if !begin_alike(a, b, 2) || both_listed && only_s() {
        return None;
    }
    if son_and_daughter(a, b) || son_and_daughter(b, a) {
        return Some(Tie::SonAndDaughter);
    }
    (family(a, b) || family(b, a)).then_some(Tie::ManAndWoman)
}

fn son_and_daughter(man: &str, woman: &str) -> bool {
    let Some(stem) = woman.strip_suffix("DOTTIR").or_else(|| woman.strip_suffix("DATTER")) else { return false };
    let Some(other) = man.strip_suffix("SON").or_else(|| man.strip_suffix("SEN")) else { return false };
    stem.trim_end_matches('S') == other.trim_end_matches('S')
}

fn family(man: &str, woman: &str) -> bool {
    let stems = |m: &str, w: &str, fewest: usize| {
        let (Some(x), Some(y)) = (man.strip_suffix(m), woman.strip_suffix(w)) else { return false };
        x == y && x.len() >= fewest
    };
    if FAMILY.iter().any(|(m, w)| stems(m, w, if m.len() > 2 { 2 } else { 3 })) {
        return true;
    }
    // Czech and Slovak: NOVAK and NOVAKOVA, HAVEL and HAVLOVA, KUCERA and KUCEROVA
    let Some(stem) = woman.strip_suffix("OVA") else { return false };
    let short = man.trim_end_matches(['A', 'O', 'Y']);
    stem.len() >= 3 && (stem == man || stem == short || squeeze(man) == stem)
}

/// The word without the E before its last consonant.
fn squeeze(word: &str) -> String {
    let mut out = word.to_owned();
    if out.len() > 3 && out.is_ascii() && out.get(out.len() - 2..out.len() - 1) == Some("E") {
        out.remove(out.len() - 2);
    }
    out
}

/// Endings of given names: of men, of women.
const GIVEN: [(&str, &str); 22] = [
    ("O", "A"),
    ("", "A"),
    ("E", "A"),
    ("", "E"),
    ("", "INE"),
    ("", "INA"),
    ("", "ETTE"),
    ("", "ETTA"),
    ("", "AH"),
    ("", "NE"),
    ("", "LE"),
    ("", "LA"),
    ("", "NA"),
    ("O", "INA"),
    ("I", "A"),
    ("II", "IA"),
    ("US", "A"),
    ("IUS", "IA"),
    ("OS", "A"),
    ("Y", "A"),
    ("I", "IA"),
    ("Y", "IA"),
];

/// Whether two given names are the man's and the woman's form of one name.
pub fn given_man_and_woman(a: &Word, b: &Word) -> bool {
    begin_alike(a.plain(), b.plain(), 3) && (pair(a, b) || pair(b, a))
}

/// Whether the first letters are equal, as every shared stem demands.
fn begin_alike(a: &str, b: &str, letters: usize) -> bool {
    a.bytes().take(letters).eq(b.bytes().take(letters))
}

fn pair(man: &Word, woman: &Word) -> bool {
    let (m, w) = (man.plain(), woman.plain());
    let known = man.is(fact::MALE) && woman.is(fact::FEMALE) && !man.is(fact::FEMALE) | !woman.is(fact::MALE);
    let one_known = man.is(fact::MALE) || woman.is(fact::FEMALE);
    GIVEN.iter().any(|(x, y)| {
        let (Some(p), Some(q)) = (m.strip_suffix(x), w.strip_suffix(y)) else { return false };
        p == q && p.len() >= 3 && (known || one_known && (*x, *y) == ("O", "A") || added(man, woman, x, y))
    })
}

/// A man's name with an A behind it, or the Hungarian NÉ of his wife, where no such woman's name is listed: still made
/// a woman's by it.
fn added(man: &Word, woman: &Word, x: &str, y: &str) -> bool {
    matches!((x, y), ("", "A" | "NE")) && man.is(fact::MALE) && !man.is(fact::FEMALE) && !woman.is(fact::NAME)
}

/// Whether the words are equal but for an Arabic article or another particle fused with one of them, or for the
/// spelling of that article.
pub fn article_apart(a: &str, b: &str) -> bool {
    let begins = |word: &str| word.len() > 5 && matches!(word.as_bytes()[0], b'A' | b'E' | b'U' | b'B');
    begins(a) && without_article(a).any(|rest| rest == b || begins(b) && without_article(b).any(|other| other == rest))
        || begins(b) && without_article(b).any(|rest| rest == a)
}

/// What may stay of a word when its beginning is an article.
fn without_article(word: &str) -> impl Iterator<Item = &str> {
    const ARTICLES: [&str; 12] = ["AL", "EL", "UL", "AS", "AR", "AN", "AD", "AT", "ASH", "BEN", "BIN", "ABU"];
    ARTICLES.iter().filter_map(move |article| word.strip_prefix(article).filter(|rest| rest.len() >= 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_have_forms_for_men_and_women() {
        for (m, w) in [
            ("IVANOV", "IVANOVA"),
            ("KOWALSKI", "KOWALSKA"),
            ("NOVAK", "NOVAKOVA"),
            ("KUCERA", "KUCEROVA"),
            ("PAPADOPOULOS", "PAPADOPOULOU"),
            ("DOSTOEVSKII", "DOSTOEVSKAIA"),
            ("KAZLAUSKAS", "KAZLAUSKIENE"),
        ] {
            assert_eq!(surnames(w, m, false), Some(Tie::ManAndWoman), "{m} {w}");
        }
        assert_eq!(surnames("GARCIA", "GARZA", false), None);
        assert_eq!(surnames("PAPPAS", "PAPPA", false), Some(Tie::ManAndWoman));
        assert_eq!(surnames("ROSA", "ROSAS", true), None);
    }

    #[test]
    fn a_son_is_not_a_daughter() {
        assert_eq!(surnames("JONSSON", "JONSDOTTIR", true), Some(Tie::SonAndDaughter));
    }

    #[test]
    fn an_article_may_be_fused() {
        assert!(article_apart("ALHASSAN", "HASSAN"));
        assert!(article_apart("ALKHATIB", "ELKHATIB"));
        assert!(!article_apart("ALAN", "AN"));
    }
}
