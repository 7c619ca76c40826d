//! What the window remembers between two runs: its language, its colors, the size of its text, and its own size. Nothing
//! about a person or a document is in it.

use std::fs;
use std::path::{Path, PathBuf};

use precheck::places;
use precheck::words::Language;
use serde_json::{Value, json};

use crate::saving;
use crate::theme::{self, Look};

/// The sizes of text, in percent.
const TEXT_SIZES: [u16; 8] = [90, 100, 110, 120, 130, 140, 150, 160];
/// Largest side of a window that is believed, in points.
const LARGEST: f32 = 16_000.0;

/// What is remembered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// The language, if somebody chose one.
    pub language: Option<Language>,
    /// The colors.
    pub look: Look,
    /// The size of text, in percent.
    pub text: u16,
    /// Width and height of the window, in points, when text has its usual size.
    pub window: [f32; 2],
    /// Whether the window fills the screen.
    pub maximized: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { language: None, look: Look::default(), text: 100, window: theme::WINDOW, maximized: false }
    }
}

impl Settings {
    /// Where they are kept; `None` where the system names no folder.
    fn place() -> Option<PathBuf> {
        places::window_settings(&|name| std::env::var_os(name))
    }

    /// Those that were kept.
    pub fn kept() -> Self {
        Self::place().map(|file| Self::load(&file)).unwrap_or_default()
    }

    /// Those of a file. What is missing or makes no sense is as usual.
    fn load(file: &Path) -> Self {
        fs::read(file)
            .ok()
            .and_then(|text| serde_json::from_slice(&text).ok())
            .map_or_else(Self::default, |v| Self::of(&v))
    }

    fn save(&self, file: &Path) -> std::io::Result<()> {
        let [width, height] = self.window.map(|side| side.round() as u32);
        let value = json!({
            "language": self.language.map(Language::code),
            "colors": self.look.word(),
            "text": self.text,
            "window": [width, height],
            "maximized": self.maximized,
        });
        saving::replace_for_owner(file, format!("{value:#}\n").as_bytes())
    }

    /// Keeps them where they are kept. Whoever cannot do so begins as usual the next time, which troubles nobody.
    pub fn keep(&self) {
        let _ = Self::place().map(|file| self.save(&file));
    }

    /// Removes what is kept, and its folder if nothing else is in it.
    ///
    /// # Errors
    /// The file, and why it cannot be removed.
    pub fn forget() -> Result<(), String> {
        let Some(file) = Self::place() else { return Ok(()) };
        let removed = places::forget_settings(&file).unwrap_or(Ok(()));
        removed.map_err(|error| format!("{}: {error}", file.display()))
    }

    /// The next larger or smaller size of text.
    pub fn step_text(&mut self, larger: bool) {
        let next = if larger {
            TEXT_SIZES.iter().find(|size| **size > self.text)
        } else {
            TEXT_SIZES.iter().rfind(|size| **size < self.text)
        };
        self.text = next.copied().unwrap_or(self.text);
    }

    /// How much everything is magnified in a window of this size, in points at the usual size of text: as much as is
    /// wanted, and not so much that something has no room.
    pub fn magnified(&self, [width, height]: [f32; 2]) -> f32 {
        let [least_width, least_height] = theme::LEAST_ROOM;
        let most = (width / least_width).min(height / least_height).max(1.0);
        (f32::from(self.text) / 100.0).min(most)
    }

    fn of(value: &Value) -> Self {
        let usual = Self::default();
        let text = |name: &str| value.get(name).and_then(Value::as_str);
        let side = |at: usize| {
            let side = value.get("window")?.get(at)?.as_f64()? as f32;
            (theme::SMALLEST_WINDOW[at]..=LARGEST).contains(&side).then_some(side)
        };
        let size = value.get("text").and_then(Value::as_u64).and_then(|size| u16::try_from(size).ok());
        Self {
            language: text("language").and_then(Language::from_code),
            look: text("colors").and_then(Look::from_word).unwrap_or(usual.look),
            text: size.filter(|size| TEXT_SIZES.contains(size)).unwrap_or(usual.text),
            window: side(0).zip(side(1)).map_or(usual.window, |(width, height)| [width, height]),
            maximized: value.get("maximized").and_then(Value::as_bool).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_set_is_there_again_and_belongs_to_its_owner() {
        let folder = std::env::temp_dir().join(format!("precheck-settings-{}", std::process::id()));
        let file = folder.join("precheck/window.json");
        let set = Settings {
            language: Some(Language::Spanish),
            look: Look::Contrast,
            text: 130,
            window: [1000.0, 700.0],
            maximized: true,
        };
        set.save(&file).unwrap();
        let (found, about) = (Settings::load(&file), fs::metadata(&file).unwrap());
        let inside: Vec<_> = fs::read_dir(file.parent().unwrap()).unwrap().collect();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(found, set);
        assert_eq!(inside.len(), 1, "nothing else is left");
        #[cfg(unix)]
        assert_eq!(std::os::unix::fs::PermissionsExt::mode(&about.permissions()) & 0o777, 0o600);
        #[cfg(not(unix))]
        assert!(about.is_file());
    }

    #[test]
    fn what_makes_no_sense_is_as_usual() {
        let of = |text: &str| Settings::of(&serde_json::from_str(text).unwrap());
        assert_eq!(of("{}"), Settings::default());
        assert_eq!(of("[1, 2]"), Settings::default());
        let odd = r#"{"language": "xx", "colors": "pink", "text": 10000, "window": [3, "a"], "maximized": 7}"#;
        assert_eq!(of(odd), Settings::default());
        assert_eq!(of(r#"{"window": [1e30, 900]}"#), Settings::default());
        assert_eq!(of(r#"{"text": 120, "colors": "dark"}"#).text, 120);
        assert_eq!(Settings::load(Path::new("no such file")), Settings::default());
    }

    #[test]
    fn text_grows_and_shrinks_by_steps_and_stops_at_its_ends() {
        let mut settings = Settings::default();
        let mut sizes = Vec::new();
        for larger in [true, true, false, false, false, false] {
            settings.step_text(larger);
            sizes.push(settings.text);
        }
        assert_eq!(sizes, [110, 120, 110, 100, 90, 90]);
        settings.text = 160;
        settings.step_text(true);
        assert_eq!(settings.text, 160);
    }

    #[test]
    fn a_small_window_keeps_room_for_everything() {
        let settings = Settings { text: 160, ..Settings::default() };
        assert!((settings.magnified([1920.0, 1080.0]) - 1.6).abs() < 1e-6);
        let small = settings.magnified([900.0, 600.0]);
        assert!((1.0..1.6).contains(&small) && 900.0 / small >= theme::LEAST_ROOM[0] - 0.1);
        assert!((settings.magnified([300.0, 200.0]) - 1.0).abs() < 1e-6);
        assert!((Settings { text: 90, ..settings }.magnified([900.0, 600.0]) - 0.9).abs() < 1e-6);
    }
}
