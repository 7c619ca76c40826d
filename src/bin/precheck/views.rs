//! Pictures of what the layout stage saw, for looking at a failure: `precheck check FILE --layout-views DIR`.

use std::path::Path;

use anyhow::Context as _;
use precheck::examined::DocumentSet;
use precheck::geometry::Quad;
use precheck::intake::{self, Limits};
use precheck::outline;

/// Writes the views of every page that could be opened into an existing folder; the names are made of file, page and
/// view.
pub fn write(set: &DocumentSet, folder: &Path) -> anyhow::Result<()> {
    for (n, record) in set.pages.iter().enumerate() {
        let Some(examined) = record.examined() else { continue };
        let page = intake::open(&record.id.file, &Limits::default())?.page(record.id.page)?;
        let page = page.turned(examined.turn.rotation);
        let panels: Vec<Quad> = examined.layout.panels.iter().map(|panel| panel.outline).collect();
        let stem = record.id.file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        for (word, view) in outline::views(&page.rgb, &panels) {
            let path = folder.join(format!("{:03}-{stem}-{}-{word}.png", n + 1, record.id.page));
            view.save(&path).with_context(|| format!("{}: cannot be written", path.display()))?;
        }
    }
    Ok(())
}
