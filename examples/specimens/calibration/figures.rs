//! The figures: precision, recall and F1 of each finding on the held-out half, false alarms, and how the scores follow
//! the truth.

use super::BLURS;
use super::ladders::LADDERS;
use super::picture::Row;
use precheck::page::Capture;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The tables of the held-out half, in Markdown.
pub fn table(rows: &[&Row]) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{} pictures that nothing was fitted on\n", rows.len());
    findings(&mut out, rows);
    scores(&mut out, rows);
    out
}

fn findings(out: &mut String, rows: &[&Row]) {
    let clean: Vec<&&Row> = rows.iter().filter(|r| r.finding.is_none()).collect();
    let ids: BTreeSet<&str> = LADDERS.iter().filter_map(|l| l.finding).chain(["text-cut-off"]).collect();
    out.push_str("| finding | bad pictures | recall | alarms on good | precision | F1 | alarms on mild |\n|---|---|---|---|---|---|---|\n");
    for id in ids {
        let of = |grade: &str| rows.iter().filter(|r| grade_of(r, id) == Some(grade)).collect();
        let (bad, mild): (Vec<&&Row>, Vec<&&Row>) = (of("bad"), of("mild"));
        let raised = |rows: &[&&Row]| rows.iter().filter(|r| r.alarms.contains(&id)).count();
        let upright: Vec<&&Row> = rows.iter().filter(|r| r.ladder == "turned" && r.grade.is_none()).collect();
        let clean = if id == "sideways" { &upright } else { &clean };
        let (hit, wrong) = (raised(&bad), raised(clean));
        let precision = hit as f32 / (hit + wrong).max(1) as f32;
        let recall = hit as f32 / bad.len().max(1) as f32;
        let f1 = 2.0 * precision * recall / (precision + recall).max(1e-6);
        let _ = writeln!(
            out,
            "| {id} | {} | {recall:.2} | {wrong} of {} | {precision:.2} | {f1:.2} | {} of {} |",
            bad.len(),
            clean.len(),
            raised(&mild),
            mild.len()
        );
    }
    for capture in ["photo", "scan"] {
        let of: Vec<&&&Row> = clean.iter().filter(|r| r.capture == capture).collect();
        let alarmed = of.iter().filter(|r| r.alarms.iter().any(|a| is_image(a))).count();
        let told = of.iter().filter(|r| (r.quality.capture == Capture::Photo) == (capture == "photo")).count();
        let _ = writeln!(
            out,
            "\nGood {capture}s: {alarmed} of {} with an alarm; told to be a {capture}: {told}.",
            of.len()
        );
    }
}

/// Whether a picture is a bad or a mild case of a finding. The grade of a cut document depends on how much of it lies
/// outside, that of cut text on how many lines do, and that of a copy on what was copied.
fn grade_of(r: &Row, id: &str) -> Option<&'static str> {
    match (r.ladder, id) {
        ("cut", "cut-off") => Some(if r.cut { "bad" } else { "mild" }),
        ("cut", "text-cut-off") => match r.text_cut {
            0 => None,
            1 => Some("mild"),
            _ => Some("bad"),
        },
        // a letter in black and white does not count as a copy, and neither does the back of a card
        ("copy" | "copy-photo", "photocopy") if !r.colored => Some("mild"),
        _ => r.grade.filter(|_| r.finding == Some(id)),
    }
}

fn is_image(id: &str) -> bool {
    LADDERS.iter().any(|l| l.finding == Some(id)) || matches!(id, "text-cut-off" | "no-document" | "several-documents")
}

fn scores(out: &mut String, rows: &[&Row]) {
    let sharpness = |r: &&Row| r.quality.sharpness;
    let blurred: Vec<f32> =
        (rows.iter()).filter(|r| r.finding == Some("blurry") && r.grade == Some("bad")).filter_map(sharpness).collect();
    let sharp: Vec<f32> = rows.iter().filter(|r| r.finding.is_none()).filter_map(sharpness).collect();
    // only as many good pictures as there are of each step, because they do not differ in blur
    let with_blur = |ladder: &str| {
        let steps = rows.iter().filter(|r| r.ladder == ladder);
        let good = rows.iter().filter(|r| r.ladder == "clean").take(BLURS);
        -spearman(&steps.chain(good).filter_map(|r| Some((sharpness(r)?, -r.blur))).collect::<Vec<_>>())
    };
    let _ = writeln!(
        out,
        "\nSharpness: AUC {:.3} ({} sharp, {} blurred), Spearman with blur / x-height {:.3} for a lack of focus, {:.3} for shakes.",
        auc(&sharp, &blurred),
        sharp.len(),
        blurred.len(),
        with_blur("defocus"),
        with_blur("motion")
    );
    let all = ["clean", "defocus", "motion", "dark", "glare", "small", "noise", "jpeg", "faint"];
    for (name, ladders) in [("blur, darkness, glare and resolution", &all[1..6]), ("all that were read", &all[..])] {
        let read: Vec<(f32, f32)> = (rows.iter())
            .filter(|r| ladders.contains(&r.ladder))
            .filter_map(|r| Some((r.quality.legibility.unwrap_or(0.0), r.accuracy?)))
            .collect();
        let perfect = read.iter().filter(|r| r.1 > 0.999).count();
        let _ = writeln!(
            out,
            "Legibility against the reader's accuracy, {name}: Spearman {:.3} on {} pictures, {perfect} of them read without an error.",
            spearman(&read),
            read.len()
        );
    }
    motion(out, rows);
}

/// Whether shake is told from defocus among the pictures that are called blurred.
fn motion(out: &mut String, rows: &[&Row]) {
    let bad = |ladder: &str| {
        let of = |r: &&&Row| r.ladder == ladder && r.grade == Some("bad");
        rows.iter().filter(of).copied().collect::<Vec<&Row>>()
    };
    // as the check `blurry` tells them apart
    let told = |r: &&&Row| r.quality.blur_of_text && r.quality.motion.is_some_and(|m| m.share > 0.4);
    let (shaken, soft) = (bad("motion"), bad("defocus"));
    let (hit, wrong) = (shaken.iter().filter(told).count(), soft.iter().filter(told).count());
    let f1 = 2.0 * hit as f32 / (shaken.len() + hit + wrong).max(1) as f32;
    let mut off: Vec<f32> = (shaken.iter())
        .filter_map(|r| {
            let d = (r.quality.motion?.degrees - r.shake?).rem_euclid(180.0);
            Some(d.min(180.0 - d))
        })
        .collect();
    off.sort_by(f32::total_cmp);
    let median = off.get(off.len() / 2).copied().unwrap_or(0.0);
    let _ = writeln!(
        out,
        "Motion told from defocus: {hit} of {} shaken, {wrong} of {} defocused, F1 {f1:.2}; direction off by {median:.0} degrees (median).\n",
        shaken.len(),
        soft.len()
    );
}

/// Area under the ROC curve: probability that a value of the first list is larger than one of the second.
fn auc(high: &[f32], low: &[f32]) -> f32 {
    let won: f32 = (high.iter())
        .flat_map(|h| {
            low.iter().map(move |l| {
                if h > l {
                    1.0
                } else if h < l {
                    0.0
                } else {
                    0.5
                }
            })
        })
        .sum();
    won / (high.len() * low.len()).max(1) as f32
}

/// Spearman's rank correlation; ties get their mean rank.
fn spearman(pairs: &[(f32, f32)]) -> f32 {
    let ranks = |of: &dyn Fn(&(f32, f32)) -> f32| {
        let values: Vec<f32> = pairs.iter().map(of).collect();
        let rank = |v: f32| {
            let (below, same) = values
                .iter()
                .fold((0, 0), |(b, s), w| (b + usize::from(*w < v), s + usize::from(w.total_cmp(&v).is_eq())));
            below as f32 + same as f32 / 2.0
        };
        values.iter().map(|v| rank(*v)).collect::<Vec<f32>>()
    };
    let (a, b) = (ranks(&|p| p.0), ranks(&|p| p.1));
    let mean = pairs.len() as f32 / 2.0;
    let dot = |x: &[f32], y: &[f32]| x.iter().zip(y).map(|(x, y)| (x - mean) * (y - mean)).sum::<f32>();
    dot(&a, &b) / (dot(&a, &a) * dot(&b, &b)).sqrt().max(1e-6)
}
