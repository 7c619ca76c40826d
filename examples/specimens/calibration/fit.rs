//! Fitting: a monotone table from modelled to true blur, and a logistic model of legibility. Both are deterministic.

use super::picture::Row;
use std::fmt::Write;

/// Points of the table of blur.
const KNOTS: usize = 9;

/// The source file with what was fitted.
pub fn table(rows: &[Row]) -> String {
    let fitting: Vec<&Row> = rows.iter().filter(|r| !r.judging).collect();
    let blur = blur(&fitting);
    let weights = legibility(&fitting);
    let mut out = String::from(
        "//! Fitted by `./dev calibrate` on generated pictures; do not edit by hand. See `docs/quality.md`.\n\n\
         /// Blur as the model of energies has it, and the true σ over x-height that goes with it.\n",
    );
    let points: Vec<String> = blur.iter().map(|(x, y)| format!("({x:.4}, {y:.4})")).collect();
    let _ = writeln!(out, "pub(super) const BLUR: [(f32, f32); {}] =\n    [{}];", blur.len(), points.join(", "));
    out.push_str(
        "\n/// Weights of the logistic model of the share of letters that the reader reads rightly: constant, blur (σ over\n\
         /// x-height), 8 pixels over the height of capitals, 0.1 over contrast, and noise over the difference of paper and ink.\n",
    );
    let weights: Vec<String> = weights.iter().map(|w| format!("{w:.3}")).collect();
    let _ = writeln!(out, "pub(super) const LEGIBILITY: [f32; {}] = [{}];", weights.len(), weights.join(", "));
    out
}

/// Isotonic regression (pool adjacent violators) of true blur on modelled blur, reduced to a few knots.
fn blur(rows: &[&Row]) -> Vec<(f32, f32)> {
    let ladders = ["clean", "clean-scan", "defocus", "motion"];
    let mut points: Vec<(f32, f32)> = (rows.iter())
        .filter(|r| ladders.contains(&r.ladder) && r.quality.blur_of_text)
        .filter_map(|r| Some((r.quality.blur_modelled?, r.blur)))
        .collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut pools: Vec<(f32, f32, f32)> = Vec::new(); // sums of x and of y, count
    for (x, y) in points {
        pools.push((x, y, 1.0));
        while let [.., a, b] = pools[..] {
            if a.1 / a.2 <= b.1 / b.2 {
                break;
            }
            pools.truncate(pools.len() - 2);
            pools.push((a.0 + b.0, a.1 + b.1, a.2 + b.2));
        }
    }
    let steps: Vec<(f32, f32)> = pools.iter().map(|p| (p.0 / p.2, p.1 / p.2)).collect();
    let mut knots: Vec<(f32, f32)> = vec![(0.0, 0.0)];
    for i in 0..KNOTS {
        if let Some(p) = steps.get((steps.len().saturating_sub(1)) * i / (KNOTS - 1).max(1)) {
            if p.0 > knots[knots.len() - 1].0 + 1e-3 {
                knots.push(*p);
            }
        }
    }
    knots
}

/// The features of the logistic model, as `score.rs` of the library has them.
fn features(r: &Row) -> Option<[f32; 5]> {
    let q = &r.quality;
    let range = (q.text_paper_luma? - q.ink_luma?).max(1.0);
    let noise = q.noise.unwrap_or(0.0) / range;
    Some([1.0, q.blur?, 8.0 / q.text_height?.max(1.0), 0.1 / q.contrast?.max(0.01), noise])
}

/// Logistic regression by gradient descent with momentum on the share of letters, pictures without glare only.
fn legibility(rows: &[&Row]) -> [f32; 5] {
    let data: Vec<([f32; 5], f32)> =
        (rows.iter()).filter(|r| r.ladder != "glare").filter_map(|r| Some((features(r)?, r.accuracy?))).collect();
    let mut weights = [4.0_f64, -8.0, -2.0, -1.0, -2.0];
    let mut speed = [0.0_f64; 5];
    for _ in 0..20_000 {
        let mut slope = [0.0_f64; 5];
        for (x, y) in &data {
            let sum: f64 = weights.iter().zip(x).map(|(w, v)| w * f64::from(*v)).sum();
            let error = 1.0 / (1.0 + (-sum).exp()) - f64::from(*y);
            for (s, v) in slope.iter_mut().zip(x) {
                *s += error * f64::from(*v) / data.len().max(1) as f64;
            }
        }
        for i in 0..5 {
            speed[i] = 0.9 * speed[i] - 0.2 * (slope[i] + 1e-4 * weights[i]);
            weights[i] += speed[i];
        }
        // more blur, smaller letters, less contrast and more noise never help
        for w in &mut weights[1..] {
            *w = w.min(0.0);
        }
    }
    weights.map(|w| w as f32)
}
