//! How the window looks: colors and the size of text, by keys and in the menu.

use eframe::egui::Modifiers;

use super::answer::SIZES;
use super::*;

#[test]
fn one_key_goes_through_all_colors() {
    let mut harness = Desk::with(vec![blurred("a.jpg")]).open_at(SIZES[1]);
    for expected in [Look::Dark, Look::Contrast, Look::Light] {
        press(&mut harness, Key::D);
        assert_eq!(harness.state().state.settings.look, expected);
        let (paper, ink) = (expected.palette().paper, expected.palette().ink);
        let visuals = harness.ctx.global_style().visuals.clone();
        assert_eq!((visuals.panel_fill, visuals.text_color()), (paper, ink), "{expected:?}");
    }
}

#[test]
fn keys_make_text_larger_and_smaller_and_nothing_else() {
    let mut harness = Desk::with(vec![blurred("a.jpg")]).open_at(SIZES[1]);
    for (key, expected) in [(Key::Plus, 110), (Key::Equals, 120), (Key::Minus, 110), (Key::Num0, 100)] {
        harness.key_press_modifiers(Modifiers::COMMAND, key);
        harness.run();
        assert_eq!(harness.state().state.settings.text, expected, "{key:?}");
    }
    assert_eq!(harness.state().state.view, View::default(), "the page is not enlarged");
}

#[test]
fn the_menu_has_colors_and_sizes() {
    let mut harness = Desk::with(vec![blurred("a.jpg")]).open_at(SIZES[0]);
    let word = |harness: &Harness<Desk>, key: &str| harness.state().state.words.get(key);
    let menu = word(&harness, "app-display");
    click(&mut harness, &menu);
    let larger = word(&harness, "app-text-larger");
    click(&mut harness, &larger);
    let contrast = word(&harness, "app-look-contrast");
    click(&mut harness, &contrast);
    let settings = harness.state().state.settings;
    assert_eq!((settings.text, settings.look), (110, Look::Contrast));
}

#[test]
fn the_language_that_is_chosen_is_remembered() {
    let mut harness = Desk::new().open_at(SIZES[0]);
    assert_eq!(harness.state().state.settings.language, None, "nothing is kept before somebody chooses");
    click(&mut harness, "Español");
    assert_eq!(harness.state().asked, [Command::SetLanguage(Language::Spanish)]);
}
