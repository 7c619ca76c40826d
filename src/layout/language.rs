//! The language of some lines of text: by its script first, then by its most frequent small words.
//!
//! Only an indication, for choosing the sentence that is shown; a short text has no language.

/// Small words that are frequent in one language and rare in the others. Those that two of these languages share
/// (`de`, `la`, `o`) are left out.
const WORDS: [(&str, &[&str]); 6] = [
    (
        "en",
        &[
            "the", "of", "and", "to", "is", "this", "that", "for", "with", "on", "date", "name", "birth", "by", "was",
            "are", "your",
        ],
    ),
    (
        "es",
        &[
            "el",
            "los",
            "las",
            "del",
            "y",
            "que",
            "con",
            "por",
            "para",
            "fecha",
            "nombre",
            "nacimiento",
            "número",
            "una",
            "su",
            "acta",
        ],
    ),
    (
        "pt",
        &[
            "os",
            "dos",
            "das",
            "em",
            "não",
            "uma",
            "com",
            "data",
            "nascimento",
            "nome",
            "ao",
            "pelo",
            "são",
            "número",
            "certidão",
        ],
    ),
    (
        "fr",
        &[
            "le",
            "les",
            "des",
            "du",
            "et",
            "dans",
            "pour",
            "par",
            "naissance",
            "nom",
            "date",
            "est",
            "une",
            "votre",
            "vous",
        ],
    ),
    (
        "de",
        &["der", "die", "das", "und", "ist", "mit", "für", "von", "geburt", "ihre", "nicht", "zum", "im", "den", "dem"],
    ),
    (
        "it",
        &[
            "il", "gli", "della", "di", "e", "che", "per", "con", "nascita", "nome", "cognome", "sono", "dal", "al",
            "nel",
        ],
    ),
];
/// Fewest known words for a language to be named, and how far it must lead the next one.
const FEWEST: usize = 4;
const LEAD: f32 = 1.5;

/// The language of the lines as a two-letter code; `None` where it is not sure.
pub(super) fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let text: String = lines.collect::<Vec<_>>().join(" ").to_lowercase();
    if let Some(code) = script(&text) {
        return Some(code);
    }
    let mut counts = [0_usize; WORDS.len()];
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()) {
        for (count, (_, words)) in counts.iter_mut().zip(WORDS) {
            *count += usize::from(words.contains(&word));
        }
    }
    let best = (0..WORDS.len()).max_by_key(|i| (counts[*i], WORDS.len() - i))?;
    let next = (0..WORDS.len()).filter(|i| *i != best).map(|i| counts[i]).max().unwrap_or(0);
    (counts[best] >= FEWEST && counts[best] as f32 >= next as f32 * LEAD).then_some(WORDS[best].0)
}

/// The language that goes with the script, if most letters are not Latin.
fn script(text: &str) -> Option<&'static str> {
    let of_letter = |c: char| match c {
        '\u{400}'..='\u{4ff}' => Some("ru"),
        '\u{600}'..='\u{6ff}' => Some("ar"),
        '\u{900}'..='\u{97f}' => Some("hi"),
        '\u{3040}'..='\u{30ff}' => Some("ja"),
        '\u{ac00}'..='\u{d7af}' => Some("ko"),
        '\u{4e00}'..='\u{9fff}' => Some("zh"),
        _ => None,
    };
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let codes = ["ru", "ar", "hi", "ja", "ko", "zh"];
    let count = |code: &str| text.chars().filter(|c| of_letter(*c) == Some(code)).count();
    codes.into_iter().find(|code| letters >= 10 && count(code) * 2 > letters)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn sentences_have_a_language_and_a_name_has_none() {
        assert_eq!(of(["This is to certify that the name of the person was born on the date"].into_iter()), Some("en"));
        assert_eq!(
            of(["El nombre y la fecha de nacimiento que constan en el acta del registro"].into_iter()),
            Some("es")
        );
        assert_eq!(of(["MARIA GARCIA", "912-70-1234"].into_iter()), None);
        assert_eq!(of(["Свидетельство о рождении"].into_iter()), Some("ru"));
    }
}
