//! Print and code of one page say different things.
//!
//! *Why:* one of them was misread, or two documents were mixed up. *Fix:* compare them by eye, photograph again.

use crate::checks::{Check, PageContext, Run, Severity};
use crate::examined::Examined;
use crate::fields::{FieldKind, Source};
use crate::words::Arg;

pub static CHECK: Check = Check {
    id: "front-and-barcode-differ",
    severity: Severity::Warning,
    needs: &[],
    limits: &[],
    run: Run::Content(run),
};

/// Facts that are written the same way wherever they stand.
const COMPARED: [FieldKind; 2] = [FieldKind::BirthDate, FieldKind::ExpiryDate];

fn run(page: &Examined, cx: &mut PageContext) {
    for kind in COMPARED {
        let claimed = |source: Source| {
            page.facts
                .of(kind)
                .filter(move |f| f.source == source && f.is_claim())
                .max_by(|a, b| a.confidence.total_cmp(&b.confidence))
        };
        let Some(printed) = claimed(Source::Text) else { continue };
        for coded in [claimed(Source::Mrz), claimed(Source::Barcode)].into_iter().flatten() {
            if coded.value != printed.value {
                let finding = cx.finding().with("printed", day(&printed.value)).with("coded", day(&coded.value));
                cx.find(finding.at(printed.region));
            }
        }
    }
}

/// A date as it is said; as it was read where it is none.
fn day(value: &str) -> Arg {
    value.parse::<jiff::civil::Date>().map_or_else(|_| value.into(), Arg::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, field, found};

    #[test]
    fn a_claimed_contradiction_is_found_and_a_doubtful_one_is_not() {
        let mut page = testing::passport();
        let mut coded = field(FieldKind::ExpiryDate, "2030-05-01");
        coded.source = Source::Mrz;
        page.facts.fields.push(coded);
        assert_eq!(found("front-and-barcode-differ", page.clone()).len(), 1);
        page.facts.fields[0].confidence = 0.5;
        assert!(found("front-and-barcode-differ", page).is_empty());
    }
}
