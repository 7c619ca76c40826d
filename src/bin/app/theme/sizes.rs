//! All sizes of the window, in points unless said.

use eframe::egui::Vec2;

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
/// Width of the page below which its tools hardly have room: more of them go into a menu.
pub const NARROW_TOOLS: f32 = 380.0;
/// How far the ring around what the keyboard reaches lies outside of it, in points.
pub const FOCUS: f32 = 2.0;
/// How round that ring is, in points.
pub const FOCUS_CORNER: f32 = 6.0;
/// Side of the magnifier, in points.
pub const MAGNIFIER: f32 = 260.0;
/// How many times the magnifier enlarges what is on the screen.
pub const MAGNIFIER_TIMES: f32 = 4.0;
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
pub const START_WIDTH: f32 = 620.0;
/// Size of a drawn example, in points.
pub const EXAMPLE: Vec2 = Vec2::new(84.0, 62.0);
/// Least width of what stands beside two of them, in points.
pub const LEAST_BESIDE_EXAMPLES: f32 = 150.0;
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
pub(super) const BODY: f32 = 16.0;
/// Size of remarks, in points.
pub(super) const SMALL: f32 = 14.0;
/// Size of the smallest text, in points.
pub const TINY: f32 = 13.0;
/// Size of headings, in points.
pub(super) const HEADING: f32 = 20.0;
/// Size of the largest text, in points.
pub const TITLE: f32 = 30.0;
/// Size of a verdict, in points.
pub const VERDICT: f32 = 22.0;
/// Size of text on the page, in points.
pub const ON_PAGE: f32 = 15.0;
