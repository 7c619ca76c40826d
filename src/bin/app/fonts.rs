//! Letters that the window's own fonts lack, as in names in Chinese, Korean, Hindi or Arabic: a font of the system is
//! loaded for them, and only when such a letter is to be drawn. Fonts are looked for by the names of their files, in the
//! folders where each system has them; nothing is asked of other programs, and nothing is written.

use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use eframe::egui::epaint::text::{FallbackRequest, FontInsert, FontPriority, FontProvider, InsertFontFamily};
use eframe::egui::{Context, FontData};
use walkdir::WalkDir;

/// How many fonts are tried for a letter: one may lack it though it has others of its script.
const TRIES: usize = 3;
/// Largest file of a font that is read: the fonts that have all of Chinese, Japanese and Korean have 20 MB.
const LARGEST: u64 = 64 << 20;
/// How deep fonts lie in their folders.
const DEPTH: usize = 5;

/// Letters from one code point to another, and the files in which they are, best first: those of Noto on Linux, then
/// those of Windows, then those of macOS.
struct Script {
    letters: RangeInclusive<u32>,
    files: &'static [&'static str],
}

const CJK: &[&str] = &[
    "notosanscjk-regular.ttc",
    "notosanscjksc-regular.otf",
    "msyh.ttc",
    "simsun.ttc",
    "pingfang.ttc",
    "hiragino sans gb.ttc",
    "droidsansfallbackfull.ttf",
    "wqy-microhei.ttc",
    "wqy-zenhei.ttc",
];
const KOREAN: &[&str] = &[
    "notosanscjk-regular.ttc",
    "notosanskr-regular.otf",
    "malgun.ttf",
    "applesdgothicneo.ttc",
    "nanumgothic.ttf",
    "unbatang.ttf",
];
const KANA: &[&str] = &["notosanscjk-regular.ttc", "yugothr.ttc", "msgothic.ttc", "hiragino sans gb.ttc"];
const ARABIC: &[&str] =
    &["notosansarabic-regular.ttf", "notonaskharabic-regular.ttf", "segoeui.ttf", "geezapro.ttc", "dejavusans.ttf"];
/// Windows has the scripts of India in one file.
const INDIC: [&str; 2] = ["nirmala.ttc", "nirmala.ttf"];
/// Fonts with letters of many scripts, tried last.
const ANY: [&str; 5] = ["dejavusans.ttf", "segoeui.ttf", "arial unicode.ttf", "freesans.ttf", "notosans-regular.ttf"];

const SCRIPTS: &[Script] = &[
    Script { letters: 0x0370..=0x052f, files: &["notosans-regular.ttf"] },
    Script { letters: 0x0530..=0x058f, files: &["notosansarmenian-regular.ttf"] },
    Script { letters: 0x0590..=0x05ff, files: &["notosanshebrew-regular.ttf", "arialhb.ttc"] },
    Script { letters: 0x0600..=0x08ff, files: ARABIC },
    Script { letters: 0x0900..=0x097f, files: &["notosansdevanagari-regular.ttf", INDIC[0], INDIC[1], "kohinoor.ttc"] },
    Script {
        letters: 0x0980..=0x09ff,
        files: &["notosansbengali-regular.ttf", INDIC[0], INDIC[1], "kohinoorbangla.ttc"],
    },
    Script {
        letters: 0x0a00..=0x0a7f,
        files: &["notosansgurmukhi-regular.ttf", INDIC[0], INDIC[1], "gurmukhi mn.ttc"],
    },
    Script {
        letters: 0x0a80..=0x0aff,
        files: &["notosansgujarati-regular.ttf", INDIC[0], INDIC[1], "kohinoorgujarati.ttc"],
    },
    Script { letters: 0x0b80..=0x0bff, files: &["notosanstamil-regular.ttf", INDIC[0], INDIC[1], "tamil mn.ttc"] },
    Script {
        letters: 0x0c00..=0x0c7f,
        files: &["notosanstelugu-regular.ttf", INDIC[0], INDIC[1], "kohinoortelugu.ttc"],
    },
    Script { letters: 0x0c80..=0x0cff, files: &["notosanskannada-regular.ttf", INDIC[0], INDIC[1], "kannada mn.ttc"] },
    Script {
        letters: 0x0d00..=0x0d7f,
        files: &["notosansmalayalam-regular.ttf", INDIC[0], INDIC[1], "malayalam mn.ttc"],
    },
    Script { letters: 0x0d80..=0x0dff, files: &["notosanssinhala-regular.ttf", INDIC[0], INDIC[1], "sinhala mn.ttc"] },
    Script { letters: 0x0e00..=0x0e7f, files: &["notosansthai-regular.ttf", "leelawui.ttf", "thonburi.ttc"] },
    Script { letters: 0x0e80..=0x0eff, files: &["notosanslao-regular.ttf", "leelawui.ttf", "lao mn.ttc"] },
    Script { letters: 0x1000..=0x109f, files: &["notosansmyanmar-regular.ttf", "mmrtext.ttf", "myanmar mn.ttc"] },
    Script { letters: 0x10a0..=0x10ff, files: &["notosansgeorgian-regular.ttf"] },
    Script { letters: 0x1100..=0x11ff, files: KOREAN },
    Script { letters: 0x1200..=0x139f, files: &["notosansethiopic-regular.ttf", "ebrima.ttf", "kefa.ttc"] },
    Script { letters: 0x1780..=0x17ff, files: &["notosanskhmer-regular.ttf", "leelawui.ttf", "khmer mn.ttc"] },
    Script { letters: 0x3040..=0x30ff, files: KANA },
    Script { letters: 0x3130..=0x318f, files: KOREAN },
    Script { letters: 0xac00..=0xd7ff, files: KOREAN },
    Script { letters: 0x2e80..=0x9fff, files: CJK },
    Script { letters: 0xf900..=0xffef, files: CJK },
    Script { letters: 0x20000..=0x3ffff, files: CJK },
];

/// Has the window ask for fonts of the system when it lacks a letter.
pub fn provide(ctx: &Context) {
    let index = Arc::new(Index::default());
    for rank in 0..TRIES {
        ctx.add_font_provider(Arc::new(Provider { index: Arc::clone(&index), rank }));
    }
}

/// The fonts of the system by the names of their files, in small letters. Listed when the first letter is missing.
#[derive(Default)]
struct Index(OnceLock<HashMap<String, PathBuf>>);

impl Index {
    fn find(&self, file: &str) -> Option<&PathBuf> {
        self.0.get_or_init(|| folders().into_iter().flat_map(fonts_in).collect()).get(file)
    }
}

/// Gives the font of a letter's script that stands in one place of their order. The window tries the next one where a
/// font lacks the letter.
struct Provider {
    index: Arc<Index>,
    rank: usize,
}

impl FontProvider for Provider {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        let letter = request.cluster.chars().next()?;
        let file = candidates(letter).filter_map(|file| self.index.find(file)).nth(self.rank)?;
        let small = file.metadata().is_ok_and(|about| about.len() <= LARGEST);
        let data = std::fs::read(file).ok().filter(|_| small)?;
        let family = InsertFontFamily { family: request.family.clone(), priority: FontPriority::Lowest };
        Some(FontInsert::new(&file.display().to_string(), FontData::from_owned(data), vec![family]))
    }
}

/// The names of files in which a letter may be, best first.
fn candidates(letter: char) -> impl Iterator<Item = &'static str> {
    let script = SCRIPTS.iter().find(|script| script.letters.contains(&u32::from(letter)));
    let own = script.map_or(&[] as &[&str], |script| script.files);
    own.iter().chain(ANY.iter().filter(|any| !own.contains(any))).copied()
}

/// The folders where this system has its fonts, and where the person has some.
fn folders() -> Vec<PathBuf> {
    let of = |name: &str, inside: &str| std::env::var_os(name).map(|base| PathBuf::from(base).join(inside));
    let fixed = ["/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts"];
    let own = [
        of("WINDIR", "Fonts"),
        of("LOCALAPPDATA", "Microsoft/Windows/Fonts"),
        of("HOME", ".local/share/fonts"),
        of("HOME", ".fonts"),
        of("HOME", "Library/Fonts"),
    ];
    fixed.into_iter().map(PathBuf::from).chain(own.into_iter().flatten()).collect()
}

fn fonts_in(folder: PathBuf) -> impl Iterator<Item = (String, PathBuf)> {
    let files = WalkDir::new(folder).max_depth(DEPTH).into_iter().flatten();
    files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| (entry.file_name().to_string_lossy().to_lowercase(), entry.into_path()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_script_has_a_font_of_its_own_and_others_after_it() {
        let first = |letter: char| candidates(letter).next();
        assert_eq!(first('王'), Some("notosanscjk-regular.ttc"));
        assert_eq!(first('김'), Some("notosanscjk-regular.ttc"));
        assert_eq!(first('र'), Some("notosansdevanagari-regular.ttf"));
        assert_eq!(first('م'), Some("notosansarabic-regular.ttf"));
        assert_eq!(first('ก'), Some("notosansthai-regular.ttf"));
        assert_eq!(first('⌥'), Some(ANY[0]), "no script");
        assert_eq!(candidates('م').filter(|file| *file == "dejavusans.ttf").count(), 1);
        assert!(SCRIPTS.iter().flat_map(|script| script.files).chain(&ANY).all(|file| *file == file.to_lowercase()));
    }

    #[test]
    fn no_letter_is_in_two_scripts_that_stand_in_the_wrong_order() {
        for (at, script) in SCRIPTS.iter().enumerate() {
            let hidden = SCRIPTS[..at].iter().any(|before| {
                before.letters.contains(script.letters.start()) && before.letters.contains(script.letters.end())
            });
            assert!(!hidden, "{:x?}", script.letters);
        }
    }
}
