//! How well the outlines of a set are found, by the ground that the documents lie on.

use super::{Arguments, shapes};
use precheck::intake::{self, Limits};
use precheck::outline;
use precheck::pixels::Pyramid;
use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;
use std::time::Instant;

/// An outline with less overlap is a wrong crop.
const WRONG: f32 = 0.75;

/// Overlaps of one kind of ground.
#[derive(Default)]
struct Group {
    overlaps: Vec<f32>,
    found: usize,
    wrong: usize,
}

impl Group {
    fn at(&self, share: f32) -> f32 {
        let mut sorted = self.overlaps.clone();
        sorted.sort_by(f32::total_cmp);
        sorted.get((sorted.len().saturating_sub(1) as f32 * share) as usize).copied().unwrap_or(0.0)
    }

    fn print(&self, name: &str) {
        let n = self.overlaps.len().max(1) as f32;
        let least = |v: f32| 100.0 * self.overlaps.iter().filter(|o| **o >= v).count() as f32 / n;
        let mean = self.overlaps.iter().sum::<f32>() / n;
        let none = self.overlaps.iter().filter(|o| **o < 0.01).count();
        println!(
            "{name:12} {:5} {:7.3} {:7.3} {:7.3} {:6.1} % {:6.1} % {none:6} {:5} of {} = {:.1} %",
            self.overlaps.len(),
            mean,
            self.at(0.5),
            self.at(0.1),
            least(0.95),
            least(0.9),
            self.wrong,
            self.found,
            100.0 * self.wrong as f32 / self.found.max(1) as f32
        );
    }
}

/// Prints the table.
pub fn measure(a: &Arguments, rows: &[Value]) -> Result<(), Box<dyn Error>> {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    let mut worst: Vec<(f32, String)> = Vec::new();
    let (mut spent, mut pages) = (0.0, 0_u32);
    for row in rows {
        let file = row["file"].as_str().ok_or("no file")?;
        let shown = a.show.as_ref().is_some_and(|w| file.contains(w.as_str()));
        if a.show.is_some() && !shown {
            continue;
        }
        let page = intake::open(&a.folder.join(file), &Limits::default())?.page(1)?;
        let copies = Pyramid::of(&page.rgb);
        let start = Instant::now();
        let found = outline::find(&copies);
        spent += start.elapsed().as_secs_f64();
        pages += 1;
        let size = page.size();
        let truths: Vec<_> = shapes::documents(row).iter().map(|q| shapes::in_frame(q, size)).collect();
        let founds: Vec<_> = found.quads.iter().map(|q| shapes::in_frame(q, size)).collect();
        let ground = row["ground"].as_str().or(row["camera"]["surface"].as_str()).unwrap_or("?");
        for name in [ground, "all"] {
            let group = groups.entry(name.to_owned()).or_default();
            let best = |one: &Vec<_>, of: &[Vec<_>]| of.iter().map(|o| shapes::overlap(one, o)).fold(0.0, f32::max);
            group.overlaps.extend(truths.iter().map(|t| best(t, &founds)));
            group.found += founds.len();
            group.wrong += founds.iter().filter(|f| best(f, &truths) < WRONG).count();
            if name == "all" {
                worst.extend(truths.iter().map(|t| (best(t, &founds), file.to_owned())));
                let lost = founds.iter().filter(|f| best(f, &truths) < WRONG);
                worst.extend(lost.map(|f| (best(f, &truths) - 1.0, format!("{file} (wrong)"))));
            }
        }
        if shown {
            println!("{file}\n  found {found:?}\n  true {truths:?}");
        }
    }
    println!("ground         docs    mean  median     p10    >=.95     >=.9   none  wrong crops");
    for (name, group) in &groups {
        group.print(name);
    }
    println!("{:.1} ms a picture", 1000.0 * spent / f64::from(pages.max(1)));
    worst.sort_by(|x, y| x.0.total_cmp(&y.0));
    worst.iter().take(40).for_each(|(overlap, file)| println!("  {overlap:6.3} {file}"));
    Ok(())
}
