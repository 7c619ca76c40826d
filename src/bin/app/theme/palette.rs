//! The colors of the window: light, dark, and of high contrast. Every text color has a contrast of at least 4.5 on its
//! background (7 in high contrast), and no meaning depends on color alone. What is drawn on a photo has the same colors
//! in all of them.

use eframe::egui::Color32;

/// Which colors the window has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// Dark text on white.
    #[default]
    Light,
    /// Light text on dark gray.
    Dark,
    /// White text on black, with lines around everything.
    Contrast,
}

impl Look {
    /// All of them, in the order in which a key goes through them.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];

    /// The one after it.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Contrast,
            Self::Contrast => Self::Light,
        }
    }

    /// Its word where it is remembered, and the end of its key in the language files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }

    /// The look of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|look| look.word() == word)
    }

    /// Its colors.
    pub const fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::Contrast => &CONTRAST,
        }
    }
}

/// A color for words and marks, and the color behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tone {
    /// Words, marks and lines.
    pub ink: Color32,
    /// Behind them.
    pub wash: Color32,
}

/// All colors of a look.
#[derive(Debug)]
pub struct Palette {
    /// Ordinary text.
    pub ink: Color32,
    /// Remarks.
    pub muted: Color32,
    /// Panels.
    pub paper: Color32,
    /// Around the page.
    pub desk: Color32,
    /// Bars above and below.
    pub bar: Color32,
    /// Lines between parts.
    pub line: Color32,
    /// Lines around buttons and boxes.
    pub border: Color32,
    /// Actions and selected items.
    pub accent: Color32,
    /// Text on an action.
    pub on_accent: Color32,
    /// Progress of the work.
    pub accent_mild: Color32,
    /// Background of selected items.
    pub accent_wash: Color32,
    /// Background of a button that is pressed.
    pub pressed: Color32,
    /// For things that are fine.
    pub fine: Tone,
    /// For things that a person should know.
    pub notice: Tone,
    /// For things that are wrong.
    pub serious: Tone,
    /// For things that are not known.
    pub neutral: Tone,
}

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

const fn tone(ink: u32, wash: u32) -> Tone {
    Tone { ink: rgb(ink), wash: rgb(wash) }
}

static LIGHT: Palette = Palette {
    ink: rgb(0x16_20_2b),
    muted: rgb(0x4a_57_66),
    paper: rgb(0xff_ff_ff),
    desk: rgb(0xe6_ea_ee),
    bar: rgb(0xf4_f6_f8),
    line: rgb(0xd3_da_e1),
    border: rgb(0x9a_a7_b4),
    accent: rgb(0x1c_5a_8f),
    on_accent: rgb(0xff_ff_ff),
    accent_mild: rgb(0x5b_9b_d0),
    accent_wash: rgb(0xe2_ee_f8),
    pressed: rgb(0xc9_df_f1),
    fine: tone(0x13_6b_41, 0xe5_f4_eb),
    notice: tone(0x85_53_00, 0xff_f3_d9),
    serious: tone(0xa9_2a_22, 0xfc_ea_e8),
    neutral: tone(0x4a_57_66, 0xed_f0_f3),
};

static DARK: Palette = Palette {
    ink: rgb(0xe8_ed_f2),
    muted: rgb(0xb6_c0_cb),
    paper: rgb(0x1b_21_28),
    desk: rgb(0x0f_13_18),
    bar: rgb(0x23_2b_34),
    line: rgb(0x3b_46_52),
    border: rgb(0x6b_7a_8a),
    accent: rgb(0x8c_c3_f2),
    on_accent: rgb(0x0d_15_1d),
    accent_mild: rgb(0x4a_87_ba),
    accent_wash: rgb(0x24_3a_4f),
    pressed: rgb(0x31_50_6d),
    fine: tone(0x7e_d9_a8, 0x1a_33_26),
    notice: tone(0xf3_c4_66, 0x3a_2e_14),
    serious: tone(0xff_a9_a0, 0x3c_22_22),
    neutral: tone(0xb6_c0_cb, 0x2a_33_3d),
};

static CONTRAST: Palette = Palette {
    ink: rgb(0xff_ff_ff),
    muted: rgb(0xff_ff_ff),
    paper: rgb(0x00_00_00),
    desk: rgb(0x00_00_00),
    bar: rgb(0x00_00_00),
    line: rgb(0xff_ff_ff),
    border: rgb(0xff_ff_ff),
    accent: rgb(0xff_e2_4d),
    on_accent: rgb(0x00_00_00),
    accent_mild: rgb(0x8a_78_00),
    accent_wash: rgb(0x3d_36_00),
    pressed: rgb(0x5c_51_00),
    fine: tone(0x7d_ff_b0, 0x00_00_00),
    notice: tone(0xff_d2_4d, 0x00_00_00),
    serious: tone(0xff_a3_9a, 0x00_00_00),
    neutral: tone(0xff_ff_ff, 0x00_00_00),
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.2).
    fn luminance(color: Color32) -> f32 {
        let linear = |channel: u8| {
            let share = f32::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        let [r, g, b, _] = color.to_array();
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_can_be_read_on_what_is_behind_it() {
        for look in Look::ALL {
            let p = look.palette();
            let least = if look == Look::Contrast { 7.0 } else { 4.5 };
            let tones = [p.fine, p.notice, p.serious, p.neutral];
            let behind = [p.paper, p.bar, p.desk, p.accent_wash];
            let mut pairs = vec![("on an action", p.on_accent, p.accent)];
            pairs.extend(tones.map(|t| ("tone on its wash", t.ink, t.wash)));
            pairs.extend(tones.map(|t| ("text on a wash", p.ink, t.wash)));
            pairs.extend(tones.map(|t| ("remark on a wash", p.muted, t.wash)));
            pairs.extend(tones.map(|t| ("tone on paper", t.ink, p.paper)));
            pairs.extend(behind.map(|wash| ("text", p.ink, wash)));
            pairs.extend(behind.map(|wash| ("remark", p.muted, wash)));
            pairs.push(("link", p.accent, p.paper));
            for (what, ink, wash) in pairs {
                let found = contrast(ink, wash);
                assert!(found >= least, "{look:?}, {what}: {found:.2}");
            }
            assert!(contrast(p.border, p.paper) >= 2.3, "{look:?}: the border of a box is seen");
        }
    }

    #[test]
    fn a_key_goes_through_all_looks_and_each_is_known_by_its_word() {
        let mut look = Look::default();
        for expected in Look::ALL {
            assert_eq!(look, expected);
            assert_eq!(Look::from_word(look.word()), Some(look));
            look = look.next();
        }
        assert_eq!(look, Look::default());
        assert_eq!(Look::from_word("pink"), None);
    }
}
