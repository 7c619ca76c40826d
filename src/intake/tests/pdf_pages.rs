//! PDF pages: pictures taken as they are, drawn pages, refusals.

use image::imageops;

use super::*;
use crate::error::NotShown;

/// A PDF of numbered objects, with its table of offsets. Object 1 must be the catalog.
fn pdf(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(objects) {
        table.extend([format!("{:010} 00000 n \n", out.len())]);
        out.extend(format!("{number} 0 obj\n").bytes().chain(object.iter().copied()).chain(*b"\nendobj\n"));
    }
    let start = out.len();
    let end = format!("trailer\n<< /Size {} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    out.extend(table.bytes().chain(end.bytes()));
    out
}

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("<< {dictionary} /Length {} >>\nstream\n", data.len());
    [head.as_bytes(), data, b"\nendstream"].concat()
}

/// The picture as an object of its own, without compression.
fn picture_object(rgb: &RgbImage) -> Vec<u8> {
    let (w, h) = rgb.dimensions();
    let dictionary =
        format!("/Type /XObject /Subtype /Image /Width {w} /Height {h} /ColorSpace /DeviceRGB /BitsPerComponent 8");
    stream(&dictionary, rgb.as_raw())
}

/// One page, whose picture (object 5) is named `I` and whose font is named `F`.
fn one_page(size: (u32, u32), page: &str, content: &str, further: Vec<Vec<u8>>) -> Vec<u8> {
    let names = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /I 5 0 R >>";
    let (w, h) = size;
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {w} {h}] /Contents 4 0 R /Resources << {names} >> {page} >>"
    );
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        page.into_bytes(),
        stream("", content.as_bytes()),
    ];
    objects.extend(further);
    pdf(&objects, "")
}

#[test]
fn a_page_that_is_a_scan_keeps_its_pixels_whichever_way_the_page_is_turned() {
    let scan = picture(50, 40);
    let turned = [scan.clone(), imageops::rotate90(&scan), imageops::rotate180(&scan), imageops::rotate270(&scan)];
    for (quarter, expected) in turned.iter().enumerate() {
        let rotate = format!("/Rotate {}", quarter * 90);
        let file = one_page((36, 29), &rotate, "q 36 0 0 28.8 0 0 cm /I Do Q", vec![picture_object(&scan)]);
        let got = page("pdf-scan", &file);
        assert_eq!(&got.rgb, expected, "{rotate}");
        assert!(got.origin.embedded && !got.origin.drawn);
        assert_eq!(got.origin.dpi, Some(100.0));
    }
}

#[test]
fn hidden_text_behind_a_scan_does_not_make_it_a_drawing() {
    let scan = picture(50, 40);
    let hidden = "BT 3 Tr /F 8 Tf 2 2 Td (what a reader of print has found in it) Tj ET q 36 0 0 28.8 0 0 cm /I Do Q";
    let got = page("pdf-hidden", &one_page((36, 29), "", hidden, vec![picture_object(&scan)]));
    assert_eq!(got.rgb, scan);
}

#[test]
fn a_scan_with_a_stamp_is_drawn_at_its_own_resolution() {
    let scan = picture(200, 160);
    let content = "q 144 0 0 115.2 0 0 cm /I Do Q BT /F 6 Tf 4 4 Td (Page 1) Tj ET";
    let got = page("pdf-stamp", &one_page((144, 115), "", content, vec![picture_object(&scan)]));
    assert!(got.origin.embedded);
    assert_eq!(got.rgb.dimensions(), (200, 160));
    assert!(difference(&got.rgb, &scan) < 6.0);
}

#[test]
fn a_photograph_amid_a_white_page_is_still_a_photograph() {
    let content = "1 g 0 0 400 400 re f q 100 0 0 80 150 150 cm /I Do Q";
    let got = page("pdf-small", &one_page((400, 400), "", content, vec![picture_object(&picture(250, 200))]));
    assert!(got.origin.embedded && !got.origin.drawn);
    assert_eq!(got.rgb.dimensions(), (1000, 1000));
    assert_eq!(got.rgb.get_pixel(5, 5), &Rgb([255; 3]));
}

#[test]
fn text_and_lines_are_drawn_at_300_dpi_on_white() {
    let content =
        "0 g 36 36 36 36 re f BT /F 12 Tf 4 100 Td (A letter with a good many words, to be read by a clerk) Tj ET";
    let got = page("pdf-drawn", &one_page((72, 144), "", content, vec![]));
    assert!(got.origin.drawn && !got.origin.embedded);
    assert_eq!((got.rgb.dimensions(), got.origin.dpi), ((300, 600), Some(300.0)));
    assert_eq!(got.rgb.get_pixel(5, 595), &Rgb([255; 3]));
    assert_eq!(got.rgb.get_pixel(220, 400), &Rgb([0; 3]));
}

#[test]
fn a_large_page_is_drawn_as_finely_as_fits_and_a_monstrous_one_not_at_all() {
    let limits = Limits { page_pixels: 1_000_000, ..Limits::default() };
    let draw = |points| {
        let file = one_page((points, points), "", "0 g 10 10 50 50 re f", vec![]);
        opened("pdf-large", &file, &limits).unwrap().page(1).map(|p| p.rgb.dimensions())
    };
    assert_eq!(draw(720), Ok((1000, 1000)));
    assert_eq!(draw(14_400), Err(FileError::TooManyPixels { actual: 208, limit: 1 }));
}

#[test]
fn all_pages_are_counted_and_more_than_the_limit_are_refused() {
    let page = |_| b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>".to_vec();
    let mut objects = vec![b"<< /Type /Catalog /Pages 2 0 R >>".to_vec()];
    objects.push(b"<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>".to_vec());
    objects.extend((0..3).map(page));
    let file = pdf(&objects, "");
    assert_eq!(pages("pdf-pages", &file).len(), 3);
    let limits = Limits { pages: 2, ..Limits::default() };
    let refused = opened("pdf-pages", &file, &limits).err();
    assert_eq!(refused, Some(FileError::TooManyPages { actual: 3, limit: 2 }));
}

#[test]
fn a_password_is_named_as_the_reason() {
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [] /Count 0 >>".to_vec(),
        format!("<< /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >>", "5a".repeat(32)).into_bytes(),
    ];
    let file = pdf(&objects, &format!("/Encrypt 3 0 R /ID [<{0}> <{0}>]", "01".repeat(16)));
    assert_eq!(opened("pdf-password", &file, &Limits::default()).err(), Some(FileError::Protected));
}

#[test]
fn a_picture_that_is_larger_than_the_page_says_counts_with_its_own_size() {
    let jpeg = encoded(picture(600, 500), ImageFormat::Jpeg);
    let small = "/Type /XObject /Subtype /Image /Width 6 /Height 5 /ColorSpace /DeviceRGB /BitsPerComponent 8";
    let object = stream(&format!("{small} /Filter /DCTDecode"), &jpeg);
    let file = one_page((60, 50), "", "60 0 0 50 0 0 cm /I Do", vec![object]);
    let limits = Limits { page_pixels: 200_000, ..Limits::default() };
    let refused = opened("pdf-jpeg", &file, &limits).unwrap().page(1).err();
    assert_eq!(refused, Some(FileError::TooManyPixels { actual: 1, limit: 0 }));
}

/// Ten forms, each of which shows the next one ten times, would take hours.
#[test]
fn a_page_that_multiplies_itself_is_refused_in_time() {
    let form = |next: usize| {
        let names = format!("/Resources << /XObject << /I {next} 0 R >> >>");
        stream(&format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] {names}"), "/I Do ".repeat(10).as_bytes())
    };
    let forms = (6..16).map(form).collect();
    let file = one_page((100, 100), "", "/I Do", forms);
    let refused = opened("pdf-laughs", &file, &Limits::default()).unwrap().page(1).err();
    assert_eq!(refused, Some(FileError::TooComplex));
}

#[test]
fn pages_that_would_take_for_ever_are_refused_before_they_are_drawn() {
    let form = stream("/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Group << /S /Transparency >>", b"0 0 9 9 re f");
    for (name, content) in [
        ("dashes", "[0.00001] 0 d 0 0 m 99999 99999 l S".to_owned()),
        ("fills", "0 0 100 100 re f ".repeat(20_000)),
        ("layers", "/I Do ".repeat(9_000)),
    ] {
        let file = one_page((100, 100), "", &content, vec![form.clone()]);
        let refused = opened("pdf-slow", &file, &Limits::default()).unwrap().page(1).err();
        assert_eq!(refused, Some(FileError::TooComplex), "{name}");
    }
}

/// Each soft mask is drawn as large as the page, and kept.
#[test]
fn a_page_of_many_soft_masks_is_drawn_with_fewer_dots_and_one_of_very_many_not_at_all() {
    let group =
        stream("/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Group << /S /Transparency >>", b"0 0 9 9 re f");
    let drawn = |count: usize| {
        let mask = |i: usize| format!("/M{i} << /SMask << /S /Alpha /G {} 0 R >> >>", 5 + i);
        let masks: String = (0..count).map(mask).collect();
        let shown = (0..count).map(|i| format!("/M{i} gs 0 0 9 9 re f ")).collect::<Vec<_>>().concat();
        let page = format!("/MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /ExtGState << {masks} >> >>");
        let mut objects = vec![
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
            format!("<< /Type /Page /Parent 2 0 R {page} >>").into_bytes(),
            stream("", shown.as_bytes()),
        ];
        objects.extend(std::iter::repeat_n(group.clone(), count));
        let file = pdf(&objects, "");
        opened("pdf-masks", &file, &Limits::default())
            .unwrap()
            .page(1)
            .map(|page| (page.rgb.width(), page.origin.coarse))
    };
    assert_eq!(drawn(2), Ok((2550, false)));
    assert!(drawn(60).is_ok_and(|(width, coarse)| (1200..2500).contains(&width) && coarse));
    assert_eq!(drawn(900), Err(FileError::TooComplex));
}

/// Masks that are in masks are drawn for each of them.
#[test]
fn soft_masks_that_multiply_are_refused_in_time() {
    let group = |next: usize| {
        let mask = |i: usize| format!("/M{i} << /SMask << /S /Alpha /G {} 0 R >> >>", next + i);
        let masks = (0..10).map(mask).collect::<Vec<_>>().concat();
        let head = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Group << /S /Transparency >>";
        let used = (0..10).map(|i| format!("/M{i} gs 0 0 1 1 re f ")).collect::<Vec<_>>().concat();
        stream(&format!("{head} /Resources << /ExtGState << {masks} >> >>"), used.as_bytes())
    };
    // one form, and five times ten groups, each of which has all groups of the next ten as masks
    let further = std::iter::once(6).chain((0..50).map(|i| 6 + (i / 10 + 1) * 10)).map(group);
    let file = one_page((9, 9), "", "/I Do", further.collect());
    let refused = opened("pdf-masks-in-masks", &file, &Limits::default()).unwrap().page(1).err();
    assert_eq!(refused, Some(FileError::TooComplex));
}

#[test]
fn the_pixels_of_a_fax_in_a_pdf_become_square() {
    let scan = picture(204, 98);
    let got = page("pdf-oblong", &one_page((72, 72), "", "q 72 0 0 72 0 0 cm /I Do Q", vec![picture_object(&scan)]));
    assert!(got.origin.embedded);
    assert_eq!(got.rgb.dimensions(), (204, 204));
}

/// A file whose catalog and page hold more than the usual, and which has more objects.
fn special(catalog: &str, page: &str, further: Vec<Vec<u8>>, trailer: &str) -> Vec<u8> {
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalog} >>").into_bytes(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] {page} >>").into_bytes(),
    ];
    objects.extend(further);
    pdf(&objects, trailer)
}

fn why_not(file: &[u8]) -> Option<FileError> {
    opened("pdf-not-shown", file, &Limits::default()).and_then(|document| document.page(1)).err()
}

#[test]
fn documents_inside_of_a_portfolio_are_asked_for_one_by_one() {
    let file = special("/Collection << /Type /Collection /View /D >>", "", vec![], "");
    assert_eq!(why_not(&file), Some(FileError::NotShown(NotShown::Portfolio)));
}

#[test]
fn a_form_that_draws_itself_is_to_be_printed() {
    let form = "/AcroForm << /Fields [] /XFA [] >>";
    assert_eq!(why_not(&special(form, "", vec![], "")), None, "its pages are drawn");
    let file = special(&format!("{form} /NeedsRendering true"), "", vec![], "");
    assert_eq!(why_not(&file), Some(FileError::NotShown(NotShown::DynamicForm)));
}

#[test]
fn boxes_whose_text_is_not_drawn_are_no_empty_boxes() {
    let form = |more: &str| {
        let one = format!("<< /Subtype /Widget /Rect [9 9 60 20] {more} >>");
        let field = b"<< /FT /Tx /V (MARIA) /Kids [4 0 R] >>".to_vec();
        special("/AcroForm << /Fields [5 0 R] >>", "/Annots [4 0 R]", vec![one.into_bytes(), field], "")
    };
    let unshown = Some(FileError::NotShown(NotShown::FilledFields));
    assert_eq!(why_not(&form("/FT /Tx /V (MARIA)")), unshown);
    assert_eq!(why_not(&form("/Parent 5 0 R")), unshown, "the text of the field that it belongs to");
    assert_eq!(why_not(&form("/FT /Tx /V ( )")), None, "nothing was filled in");
    assert_eq!(why_not(&form("/FT /Tx /V (MARIA) /F 2")), None, "nobody is to see it");
    assert_eq!(why_not(&form("/FT /Btn /V /Yes")), None, "no text");
}

#[test]
fn a_password_for_attachments_alone_is_not_needed() {
    let lock = b"<< /Filter /Standard /V 5 /R 6 /Length 256 /StmF /Identity /StrF /Identity /EFF /StdCF >>".to_vec();
    let file = special("", "", vec![lock.clone()], "/Encrypt 4 0 R /ID [<00><00>]");
    assert_eq!(why_not(&file), None);
    let whole = String::from_utf8(lock).unwrap().replace("/Identity", "/StdCF").into_bytes();
    assert!(why_not(&special("", "", vec![whole], "/Encrypt 4 0 R /ID [<00><00>]")).is_some());
}

/// A page with a black box under a yellow mark, whose appearance multiplies and is a group as `group` says.
fn highlighted(group: &str) -> Vec<u8> {
    let states = "/ExtGState << /M << /Type /ExtGState /BM /Multiply >> >>";
    let form = format!("/Type /XObject /Subtype /Form /BBox [0 0 72 72] /Resources << {states} >> {group}");
    let mark = "/Annots [<< /Type /Annot /Subtype /Highlight /Rect [0 0 72 72] /F 4 /AP << /N 5 0 R >> >>]";
    let yellow = stream(&form, b"/M gs 1 1 0 rg 0 0 72 72 re f");
    one_page((72, 72), mark, "0 g 18 18 36 36 re f", vec![yellow])
}

#[test]
fn print_under_a_yellow_marker_stays_legible() {
    for group in ["", "/Group << /S /Transparency /Type /Group >>", "/Group << /S /Transparency /I false >>"] {
        let got = page("pdf-highlight", &highlighted(group)).rgb;
        let (w, h) = got.dimensions();
        assert_eq!(got.get_pixel(w / 2, h / 2).0, [0, 0, 0], "the box, {group}");
        assert_eq!(got.get_pixel(w / 8, h / 8).0, [255, 255, 0], "beside it, {group}");
    }
}

#[test]
fn a_mark_that_is_isolated_covers_the_print_as_other_programs_show_it() {
    let got = page("pdf-isolated", &highlighted("/Group << /S /Transparency /I true >>")).rgb;
    assert_eq!(got.get_pixel(got.width() / 2, got.height() / 2).0, [255, 255, 0]);
}
