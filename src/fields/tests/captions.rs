//! Captions that were misread, that are other people's, or that are translated, and names that look like captions.

use super::read;
use crate::fields::Facts;

fn parts(facts: &Facts) -> Option<(&str, &str)> {
    facts.holder.as_ref().map(|h| (h.surname.as_str(), h.given_names.as_str()))
}

#[test]
fn a_misread_caption_is_no_value() {
    for (surname, given) in [
        ("NOM/Sumame", "Prénoms / Given names"),
        ("NOM / Surname", "Prénoms / Giveh hames"),
        ("Surame", "Given names"),
        ("Cognome / Sumame", "Nome / Given narnes"),
        ("Apellidos/Surnvne", "Nombres/Forevnames"),
    ] {
        let facts = read(&format!("IDENTITY CARD\n{surname}\nQUILLON\n{given}\nMARISOL ANN"));
        assert_eq!(parts(&facts), Some(("QUILLON", "MARISOL ANN")), "{surname}");
    }
}

#[test]
fn what_follows_a_slash_is_never_a_value() {
    let facts = read("IDENTITY CARD\nSurname / Zvxk\nGiven names\nMARISOL");
    assert_ne!(parts(&facts).map(|p| p.0), Some("Zvxk"));
    assert!(facts.holder.is_none_or(|h| h.confidence < 0.8));
}

#[test]
fn the_captions_of_other_people_and_their_words_are_no_names() {
    for text in [
        "CÉDULA DE IDENTIDAD\nAPELLIDOS Y NOMBRES DEL PADRE\nLARREA VÉLEZ OTTO",
        "CÉDULA DE IDENTIDAD\nAPELLIDOS Y NOMBRES DE LA MADRE\nVELASCO MORA IRIS",
        "IDENTITY CARD\nNAME OF FATHER\nOTTO BRENNER",
        "CARTA DI IDENTITÀ\nCOGNOME E NOME DEI GENITORI\nOTTO BRENNER",
        "IDENTITY CARD\nNAME OF MAGISTRATE OR CLERGY\nOTTO BRENNER",
        "IDENTITY CARD\nFATHER'S FULL NAME\nOTTO BRENNER",
    ] {
        assert_eq!(read(text).holder, None, "{text}");
    }
    let facts = read(
        "CÉDULA DE IDENTIDAD\nAPELLIDOS Y NOMBRES\nIris June\nLarrea Velasco\nAPELLIDOS Y NOMBRES DEL PADRE\nLARREA VÉLEZ OTTO",
    );
    assert_eq!(facts.holder.as_ref().map(|h| h.full_name.as_str()), Some("Iris June Larrea Velasco"));
    assert!(facts.holder.is_some_and(|h| h.confidence < 0.8));
}

#[test]
fn a_name_with_a_particle_behind_its_caption_is_a_name() {
    let facts = read("IDENTITY CARD\nSurname: DE LA CRUZ\nGiven names: MARISOL");
    assert_eq!(parts(&facts), Some(("DE LA CRUZ", "MARISOL")));
}

#[test]
fn words_of_papers_are_names_where_a_caption_or_a_mark_says_so() {
    for (text, surname, given) in [
        ("CALIFORNIA DRIVER LICENSE\nLN PAGE\nFN BILL\n12 ELM STREET\nHOLTON, CA 93535", "PAGE", "BILL"),
        (
            "CALIFORNIA DRIVER LICENSE\nLNPAGE\nFN MARISOL MIDDLE\n12 ELM STREET\nHOLTON, CA 93535",
            "PAGE",
            "MARISOL MIDDLE",
        ),
        ("KANSAS DRIVER LICENSE\n1 POWER\n2 MARISOL\n8 12 ELM STREET\nHOLTON, KS 66436", "POWER", "MARISOL"),
        ("PASSPORT\nSurname\nPAGE\nGiven names\nBILL", "PAGE", "BILL"),
        ("PASSPORT\nSurname: THE\nGiven names: MARISOL", "THE", "MARISOL"),
    ] {
        let facts = read(text);
        assert_eq!(parts(&facts), Some((surname, given)), "{text}");
        assert!(facts.holder.is_some_and(|h| h.confidence >= 0.8), "{text}");
    }
}

#[test]
fn words_of_papers_that_nothing_proves_are_no_names() {
    for text in ["ELECTRIC\nPAGE\nBILL", "Account holder: Water Bill", "BILL\n12 ELM STREET\nHOLTON, KS 66436"] {
        assert_eq!(read(text).holder, None, "{text}");
    }
}

#[test]
fn middle_names_on_a_line_of_their_own_belong_to_the_name() {
    let facts = read("KANSAS DRIVER LICENSE\n1 QUILLON\n2 MARISOL\nANN JUNE\n8 12 ELM STREET\nHOLTON, KS 66436");
    assert_eq!(parts(&facts), Some(("QUILLON", "MARISOL ANN JUNE")));
    let facts = read("CALIFORNIA DRIVER LICENSE\nLN QUILLON\nFN MARISOL\nANN\n12 ELM STREET\nHOLTON, CA 93535");
    assert_eq!(parts(&facts), Some(("QUILLON", "MARISOL ANN")));
    let facts = read("VIRGINIA DRIVER LICENSE\n\nQUILLON\nMARISOL\nANN\n12 ELM STREET\nNORFOLK, VA 23220");
    assert_eq!(parts(&facts), Some(("QUILLON", "MARISOL ANN")));
    assert!(facts.holder.is_some_and(|h| h.confidence < 0.8));
    let facts = read("CALIFORNIA DRIVER LICENSE\nLN QUILLON\nFN MARISOL\nANN\n\nDOB 01/02/1990");
    assert!(facts.holder.is_some_and(|h| h.confidence < 0.8));
}
