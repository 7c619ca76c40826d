//! All colors and sizes of the window.

mod palette;

use std::cell::Cell;

use eframe::egui::{
    self, Color32, CornerRadius, FontFamily, FontId, Frame, Margin, Shadow, Stroke, Style, TextStyle, Theme, Vec2,
    Visuals,
};
use precheck::checks::{PageVerdict, SetVerdict, Severity, SlotStatus};

use palette::Palette;
pub use palette::{Look, Tone};

/// Size of the window when it opens, in points.
pub const WINDOW: [f32; 2] = [1320.0, 860.0];
/// Smallest size of the window, in points.
pub const SMALLEST_WINDOW: [f32; 2] = [880.0, 560.0];
/// Least room that everything needs, in points: text is not magnified so much that a window has less.
pub const LEAST_ROOM: [f32; 2] = [820.0, 512.0];
/// Height of the row of a client, in points.
pub const CLIENT_HEIGHT: f32 = 52.0;
/// Share of the row of a client that the name takes.
pub const NAME_SHARE: f32 = 0.36;
/// Largest height of what is to be looked at in a list of clients, in points.
pub const LIST_HEIGHT: f32 = 150.0;
/// Width of a dialog that asks something, in points.
pub const DIALOG_WIDTH: f32 = 480.0;
/// Share of the window's width that the list of pages takes.
pub const LIST_SHARE: f32 = 0.26;
/// Smallest and largest width of the list of pages, in points.
pub const LIST_WIDTHS: [f32; 2] = [180.0, 330.0];
/// Share of the window's width that the panel on the right takes.
pub const RIGHT_SHARE: f32 = 0.36;
/// Smallest and largest width of the panel on the right, in points.
pub const RIGHT_WIDTHS: [f32; 2] = [240.0, 470.0];
/// Most pages that are looked at while the answer keeps its height, because it will soon be told again.
pub const FEW_PAGES: usize = 2;
/// Largest share of the window's height that the answer takes.
pub const ANSWER_SHARE: f32 = 0.33;
/// Width of the middle below which the layers of a page stand in a menu, in points.
pub const NARROW_PAGE: f32 = 640.0;
/// Width of a window below which the bar above puts rarely needed buttons into a menu, in points.
pub const NARROW: f32 = 1040.0;
/// Space that the list of keys leaves above and below, in points.
pub const HELP_AROUND: f32 = 190.0;
/// Width of the text in a row of the list below which the row's picture is smaller, in points.
pub const NARROW_ROW: f32 = 210.0;
/// Width of the bar that shows how far the work is, in points.
pub const PROGRESS_WIDTH: f32 = 150.0;
/// Width of a button with a single character, in points.
pub const TOOL: f32 = 34.0;
/// Padding inside a button above the page, left and right, in points.
pub const TOOL_PADDING: f32 = 7.0;
/// Space between the buttons above the page, in points.
pub const TOOL_SPACING: Vec2 = Vec2::new(6.0, 6.0);
/// Space between the columns and rows of the list of keys, in points.
pub const KEY_SPACING: [f32; 2] = [28.0, 8.0];
/// Height of a row of the list, in points.
pub const ROW_HEIGHT: f32 = 110.0;
/// Side of the small picture in a row of the list, in points.
pub const THUMBNAIL: f32 = 52.0;
/// Side of the small picture in a narrow list, in points.
pub const SMALL_THUMBNAIL: f32 = 22.0;
/// Width of a letter of the smallest text, on average, in points.
pub const SMALL_LETTER: f32 = 6.3;
/// Most letters that the bar below shows of a file's name.
pub const NAME_IN_BAR: usize = 24;
/// Fewest letters that are shown of a file's name.
pub const LEAST_OF_NAME: usize = 8;
/// Side of the mark beside a word, in points.
pub const MARK: f32 = 20.0;
/// Height of a box of the form, in points: the same with text and without.
pub const BOX_HEIGHT: f32 = 36.0;
/// Height of the line that says a typed day in words, in points.
pub const DAY_HEIGHT: f32 = 20.0;
/// Side of the mark beside a remark, in points.
pub const SMALL_MARK: f32 = 16.0;
/// Largest height of a place cut out of the page, in points.
pub const CROP_HEIGHT: f32 = 84.0;
/// Largest magnification of such a place.
pub const CROP_ZOOM: f32 = 2.5;
/// Size of a reading that is compared letter by letter, in points.
pub const READING: f32 = 17.0;
/// Side of the mark beside a large word, in points.
pub const LARGE_MARK: f32 = 30.0;
/// Width of the column of text on the start page, in points.
pub const START_WIDTH: f32 = 560.0;
/// Space between parts of a panel, in points.
pub const GAP: f32 = 12.0;
/// Space between things that belong together, in points.
pub const SMALL_GAP: f32 = 5.0;
/// Space for the scroll bar beside scrolling content, in points.
pub const SCROLL_ROOM: f32 = 10.0;
/// Space between a name and its verdict, in points.
pub const TIGHT: f32 = 2.0;
/// Space around the page, in points.
pub const PAGE_MARGIN: f32 = 14.0;
/// Distance between the lines of a hatch, in points.
pub const HATCH: f32 = 10.0;
/// Distance between the dots of a pattern, in points.
pub const DOTS: f32 = 11.0;
/// Size of the picture of a layer in the legend, in points.
pub const SWATCH: Vec2 = Vec2::new(24.0, 16.0);
/// Side of the numbered tab of a region, in points.
pub const TAB: f32 = 24.0;
/// Space between a region and its frame, so that the frame hides nothing, in points.
pub const REGION_ROOM: f32 = 4.0;
/// How much one key or button press magnifies.
pub const ZOOM_STEP: f32 = 1.25;
/// How much one point of the wheel magnifies, as an exponent.
pub const WHEEL_ZOOM: f32 = 0.004;
/// How far one press of an arrow moves the page, as a share of the view.
pub const ARROW_STEP: f32 = 0.15;

/// Size of ordinary text, in points.
const BODY: f32 = 16.0;
/// Size of remarks, in points.
const SMALL: f32 = 14.0;
/// Size of the smallest text, in points.
pub const TINY: f32 = 13.0;
/// Size of headings, in points.
const HEADING: f32 = 20.0;
/// Size of the largest text, in points.
pub const TITLE: f32 = 30.0;
/// Size of a verdict, in points.
pub const VERDICT: f32 = 22.0;
/// Size of text on the page, in points.
pub const ON_PAGE: f32 = 15.0;

/// Problems on the page.
pub const PROBLEM: Color32 = Color32::from_rgb(0xa9, 0x2a, 0x22);
/// Outlines of documents on the page.
pub const OUTLINE: Color32 = Color32::from_rgb(0x1f, 0x8a, 0xd6);
/// Lines of print on the page.
pub const PRINT: Color32 = Color32::from_rgb(0x6b, 0x4f, 0xb3);
/// Machine readable parts on the page.
pub const CODE: Color32 = Color32::from_rgb(0x0b, 0x7a, 0x75);
/// Map of text that is too soft.
pub const BLUR: Color32 = Color32::from_rgb(0xb0, 0x1f, 0x6e);
/// Map of reflections.
pub const GLARE: Color32 = Color32::from_rgb(0xb0, 0x4a, 0x00);
/// Map of the shadow.
pub const SHADOW: Color32 = Color32::from_rgb(0x3a, 0x3f, 0x9e);
/// Map of objects that cover the document.
pub const COVERED: Color32 = Color32::from_rgb(0x7a, 0x3d, 0x10);
/// Map of pen strokes.
pub const PEN: Color32 = Color32::from_rgb(0x0b, 0x6b, 0x2e);
/// Pale rim of drawings on the page: white, partly transparent.
pub const RIM: Color32 = Color32::from_rgba_premultiplied(0xb4, 0xb4, 0xb4, 0xb4);
/// Shade over the page around the finding that is pointed out.
pub const SPOTLIGHT: Color32 = Color32::from_rgba_premultiplied(0x08, 0x0d, 0x12, 0x80);

/// What is white in all colors: behind words and numbers on the page.
pub const ON_PAGE_WHITE: Color32 = Color32::WHITE;

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

/// Sets colors and sizes of all widgets. Costs little if nothing changes.
pub fn apply(ctx: &egui::Context, look: Look) {
    LOOK.set(look);
    let theme = if look == Look::Light { Theme::Light } else { Theme::Dark };
    ctx.set_theme(theme);
    ctx.style_mut_of(theme, |style| {
        sizes(style);
        paint(&mut style.visuals, look.palette());
    });
}

fn sizes(style: &mut Style) {
    let proportional = |size| FontId::new(size, FontFamily::Proportional);
    style.text_styles.insert(TextStyle::Body, proportional(BODY));
    style.text_styles.insert(TextStyle::Button, proportional(BODY));
    style.text_styles.insert(TextStyle::Small, proportional(SMALL));
    style.text_styles.insert(TextStyle::Heading, proportional(HEADING));
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
