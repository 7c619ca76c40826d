//! Whether lines in scripts that the reader does not know are recognized as such, and other lines never are.
//!
//! Each page is read once. For each true line, the program's line at that place is looked up, and the result is counted
//! by the true script: read, recognized as an unreadable script (and which), or not found. This needs the networks of
//! the readers.

use super::Arguments;
use precheck::assets::Assets;
use precheck::geometry::{Point, Quad};
use precheck::intake::{self, Limits};
use precheck::pixels::Pyramid;
use precheck::text::{Hint, Readers};
use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;

/// Fewest letters of a line that is counted.
const LETTERS: usize = 3;

/// Prints the table, and each page on which a line was assigned to a script that is not on the page.
pub fn measure(a: &Arguments, rows: &[Value]) -> Result<(), Box<dyn Error>> {
    let readers = Readers::find(&Assets::find(), None);
    let reader = readers.main.ok_or("no reader works here: ./dev setup")?;
    let mut table: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut wrong_pages = 0;
    for row in rows {
        let file = row["file"].as_str().ok_or("no file")?;
        if a.show.as_ref().is_some_and(|w| !file.contains(w.as_str())) {
            continue;
        }
        let page = intake::open(&a.folder.join(file), &Limits::default())?.page(1)?;
        let size = page.size();
        let read = reader.read(&Pyramid::of(&page.rgb), Hint::UprightPage(&[]))?;
        let in_page = |quad: Quad| read.rotation.quad_to_page(quad, size);
        let mut scripts: Vec<&str> = Vec::new();
        for line in row["lines"].as_array().into_iter().flatten() {
            let (Some(script), Some(middle)) = (line["text"].as_str().and_then(script), middle(&line["quad"])) else {
                continue;
            };
            scripts.push(script);
            let read_here = read.lines.iter().any(|l| in_page(l.outline).contains(middle));
            let foreign = read.foreign.iter().find(|f| in_page(f.line.outline).contains(middle));
            let said = match foreign {
                _ if read_here => "read",
                Some(foreign) => foreign.script.language(),
                None => "-",
            };
            if a.show.is_some() && (script == "und-Latn") != (said == "read") {
                println!("  {} was {said}", line["text"]);
            }
            *table.entry((script, said)).or_default() += 1;
        }
        let absent = read.foreign.iter().map(|f| f.script.language()).filter(|s| !scripts.contains(s)).count();
        if absent > 0 {
            wrong_pages += 1;
            println!("! {file}: {absent} lines in scripts that are not there, {} read", read.lines.len());
        }
    }
    for ((script, said), count) in &table {
        println!("  {script:10} {said:10} {count}");
    }
    println!("pages {}, with a script that is not there {wrong_pages}", rows.len());
    Ok(())
}

/// The script of most letters of a line; `None` for lines of few letters.
fn script(text: &str) -> Option<&'static str> {
    let of = |c: char| match c {
        '\u{400}'..='\u{4ff}' => "und-Cyrl",
        '\u{600}'..='\u{6ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => "und-Arab",
        '\u{900}'..='\u{97f}' => "und-Deva",
        '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' => "und-Hani",
        _ => "und-Latn",
    };
    let letters: Vec<&str> = text.chars().filter(|c| c.is_alphabetic()).map(of).collect();
    let most = letters.iter().max_by_key(|s| letters.iter().filter(|t| t == s).count())?;
    (letters.len() >= LETTERS).then_some(*most)
}

fn middle(quad: &Value) -> Option<Point> {
    let corners = quad.as_array().filter(|corners| !corners.is_empty())?;
    let number = |v: &Value| v.as_f64().map(|v| v as f32);
    let mut sum = Point::new(0.0, 0.0);
    for corner in corners {
        sum = Point::new(sum.x + number(&corner[0])?, sum.y + number(&corner[1])?);
    }
    let count = corners.len() as f32;
    Some(Point::new(sum.x / count, sum.y / count))
}
