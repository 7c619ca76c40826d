//! A requirement file that somebody wrote: what is wrong in it, with line and column.

use super::Requirements;

/// What is wrong in a file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// Line, counted from 1.
    pub line: usize,
    /// Column, counted from 1 in characters.
    pub column: usize,
    /// What is wrong there.
    pub what: String,
}

impl std::fmt::Display for Wrong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.what)
    }
}

/// Reads a file. `checks` and `limits` are the names that the program knows.
pub(super) fn read(text: &str, checks: &[&str], limits: &[&str]) -> Result<Requirements, Wrong> {
    let requirements: Requirements = toml::from_str(text).map_err(|e| {
        let (line, column) = e.span().map_or((1, 1), |span| place(text, span.start));
        Wrong { line, column, what: e.message().trim().to_owned() }
    })?;
    match contradiction(&requirements, checks, limits) {
        None => Ok(requirements),
        Some((word, what)) => {
            let (line, column) = place(text, text.find(&word).unwrap_or(0));
            Err(Wrong { line, column, what })
        }
    }
}

/// The first thing that cannot be meant, and a word of the file near which it stands.
fn contradiction(of: &Requirements, checks: &[&str], limits: &[&str]) -> Option<(String, String)> {
    if of.slots.is_empty() {
        return Some((String::new(), "no place is asked for: add at least one [[slot]]".to_owned()));
    }
    for (i, slot) in of.slots.iter().enumerate() {
        let id = serde_json::to_value(slot.id).unwrap_or_default();
        let id = format!("{:?}", id.as_str().unwrap_or_default());
        if of.slots[..i].iter().any(|s| s.id == slot.id) {
            return Some((id.clone(), format!("the place {id} stands twice")));
        }
        if slot.kinds.is_empty() && slot.unsure_kinds.is_empty() && slot.kinds_with_itin.is_empty() {
            return Some((id.clone(), format!("no kind of document can fill the place {id}")));
        }
        if slot.one_of.iter().any(|one| !of.slots[..i].iter().any(|s| s.id == *one)) {
            return Some(("one-of".to_owned(), format!("one-of of {id} names a place that does not stand before it")));
        }
    }
    let reversed = of.recent.iter().find(|r| r.look_from_days > r.refused_from_days);
    if reversed.is_some() {
        return Some(("look-from-days".to_owned(), "look-from-days is later than refused-from-days".to_owned()));
    }
    let strange = of.sources.iter().flat_map(|s| &s.checks).find(|id| !checks.contains(&id.as_str()));
    if let Some(id) = strange {
        return Some((format!("{id:?}"), format!("there is no check named {id:?}; `precheck checks` lists them")));
    }
    let strange = of.limits.keys().find(|name| !limits.contains(&name.as_str()));
    strange.map(|name| (name.clone(), format!("there is no limit named {name:?}; `precheck explain` names them")))
}

/// Line and column of a place in a text.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    (line, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::Assets;
    use crate::kinds::DocumentKind;
    use crate::requirements::Fact;

    const SLOT: &str = "name = \"own\"\n\n[[slot]]\nid = \"primary\"\nkinds = [\"passport\"]\n";

    fn wrong(text: &str) -> String {
        read(text, &["expired"], &["blurry.hard"]).unwrap_err().to_string()
    }

    #[test]
    fn a_file_of_ones_own_is_read() {
        assert_eq!(read(SLOT, &[], &[]).unwrap().slots.len(), 1);
    }

    #[test]
    fn what_is_wrong_is_named_with_line_and_column() {
        assert!(wrong("name = \"own\"\nslot = []\n").ends_with("no place is asked for: add at least one [[slot]]"));
        assert!(wrong(&SLOT.replace("passport", "pasport")).starts_with("line 5, column 10: unknown variant"));
        assert!(wrong(&format!("{SLOT}colour = 3\n")).starts_with("line 6, column 1: unknown field"));
        assert!(wrong("name = \"own\"\n[[slot]\n").starts_with("line 2, column"));
        let twice = format!("{SLOT}\n[[slot]]\nid = \"primary\"\nkinds = [\"visa\"]\n");
        assert!(wrong(&twice).contains("stands twice"));
        let rule = "[[rule]]\nchecks = [\"expird\"]\nrule = \"r\"\nsource = \"s\"\nseen = \"2026-11-21\"\nknown = \"published\"\n";
        assert!(wrong(&format!("{SLOT}{rule}")).starts_with("line 7, column 11: there is no check named"));
        assert!(
            wrong(&format!("{SLOT}[limits]\n\"blury.hard\" = 3\n")).starts_with("line 7, column 2: there is no limit")
        );
    }

    #[test]
    fn only_the_letter_that_assigns_an_itin_has_to_show_one() {
        for name in Requirements::names(&Assets::find()).unwrap() {
            let requirements = Requirements::load(&Assets::find(), &name).unwrap();
            let asked = |kind| requirements.facts_of(kind, Some("USA")).contains(&Fact::Itin);
            assert!(asked(DocumentKind::ItinLetter) && !asked(DocumentKind::IrsNotice), "{name}");
        }
    }

    #[test]
    fn every_check_that_may_block_has_the_source_of_its_rule_in_the_files_that_come_along() {
        use crate::checks::{CHECKS, Severity};
        for name in Requirements::names(&Assets::find()).unwrap() {
            let requirements = Requirements::load(&Assets::find(), &name).unwrap();
            let places = requirements.slots.iter().map(|s| s.id).collect::<Vec<_>>();
            for check in CHECKS.iter().filter(|c| c.severity == Severity::Blocker) {
                let of_absent_place = check.id.ends_with("-missing") && places.len() < 4;
                let has_source = requirements.sources_of(check.id).next().is_some();
                assert!(has_source || of_absent_place, "{name}: {} has no source", check.id);
            }
        }
    }

    #[test]
    fn the_page_about_the_rules_has_every_one_of_them() {
        let docs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/requirements.md");
        let page = std::fs::read_to_string(docs).unwrap();
        for name in Requirements::names(&Assets::find()).unwrap() {
            assert!(page.contains(&format!("`{name}`")), "{name}");
            for source in Requirements::load(&Assets::find(), &name).unwrap().sources {
                let row = format!("| {} | {} | {} |", source.rule, source.source, source.seen);
                assert!(page.contains(&row), "docs/requirements.md lacks: {row}");
            }
        }
    }
}
