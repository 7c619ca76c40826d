//! Names that running text tells: the tenant of a lease, whom a certificate certifies.

use super::candidate::{Page, Printed, clean};
use super::mentions::belongs_to_another;
use crate::fields::fold::fold;
use crate::fields::lexicon::FieldLexicon;
use crate::fields::line::{Line, PARTICLES, is_name_like};
use crate::kinds::DocumentKind::{BirthCertificate, MarriageCertificate, Translation};

/// What stands in brackets behind a name, and makes it the holder's.
const ROLES: [&str; 9] =
    ["TENANT", "TENANTS", "LESSEE", "RENTER", "RESIDENT", "ARRENDATARIO", "INQUILINO", "LOCATARIO", "LOCATAIRE"];
/// What stands behind the comma after a tenant's name: `Ana Ruiz, the tenant.`
const TENANTS: [&str; 10] = [
    "THE TENANT",
    "TENANT",
    "AS TENANT",
    "THE LESSEE",
    "LESSEE",
    "AS LESSEE",
    "THE RESIDENT",
    "EL ARRENDATARIO",
    "LA ARRENDATARIA",
    "EL INQUILINO",
];
/// What goes before a name in the sentence of a certificate or of a letter.
const CERTIFIED: [&str; 18] = [
    "CERTIFY THAT ",
    "CERTIFIES THAT ",
    "CONFIRM THAT ",
    "CONFIRMS THAT ",
    "VERIFY THAT ",
    "VERIFIES THAT ",
    "ATTEST THAT ",
    "ATTESTS THAT ",
    "CERTIFICA QUE ",
    "CERTIFICO QUE ",
    "CERTIFICAMOS QUE ",
    "CONSTAR QUE ",
    "CERTIFIE QUE ",
    "CERTIFIONS QUE ",
    "ATTESTE QUE ",
    "ATTESTONS QUE ",
    "BESCHEINIGT, DASS ",
    "BESTÄTIGT, DASS ",
];
/// The same on the records of births and marriages only, and what makes something else of it: `lugar de nacimiento de`.
const RECORDED: [&str; 10] = [
    "NACIMIENTO DE ",
    "NASCIMENTO DE ",
    "NAISSANCE DE ",
    "BIRTH OF ",
    "MATRIMONIO DE ",
    "MATRIMONIO ENTRE ",
    "CASAMENTO DE ",
    "MARIAGE DE ",
    "MARRIAGE OF ",
    "MARRIAGE BETWEEN ",
];
const NOT_RECORDED: [&str; 12] =
    ["LUGAR", "FECHA", "DÍA", "HORA", "PLACE", "DATE", "COUNTRY", "TIME", "LOCAL", "DATA", "LIEU", "STATE"];
/// What ends the line over a name that stands alone in the next one, as on certificates of births and marriages.
const OVER: [&str; 14] = [
    "CERTIFY THAT",
    "CERTIFIES THAT",
    "CERTIFICA QUE",
    "CERTIFICO QUE",
    "HACE CONSTAR QUE",
    "CERTIFIE QUE",
    "NACIMIENTO DE",
    "NASCIMENTO DE",
    "NAISSANCE DE",
    "BIRTH OF",
    "MATRIMONIO DE",
    "CASAMENTO DE",
    "MARIAGE DE",
    "MARRIAGE OF",
];
/// How far below it that line begins, in heights of the upper one.
const NEXT_LINE: f32 = 3.0;
/// What goes on behind a name in it.
const ENDS: [&str; 30] = [
    ",",
    ";",
    ":",
    "(",
    " was ",
    " were ",
    " is ",
    " has ",
    " who ",
    " of ",
    " and ",
    " born ",
    " residing ",
    " nació ",
    " nacio ",
    " nacido",
    " nacida",
    " nasceu ",
    " est ",
    " con ",
    " y ",
    " et ",
    " und ",
    " de sexo ",
    " identificad",
    " hijo ",
    " hija ",
    " que ",
    " quien ",
    " ha ",
];
/// Longest name with what goes on behind it, in bytes.
const LONGEST: usize = 120;
/// Most words of a name before the place of a birth: `Benoît Auguste Martins, né à Brest`.
const MOST_WORDS: usize = 6;
/// Most letters that are looked at for it.
const MOST_BEGINNING: usize = 24;
/// What goes before a name among the parties of a contract.
const JOINS: [&str; 7] = [" and ", " AND ", " y ", " Y ", ",", "between ", "entre "];
/// What stands shortly before the name of somebody else in a sentence.
const OTHERS: [&str; 24] = [
    "BY",
    "DR",
    "DRA",
    "REV",
    "REVEREND",
    "FATHER",
    "JUDGE",
    "CLERK",
    "REGISTRAR",
    "OFFICIANT",
    "WITNESS",
    "WITNESSES",
    "NOTARY",
    "TRANSLATOR",
    "REGISTRADOR",
    "REGISTRADORA",
    "OFICIAL",
    "JUEZ",
    "TESTIGO",
    "TESTIGOS",
    "NOTARIO",
    "HIJO",
    "HIJA",
    "SON",
];
/// Confidence of a name that nothing but what people are called tells.
const SOMEBODY: f32 = 0.55;
/// Confidence of a name in a sentence, which may be somebody else's: no claim.
const IN_TEXT: f32 = 0.65;

/// The name of a tenant, or of the person whom a certificate is about.
pub(in crate::fields) fn find(page: &Page) -> Option<Printed> {
    let text = Text::of(page);
    let tenant = || text.before_comma(is_tenant).find_map(|(name, line)| printed(page, line, &name));
    let party = || page.lines.iter().find_map(|line| printed(page, line, &party(line)?)).or_else(tenant);
    let certified = || text.behind(&CERTIFIED, |_| true).find_map(|(name, line)| printed(page, line, &name));
    let on_record = matches!(page.guess.kind, BirthCertificate | MarriageCertificate | Translation);
    let recorded = || {
        let is_the_record = |before: &str| !NOT_RECORDED.iter().any(|word| before.contains(word));
        let found = text.behind(&RECORDED, is_the_record).find_map(|(name, line)| printed(page, line, &name));
        let born = |next: &str| page.lexicon.tells_birth(next);
        found.or_else(|| text.before_comma(born).find_map(|(name, line)| printed(page, line, &name)))
    };
    let below = || page.lines.iter().find_map(|line| below(page, line));
    party().or_else(certified).or_else(below).or_else(|| if on_record { recorded() } else { None })
}

fn is_tenant(next: &str) -> bool {
    let upper = next.to_uppercase();
    TENANTS.iter().any(|role| upper.strip_prefix(role).is_some_and(|rest| !rest.starts_with(char::is_alphabetic)))
}

/// The first person whom running text names, by what people are called alone: not a parent, an official or a witness.
pub(in crate::fields) fn somebody(page: &Page) -> Option<Printed> {
    let text = Text::of(page);
    let found = text.capitalized().into_iter().filter(|(before, name, line)| {
        let other = |word: &str| {
            let folded = fold(word.trim_matches(|c: char| !c.is_alphabetic()));
            page.lexicon.is_parent(&folded) || OTHERS.contains(&folded.as_str())
        };
        page.lexicon.is_somebody(name) && !before.split(' ').any(other) && !belongs_to_another(page, line)
    });
    let named = found.filter_map(|(_, name, line)| printed(page, line, &name));
    named.map(|name| Printed { confidence: SOMEBODY / IN_TEXT * name.confidence, ..name }).next()
}

/// The lines of a page as one text, because sentences go on in the next line.
struct Text<'a> {
    lexicon: &'a FieldLexicon,
    plain: String,
    /// The same in capitals, letter by letter as long as in the text.
    upper: String,
    /// Where each line begins.
    starts: Vec<(usize, &'a Line<'a>)>,
}

impl<'a> Text<'a> {
    fn of(page: &Page<'a>) -> Self {
        let (mut plain, mut starts) = (String::new(), Vec::new());
        for line in page.lines {
            starts.push((plain.len(), line));
            plain.push_str(line.reading.text.trim());
            plain.push(' ');
        }
        let capital = |c: char| {
            let mut upper = c.to_uppercase();
            upper.next().filter(|u| upper.next().is_none() && u.len_utf8() == c.len_utf8()).unwrap_or(c)
        };
        let upper = plain.chars().map(capital).collect();
        Self { lexicon: page.lexicon, plain, upper, starts }
    }

    /// Whether a small word stands inside of a name, and is none that joins two people.
    fn is_particle(&self, word: &str) -> bool {
        PARTICLES.contains(&word) && !self.lexicon.joins(&fold(word))
    }

    fn line_at(&self, at: usize) -> Option<&'a Line<'a>> {
        self.starts.iter().rev().find(|(start, _)| *start <= at).map(|(_, line)| *line)
    }

    /// What stands behind each of these words up to where a sentence goes on, and its line; `counts` is told the
    /// capitals shortly before the words.
    fn behind<'b>(
        &'b self,
        words: &'b [&str],
        counts: impl Fn(&str) -> bool + 'b,
    ) -> impl Iterator<Item = (String, &'a Line<'a>)> + 'b {
        let found =
            words.iter().flat_map(|words| self.upper.match_indices(words).map(|(at, words)| (at, at + words.len())));
        found.filter_map(move |(at, begins)| {
            let before = self.upper[..at].char_indices().rev().take(24).last().map_or(at, |(start, _)| start);
            if !counts(&self.upper[before..at]) {
                return None;
            }
            let rest = self.plain.get(begins..)?;
            let ends = ENDS.iter().filter_map(|end| rest.find(end)).min().filter(|ends| *ends <= LONGEST)?;
            Some((rest[..ends].trim().to_owned(), self.line_at(begins)?))
        })
    }

    /// The longest runs of words with a capital and the particles between them, each with the few words before it.
    fn capitalized(&self) -> Vec<(String, String, &'a Line<'a>)> {
        let mut out = Vec::new();
        let mut run: Option<(usize, usize)> = None;
        let mut at = 0;
        for word in self.plain.split_inclusive(' ') {
            let (begins, bare) = (at, word.trim_end());
            at += word.len();
            let ended = bare.trim_end_matches(|c: char| ".,;:()".contains(c));
            let capital = bare.starts_with(char::is_uppercase);
            let goes_on = capital || run.is_some() && self.is_particle(bare);
            if goes_on {
                run = Some((
                    run.map_or(begins, |(first, _)| first),
                    if capital { begins + ended.len() } else { run.map_or(begins, |r| r.1) },
                ));
            }
            if (!goes_on || ended.len() < bare.len())
                && let Some((first, end)) = run.take()
                && let Some(line) = self.line_at(first)
            {
                let before = self.plain[..first].trim_end();
                let few = before.rmatch_indices(' ').nth(2).map_or(0, |(at, _)| at + 1);
                out.push((before[few..].to_owned(), self.plain[first..end].to_owned(), line));
            }
        }
        out
    }

    /// The names before a comma behind which something is told, of which the first letters are shown.
    fn before_comma<'b>(
        &'b self,
        tells: impl Fn(&str) -> bool + 'b,
    ) -> impl Iterator<Item = (String, &'a Line<'a>)> + 'b {
        let told = move |at: usize| {
            let next = self.plain[at + 1..].trim_start();
            let few = next.char_indices().nth(MOST_BEGINNING).map_or(next.len(), |(end, _)| end);
            tells(&next[..few])
        };
        self.plain.match_indices(',').filter(move |(at, _)| told(*at)).filter_map(|(at, _)| {
            let (mut begins, mut end) = (None, at);
            for word in self.plain[..at].rsplit(' ').take(MOST_WORDS) {
                let start = end - word.len();
                let capital = word.starts_with(char::is_uppercase);
                if word.ends_with(['.', ',', ':', ';']) || !capital && !self.is_particle(word) {
                    break;
                }
                begins = if capital { Some(start) } else { begins };
                end = start.saturating_sub(1);
            }
            Some((self.plain[begins?..at].to_owned(), self.line_at(begins?)?))
        })
    }
}

/// A name alone in the line under one that ends in `this certifies that`.
fn below(page: &Page, over: &Line<'_>) -> Option<Printed> {
    let text = over.reading.text.trim_end_matches([' ', ':', ',', '.']).to_uppercase();
    if !OVER.iter().any(|end| text.ends_with(end)) {
        return None;
    }
    let (first, most) = (over.region(), NEXT_LINE * over.region().height);
    let under = page.lines.iter().filter(|line| {
        let r = line.region();
        let down = r.top - first.bottom();
        down > -0.3 * first.height && down < most && r.left < first.right() && r.right() > first.left
    });
    let next = under.min_by(|a, b| a.region().top.total_cmp(&b.region().top))?;
    if next.spans.is_empty() { printed(page, next, &next.reading.text) } else { None }
}

fn printed(page: &Page, line: &Line, name: &str) -> Option<Printed> {
    let full = clean(name.trim_matches(|c: char| c.is_whitespace() || "\"'“”".contains(c)));
    let whole = full.split_whitespace().count() >= 2 && is_name_like(&full, page.lexicon);
    whole.then(|| Printed {
        full,
        surname: String::new(),
        given: String::new(),
        confidence: IN_TEXT * line.reading.confidence,
        region: Some(line.region()),
    })
}

/// What stands before a bracket that names the tenant: `… and Ana Ruiz ("Tenant")`.
fn party(line: &Line) -> Option<String> {
    let text = line.reading.text.as_str();
    let is_role = |inside: &str| {
        let upper = inside.to_uppercase();
        upper.split(|c: char| !c.is_alphabetic()).any(|word| ROLES.contains(&word))
    };
    let brackets = text.match_indices('(').map(|(at, _)| at);
    let at = brackets.rev().find(|&at| is_role(text[at..].split(')').next().unwrap_or_default()))?;
    let before = &text[..at];
    let begins = JOINS.iter().filter_map(|join| before.trim_end().rfind(join).map(|i| i + join.len())).max();
    Some(before[begins.unwrap_or(0)..].trim().to_owned())
}
