//! The language of some lines of text: by its script first, then by words that are frequent on documents in one
//! language and rare in the others.
//!
//! Documents are full of names and places, which are the same in an original and its translation. Letter statistics
//! (whatlang, lingua) take an English page with Spanish names for Spanish. So only words that are not names count:
//! function words and captions. A short text has no language, because no answer is better than a wrong one.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words without diacritics, in lowercase. A word is listed under each language that has it.
const WORDS: [(&str, &str); 7] = [
    (
        "en",
        "the of and to is this that for with on by was are your you from have been has his her their which not will at \
         as be or it its any all we our if can may must shall hereby \
         name names given surname family first last middle birth born date place mother mothers father fathers sex male \
         female record registry registrar registered registration certificate certify certified certification \
         translation translated translator english spanish document number book page issued issue expires \
         true complete accurate competent signed signature above below office request person information statement \
         account amount due total payment customer service address street city state country notice department \
         marriage married death license licence class height weight eyes hair card holder nationality \
         january february march june july august september october november december",
    ),
    (
        "es",
        "el los las del y que con por para una su se lo al esta este estos sus fue como son han sido ser mas sin \
         nombre nombres apellido apellidos fecha nacimiento lugar sexo femenino masculino madre padre registro civil \
         acta numero libro foja tomo oficial juzgado nacional domicilio calle ciudad estado municipio entidad hoja \
         certifico certificado certificacion expedido expedida vigencia vencimiento emision cedula identidad \
         credencial presente documento firma sello matrimonio defuncion hijo hija ciudadano republica \
         enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    ),
    (
        "pt",
        "os do da dos das em nao uma com pelo pela ao aos sao foi seu sua na no que e \
         nome sobrenome data nascimento local sexo feminino masculino mae pai registro civil certidao matricula livro \
         folha termo oficial cartorio oficio pessoas naturais certifico conteudo verdadeiro fe dou lavrado assento \
         averbacoes carteira identidade filiacao naturalidade orgao expedidor validade assinatura casamento obito \
         janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    ),
    (
        "fr",
        "le les des du et dans pour par est une votre vous au aux ce cette qui que sur sont ete nous sera de la \
         nom prenom prenoms famille date naissance lieu sexe feminin masculin mere pere acte numero registre extrait \
         certifie conforme etat civil commune mairie officier delivre demande interesse present presente signature \
         mariage deces nee republique copie integrale carte identite nationalite \
         janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    ),
    (
        "de",
        "der die das und ist mit fur von ihre ihr nicht zum zur im den dem des ein eine wird wurde bei sich auf auch \
         dieser diese diesem name namen vorname vornamen familienname geburtsdatum geburtsort geburtsurkunde geboren \
         geschlecht weiblich mannlich mutter vater tag eintragung registernummer standesamt urkunde beglaubigt \
         hiermit stempel unterschrift ausgestellt gultig bis ausweis staatsangehorigkeit heirat ehe \
         januar februar marz juni juli oktober dezember",
    ),
    (
        "it",
        "il gli della delle dello di e che per con sono dal al nel nella una questo questa \
         nome cognome data nascita luogo sesso femminile maschile madre padre atto numero registro stato civile \
         certificato certifica comune ufficiale rilasciato rilascio firma matrimonio cittadinanza repubblica italiana \
         gennaio febbraio marzo aprile maggio giugno luglio settembre ottobre dicembre",
    ),
    (
        "pl",
        "i w z na do nie jest oraz przez dla imie imiona nazwisko data urodzenia miejsce plec matka ojciec akt urzad \
         stanu cywilnego odpis skrocony numer wydano podpis zgodnosc swiadectwo rzeczpospolita polska kobieta \
         mezczyzna dnia roku",
    ),
];
/// Fewest known words for a language to be named, and the least ratio of its score to the next language's score.
const MIN_KNOWN_WORDS: f32 = 4.0;
const LEAD: f32 = 1.4;
/// Score of a word with a letter that only one of the languages has.
const LETTER: f32 = 1.0;

/// The languages of each word, as indices into [`WORDS`].
static LANGUAGES: LazyLock<HashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut languages: HashMap<&str, Vec<usize>> = HashMap::new();
    for (i, (_, words)) in WORDS.iter().enumerate() {
        words.split_ascii_whitespace().for_each(|word| {
            let of = languages.entry(word).or_default();
            if !of.contains(&i) {
                of.push(i);
            }
        });
    }
    languages
});

/// The language of the lines as a two-letter code; `None` where it is not sure.
pub(super) fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Option<&'static str> {
    let text: String = lines.collect::<Vec<_>>().join(" ").to_lowercase();
    script(&text).or_else(|| of_words(&text))
}

fn of_words(text: &str) -> Option<&'static str> {
    let mut scores = [0.0_f32; WORDS.len()];
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).take(4000) {
        let bare: String = without_marks(word);
        // a word that two languages share counts half for each
        let of = LANGUAGES.get(bare.as_str()).map_or(&[][..], Vec::as_slice);
        for i in of {
            scores[*i] += 1.0 / of.len() as f32;
        }
        if let Some(i) = of_letters(word) {
            scores[i] += LETTER;
        }
    }
    let best = (0..WORDS.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b]).then(b.cmp(a)))?;
    let next = (0..WORDS.len()).filter(|i| *i != best).map(|i| scores[i]).fold(0.0, f32::max);
    (scores[best] >= MIN_KNOWN_WORDS && scores[best] >= next * LEAD).then_some(WORDS[best].0)
}

/// The language of a word by a letter that only this language has, as an index. Names have such letters, too, so only
/// endings that are rare in names count.
fn of_letters(word: &str) -> Option<usize> {
    let ends = |endings: &[&str]| endings.iter().any(|e| word.ends_with(e));
    match word {
        _ if ends(&["ción", "ciones", "dad"]) => Some(1),
        _ if ends(&["ção", "ções", "dão", "idade"]) => Some(2),
        _ if ends(&["ungen", "schaft", "keit"]) => Some(4),
        _ if ends(&["zione", "zioni"]) => Some(5),
        _ => None,
    }
}

fn without_marks(word: &str) -> String {
    word.nfd().filter(|c| !is_combining_mark(*c)).map(|c| if c == 'ł' { 'l' } else { c }).collect()
}

/// The language that goes with the script, if most letters are not Latin.
fn script(text: &str) -> Option<&'static str> {
    let of_letter = |c: char| match c {
        '\u{400}'..='\u{4ff}' => Some("ru"),
        '\u{600}'..='\u{6ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => Some("ar"),
        '\u{900}'..='\u{97f}' => Some("hi"),
        '\u{3040}'..='\u{30ff}' => Some("ja"),
        '\u{ac00}'..='\u{d7af}' => Some("ko"),
        '\u{4e00}'..='\u{9fff}' => Some("zh"),
        _ => None,
    };
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let codes = ["ru", "ar", "hi", "ja", "ko", "zh"];
    let count = |code: &str| text.chars().filter(|c| of_letter(*c) == Some(code)).count();
    // Japanese mixes Chinese characters with its own kana
    let kana = count("ja");
    if kana * 10 > letters && letters >= 10 {
        return Some("ja");
    }
    codes.into_iter().find(|code| letters >= 10 && count(code) * 5 > letters * 2)
}

/// The code of a language from its English name, as translators' certificates give it.
pub(super) fn named(text: &str) -> Option<&'static str> {
    const NAMES: [(&str, &str); 17] = [
        ("spanish", "es"),
        ("portuguese", "pt"),
        ("french", "fr"),
        ("german", "de"),
        ("italian", "it"),
        ("polish", "pl"),
        ("chinese", "zh"),
        ("mandarin", "zh"),
        ("japanese", "ja"),
        ("korean", "ko"),
        ("russian", "ru"),
        ("ukrainian", "uk"),
        ("arabic", "ar"),
        ("hindi", "hi"),
        ("vietnamese", "vi"),
        ("turkish", "tr"),
        ("persian", "fa"),
    ];
    NAMES.into_iter().find(|(name, _)| text.contains(name)).map(|(_, code)| code)
}

#[cfg(test)]
mod tests {
    use super::{named, of};

    #[test]
    fn sentences_have_a_language_and_a_name_has_none() {
        assert_eq!(of(["This is to certify that the name of the person was born on the date"].into_iter()), Some("en"));
        assert_eq!(
            of(["El nombre y la fecha de nacimiento que constan en el acta del registro"].into_iter()),
            Some("es")
        );
        assert_eq!(
            of(["Certidão de nascimento", "Nome da mãe", "Data do registro", "O oficial"].into_iter()),
            Some("pt")
        );
        assert_eq!(
            of(["Extrait d'acte de naissance", "Nom de la mère", "Date de déclaration"].into_iter()),
            Some("fr")
        );
        assert_eq!(of(["Geburtsurkunde", "Name der Mutter", "Tag der Eintragung"].into_iter()), Some("de"));
        assert_eq!(of(["MARIA GARCIA", "912-70-1234"].into_iter()), None);
        assert_eq!(of(["Свидетельство о рождении"].into_iter()), Some("ru"));
        assert_eq!(of(["出生医学证明", "兹证明以上内容与本局保存的登记册记录相符"].into_iter()), Some("zh"));
    }

    #[test]
    fn names_do_not_make_an_english_page_spanish() {
        let lines = [
            "Given name: María José",
            "Family name: Núñez Ortega de la Peña",
            "Mother's name: Rosalba Ortega Tlapa",
            "Father's name: Fermín Núñez Alcocer",
            "Place of birth: Villa Nueva",
        ];
        assert_eq!(of(lines.into_iter()), Some("en"));
    }

    #[test]
    fn a_language_is_known_by_its_name() {
        assert_eq!(named("translated from russian into english"), Some("ru"));
        assert_eq!(named("translated with care"), None);
    }
}
