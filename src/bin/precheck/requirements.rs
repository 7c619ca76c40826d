//! Requirement files: those that come along, and those that somebody wrote.

use std::path::Path;

use anyhow::{Context as _, bail};
use precheck::assets::Assets;
use precheck::checks::CHECKS;
use precheck::requirements::Requirements;

/// Most bytes of a requirement file.
const MOST: u64 = 1 << 20;

/// The requirements of this name, or those of a file of somebody's own, which ends in `.toml`.
pub fn named(name: &str, assets: &Assets) -> anyhow::Result<Requirements> {
    if Path::new(name).extension().is_some_and(|e| e.eq_ignore_ascii_case("toml")) {
        return of_file(Path::new(name));
    }
    Requirements::load(assets, name).with_context(|| {
        let known = Requirements::names(assets).unwrap_or_default().join(", ");
        format!("there are no requirements named {name:?}; there are {known}")
    })
}

/// Reads a file of somebody's own; an error names the file, the line, the column, and what is wrong there.
pub fn of_file(path: &Path) -> anyhow::Result<Requirements> {
    let shown = path.display();
    let size = std::fs::metadata(path).with_context(|| format!("{shown}: cannot be read"))?.len();
    if size > MOST {
        bail!("{shown}: this is no requirement file: it is larger than {MOST} bytes");
    }
    let text = std::fs::read_to_string(path).with_context(|| format!("{shown}: cannot be read"))?;
    let checks: Vec<&str> = CHECKS.iter().map(|c| c.id).collect();
    let limits: Vec<&str> = CHECKS.iter().flat_map(|c| c.limits).map(|l| l.name).collect();
    Requirements::read(&text, &checks, &limits).map_err(|wrong| anyhow::anyhow!("{shown}: {wrong}"))
}
