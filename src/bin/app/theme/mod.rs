//! All colors and sizes of the window, and how they become its style.

mod drawn;
mod palette;
mod sizes;

use std::cell::Cell;

use eframe::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Frame, Id, Margin, Shadow, Stroke,
    Style, TextStyle, Theme, Vec2, Visuals,
};
use precheck::checks::{PageVerdict, SetVerdict, Severity, SlotStatus};

pub use drawn::*;
use palette::Palette;
pub use palette::{Look, Tone};
pub use sizes::*;

/// Name of the heavier face.
const SEMIBOLD: &str = "semibold";

thread_local! {
    /// The look of the window, which is drawn by one thread.
    static LOOK: Cell<Look> = const { Cell::new(Look::Light) };
}

/// The colors of the window as it looks now.
pub fn colors() -> &'static Palette {
    LOOK.get().palette()
}

/// Colors of a page's verdict.
pub fn page_tone(verdict: PageVerdict) -> Tone {
    match verdict {
        PageVerdict::Ready => colors().fine,
        PageVerdict::Review => colors().notice,
        PageVerdict::Retake | PageVerdict::Replace => colors().serious,
        PageVerdict::Unreadable => colors().neutral,
    }
}

/// Colors of a set's verdict.
pub fn set_tone(verdict: SetVerdict) -> Tone {
    match verdict {
        SetVerdict::Ready => colors().fine,
        SetVerdict::Review => colors().notice,
        SetVerdict::Fix => colors().serious,
    }
}

/// Colors of a finding.
pub fn severity_tone(severity: Severity) -> Tone {
    match severity {
        Severity::Note => colors().neutral,
        Severity::Warning => colors().notice,
        Severity::Blocker => colors().serious,
    }
}

/// Color of a finding on the page, the same in all looks.
pub fn on_page_color(severity: Severity) -> Color32 {
    let of_light = Look::Light.palette();
    match severity {
        Severity::Note => of_light.neutral,
        Severity::Warning => of_light.notice,
        Severity::Blocker => of_light.serious,
    }
    .ink
}

/// Colors of a place of the set.
pub fn slot_tone(status: SlotStatus) -> Tone {
    match status {
        SlotStatus::Met => colors().fine,
        SlotStatus::Unsure => colors().notice,
        SlotStatus::Problem => colors().serious,
        SlotStatus::Missing => colors().neutral,
    }
}

/// For plain information.
pub fn plain() -> Tone {
    Tone { ink: colors().ink, wash: colors().paper }
}

/// A box of its own in a panel. Where its color is that of the panel, it has a line around it.
pub fn card(tone: Tone) -> Frame {
    let edge = if LOOK.get() == Look::Contrast { Stroke::new(1.5, tone.ink) } else { Stroke::NONE };
    Frame::new().fill(tone.wash).stroke(edge).corner_radius(8).inner_margin(Margin::symmetric(12, 10))
}

/// Where files are dropped.
pub fn drop_zone() -> Frame {
    Frame::new()
        .fill(colors().accent_wash)
        .stroke(Stroke::new(2.0, colors().accent))
        .corner_radius(12)
        .inner_margin(Margin::symmetric(20, 22))
}

/// A side panel.
pub fn side_panel() -> Frame {
    Frame::new().fill(colors().paper).inner_margin(Margin::symmetric(14, 12))
}

/// The answer about all documents.
pub fn answer(tone: Tone) -> Frame {
    Frame::new().fill(tone.wash).inner_margin(Margin::symmetric(14, 10))
}

/// A bar above or below.
pub fn bar() -> Frame {
    Frame::new().fill(colors().bar).inner_margin(Margin::symmetric(14, 9))
}

/// Behind the page.
pub fn desk() -> Frame {
    Frame::new().fill(colors().desk)
}

/// Text on the page itself.
pub fn on_page() -> FontId {
    FontId::new(ON_PAGE, FontFamily::Proportional)
}

/// The face of headings and of what stands out.
pub fn semibold() -> FontFamily {
    FontFamily::Name(SEMIBOLD.into())
}

/// Sets colors, sizes and faces of all widgets. Costs little if nothing changes.
pub fn apply(ctx: &egui::Context, look: Look) {
    LOOK.set(look);
    let known = Id::unique("faces");
    if !ctx.data(|data| data.get_temp::<bool>(known)).unwrap_or_default() {
        ctx.data_mut(|data| data.insert_temp(known, true));
        ctx.set_fonts(faces());
    }
    let theme = if look == Look::Light { Theme::Light } else { Theme::Dark };
    ctx.set_theme(theme);
    ctx.style_mut_of(theme, |style| {
        sizes(style);
        paint(&mut style.visuals, look.palette());
    });
}

/// The fonts that come with the toolkit, and one that is heavier; what it lacks comes from the others.
fn faces() -> FontDefinitions {
    let mut faces = FontDefinitions::default();
    let heavier = FontData::from_static(include_bytes!("../../../../assets/fonts/NotoSans-SemiBold.ttf"));
    faces.font_data.insert(SEMIBOLD.to_owned(), heavier.into());
    let usual = faces.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    faces.families.insert(semibold(), [vec![SEMIBOLD.to_owned()], usual].concat());
    faces
}

fn sizes(style: &mut Style) {
    let proportional = |size| FontId::new(size, FontFamily::Proportional);
    style.text_styles.insert(TextStyle::Body, proportional(BODY));
    style.text_styles.insert(TextStyle::Button, proportional(BODY));
    style.text_styles.insert(TextStyle::Small, proportional(SMALL));
    style.text_styles.insert(TextStyle::Heading, FontId::new(HEADING, semibold()));
    style.spacing.item_spacing = Vec2::new(9.0, 7.0);
    style.spacing.button_padding = Vec2::new(11.0, 6.0);
    style.spacing.interact_size.y = 30.0;
    style.spacing.extra_text_line_spacing = 3.0;
    style.spacing.menu_margin = Margin::same(18);
}

fn paint(visuals: &mut Visuals, colors: &Palette) {
    visuals.panel_fill = colors.paper;
    visuals.window_fill = colors.paper;
    visuals.window_stroke = Stroke::new(1.0, colors.line);
    visuals.window_shadow = Shadow { offset: [0, 8], blur: 28, spread: 0, color: Color32::from_black_alpha(40) };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(colors.muted);
    visuals.hyperlink_color = colors.accent;
    visuals.selection.bg_fill = colors.accent_wash;
    visuals.selection.stroke = Stroke::new(1.5, colors.accent);
    visuals.faint_bg_color = colors.bar;
    visuals.extreme_bg_color = colors.desk;
    visuals.text_edit_bg_color = Some(colors.paper);
    let widgets = &mut visuals.widgets;
    widgets.noninteractive.fg_stroke = Stroke::new(1.0, colors.ink);
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, colors.line);
    for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
        state.corner_radius = CornerRadius::same(7);
        state.fg_stroke = Stroke::new(1.2, colors.ink);
        state.bg_stroke = Stroke::new(1.0, colors.border);
        state.expansion = 0.0;
    }
    widgets.inactive.weak_bg_fill = colors.paper;
    widgets.inactive.bg_fill = colors.paper;
    widgets.hovered.weak_bg_fill = colors.accent_wash;
    widgets.hovered.bg_fill = colors.accent_wash;
    widgets.hovered.bg_stroke = Stroke::new(1.0, colors.accent);
    widgets.active.weak_bg_fill = colors.pressed;
    widgets.active.bg_stroke = Stroke::new(2.0, colors.accent);
    widgets.open.weak_bg_fill = colors.accent_wash;
    widgets.open.bg_fill = colors.accent_wash;
}
