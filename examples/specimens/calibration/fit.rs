//! Fitting: a monotone table from modeled to true blur, and a logistic model of legibility. Both are deterministic.

use super::picture::Row;
use precheck::quality::{Motion, legibility_features, looked_up, modeled_blur};
use std::fmt::Write;

/// Distance between the points of the blur tables, and how far around each point pictures count.
const KNOT: f32 = 0.04;
const AROUND: f32 = 0.06;

/// The source file with what was fitted.
pub fn table(fitting: &[&Row]) -> String {
    let (sharp, fall) = energies(fitting);
    let blur = |ladder: &str| blur(fitting, ladder, &sharp, fall);
    let (focus, shaken) = (blur("defocus"), blur("motion"));
    let weights = legibility(fitting, &|r| {
        let (modeled, shake) = (modeled(r, &sharp, fall)?, r.quality.motion.map_or(0.0, Motion::part));
        let (focus, shaken) = (looked_up(&focus, modeled), looked_up(&shaken, modeled));
        Some(focus + shake * (shaken - focus))
    });
    let mut out = String::from(
        "//! Fitted by `./dev calibrate` on generated pictures; do not edit by hand. See `docs/quality.md`.\n\n\
         /// Logarithm of the energy of sharp print over its squared contrast, for the fine and the wide lag, along the text and on\n\
         /// in eight directions by way of right and down.\n",
    );
    let list = |v: &[f32]| v.iter().map(|x| format!("{x:.3}")).collect::<Vec<_>>().join(", ");
    let _ = writeln!(out, "pub(super) const SHARP: [[f32; 8]; 2] = [[{}], [{}]];\n", list(&sharp[0]), list(&sharp[1]));
    out.push_str("/// How fast that logarithm falls with the variance of the blur over the squared x-height.\n");
    let _ = writeln!(out, "pub(super) const FALL: [f32; 2] = [{}];\n", list(&fall));
    for (name, what, table) in [("BLUR", "", &focus), ("BLUR_SHAKEN", ", of a shake", &shaken)] {
        let _ = writeln!(out, "/// Blur as these two have it, and the true σ over x-height that goes with it{what}.");
        let points: Vec<String> = table.iter().map(|(x, y)| format!("({x:.4}, {y:.4})")).collect();
        let _ = writeln!(out, "pub(super) const {name}: [(f32, f32); {}] = [{}];\n", table.len(), points.join(", "));
    }
    out.push_str(
        "/// Weights of the logistic model of the share of letters that the reader reads rightly: constant, blur (σ over\n\
         /// x-height), 8 pixels over the height of capitals, and grain over what it leaves of the contrast.\n",
    );
    let _ = writeln!(out, "pub(super) const LEGIBILITY: [f32; {}] = [{}];", weights.len(), list(&weights));
    out
}

fn modeled(r: &Row, sharp: &[[f32; 8]; 2], fall: [f32; 2]) -> Option<f32> {
    Some(modeled_blur(&r.quality.stroke_energy?, sharp, fall))
}

/// Energies of sharp print, as medians over clean pictures, and how fast their mean falls with σ²: the least-squares
/// slope through the origin over the smaller blurs, where the energies are far above noise.
fn energies(rows: &[&Row]) -> ([[f32; 8]; 2], [f32; 2]) {
    /// Blurs up to which the energies of the fine and the wide lag are far above noise.
    const SEEN: [f32; 2] = [0.24, 0.4];
    let energy = |r: &&&Row| r.quality.stroke_energy;
    let clean: Vec<[[f32; 8]; 2]> = rows.iter().filter(|r| r.finding.is_none()).filter_map(|r| energy(&r)).collect();
    let median = |lag: usize, i: usize| {
        let mut values: Vec<f32> = clean.iter().map(|e| e[lag][i]).collect();
        values.sort_by(f32::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or(0.0)
    };
    let sharp = [0, 1].map(|lag| std::array::from_fn(|i| median(lag, i)));
    let fall = [0, 1].map(|lag| {
        let (mut xy, mut xx) = (0.0, 1e-6);
        for r in rows.iter().filter(|r| r.ladder == "defocus" && r.blur <= SEEN[lag]) {
            if let Some(e) = r.quality.stroke_energy {
                let missing = (0..8).map(|i| sharp[lag][i] - e[lag][i]).sum::<f32>() / 8.0;
                xy += r.blur * r.blur * missing;
                xx += r.blur.powi(4);
            }
        }
        (xy / xx).max(1.0)
    });
    (sharp, fall)
}

/// Isotonic regression (pool adjacent violators) of true blur on modeled blur over good pictures and one ladder. It is
/// smoothed because there are few pictures, so the steps of the regression are random.
fn blur(rows: &[&Row], ladder: &str, sharp: &[[f32; 8]; 2], fall: [f32; 2]) -> Vec<(f32, f32)> {
    let mut points: Vec<(f32, f32)> = (rows.iter())
        .filter(|r| r.ladder == ladder || r.finding.is_none())
        .filter_map(|r| Some((modeled(r, sharp, fall)?, r.blur)))
        .collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut pools: Vec<(f32, usize)> = Vec::new(); // sum of the true blurs, count
    for (_, y) in &points {
        pools.push((*y, 1));
        while let [.., a, b] = pools[..] {
            if a.0 / a.1 as f32 <= b.0 / b.1 as f32 {
                break;
            }
            pools.truncate(pools.len() - 2);
            pools.push((a.0 + b.0, a.1 + b.1));
        }
    }
    let rising = pools.iter().flat_map(|(sum, count)| std::iter::repeat_n(sum / *count as f32, *count));
    let rising: Vec<(f32, f32)> = points.iter().map(|p| p.0).zip(rising).collect();
    let mut knots: Vec<(f32, f32)> = vec![(0.0, 0.0)];
    let last = rising.last().map_or(0.0, |p| p.0);
    for i in 1..=(last / KNOT) as usize {
        let x = i as f32 * KNOT;
        let weight = |p: &(f32, f32)| (1.0 - (p.0 - x).abs() / AROUND).max(0.0);
        let (sum, all) = rising.iter().fold((0.0, 0.0), |(s, n), p| (s + weight(p) * p.1, n + weight(p)));
        if all > 0.0 {
            knots.push((x, (sum / all).max(knots[knots.len() - 1].1)));
        }
    }
    knots
}

/// Logistic regression of the share of letters read correctly, by gradient descent with momentum, on pictures without
/// glare only.
fn legibility(rows: &[&Row], blur: &dyn Fn(&Row) -> Option<f32>) -> [f32; 4] {
    let data: Vec<([f32; 4], f32)> = (rows.iter())
        .filter(|r| r.ladder != "glare")
        .filter_map(|r| Some((legibility_features(&r.quality, blur(r)?)?, r.accuracy?)))
        .collect();
    let mut weights = [4.0_f64, -8.0, -2.0, -2.0];
    let mut speed = [0.0_f64; 4];
    for _ in 0..20_000 {
        let mut slope = [0.0_f64; 4];
        for (x, y) in &data {
            let sum: f64 = weights.iter().zip(x).map(|(w, v)| w * f64::from(*v)).sum();
            let error = 1.0 / (1.0 + (-sum).exp()) - f64::from(*y);
            for (s, v) in slope.iter_mut().zip(x) {
                *s += error * f64::from(*v) / data.len().max(1) as f64;
            }
        }
        for i in 0..4 {
            speed[i] = 0.9 * speed[i] - 0.2 * (slope[i] + 1e-4 * weights[i]);
            weights[i] += speed[i];
        }
        // more blur, smaller letters and more grain never help
        for w in &mut weights[1..] {
            *w = w.min(0.0);
        }
    }
    weights.map(|w| w as f32)
}
