//! Pictures of pages, with bounded memory: a small one for each page of the list, larger ones of the few pages that were
//! viewed last, and one at full resolution. This module never decodes anything. A larger picture goes to the graphics card
//! when its page is viewed: where the processor does the drawing, that takes longer than a frame.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;

use eframe::egui::{ColorImage, Context, TextureFilter, TextureHandle, TextureOptions};
use precheck::geometry::Region;
use precheck::page::PageId;

use crate::pictures::PICTURE_SIDE;

/// Most larger pictures that are kept: 3 to 11 MB each.
const KEPT: usize = 8;
/// Longest side of a page at full resolution, in pixels: sharper than a screen shows at any useful magnification, and a
/// quarter of a gigabyte at worst.
const FULL_SIDE: u32 = 8192;

/// The pictures.
#[derive(Default)]
pub struct Textures {
    thumbnails: HashMap<PageId, TextureHandle>,
    /// By what each of them is known again.
    seen: HashMap<PageId, u64>,
    /// The larger pictures; the one viewed last comes last.
    pictures: Vec<(PageId, Larger)>,
    full: Option<(PageId, TextureHandle)>,
    asked: HashSet<(PageId, u32)>,
    /// Places cut out of pages; the page viewed last comes last.
    crops: Vec<Crops>,
}

/// A larger picture.
enum Larger {
    /// Nobody viewed it yet.
    Unseen(ColorImage),
    /// It is on the graphics card.
    Shown(TextureHandle),
}

impl Larger {
    fn texture(&self) -> Option<&TextureHandle> {
        match self {
            Self::Shown(texture) => Some(texture),
            Self::Unseen(_) => None,
        }
    }
}

/// Places cut out of one page: those requested, and those that arrived.
struct Crops {
    id: PageId,
    asked: Vec<Region>,
    there: Vec<(Region, TextureHandle)>,
}

impl Textures {
    /// The small picture of a page.
    pub fn thumbnail(&self, id: &PageId) -> Option<&TextureHandle> {
        self.thumbnails.get(id)
    }

    /// The best available picture of a page.
    pub fn best(&self, id: &PageId) -> Option<&TextureHandle> {
        let of = |(of, texture)| (of == id).then_some(texture);
        let full = self.full.as_ref().map(|(id, texture)| (id, texture));
        full.and_then(of)
            .or_else(|| self.pictures.iter().filter_map(|(id, larger)| Some((id, larger.texture()?))).find_map(of))
            .or_else(|| self.thumbnail(id))
    }

    /// Adds the pictures of a page that was just decoded. The same ones, from another thread, change nothing.
    pub fn add(&mut self, ctx: &Context, id: PageId, thumbnail: ColorImage, picture: ColorImage) {
        let mut hasher = DefaultHasher::new();
        thumbnail.pixels.hash(&mut hasher);
        if self.seen.get(&id) == Some(&hasher.finish()) {
            return;
        }
        self.forget(&id);
        self.seen.insert(id.clone(), hasher.finish());
        self.thumbnails.insert(id.clone(), upload(ctx, thumbnail));
        // a long list must not push out the pictures that the person views; the others are loaded when they are viewed
        if self.pictures.len() < KEPT {
            self.pictures.push((id, Larger::Unseen(picture)));
        }
    }

    /// A page is viewed: its larger picture, if it is there, goes to the graphics card. Whether something changed.
    pub fn view(&mut self, ctx: &Context, id: &PageId) -> bool {
        let Some((_, larger)) = self.pictures.iter_mut().find(|(other, _)| other == id) else { return false };
        let Larger::Unseen(picture) = larger else { return false };
        *larger = Larger::Shown(upload(ctx, std::mem::take(picture)));
        true
    }

    /// Adds a picture that was requested.
    pub fn add_loaded(&mut self, ctx: &Context, id: PageId, side: u32, picture: Option<ColorImage>) {
        let Some(picture) = picture else { return };
        self.asked.remove(&(id.clone(), side));
        let texture = upload(ctx, picture);
        if side > PICTURE_SIDE {
            self.full = Some((id, texture));
            return;
        }
        self.pictures.retain(|(other, _)| *other != id);
        self.pictures.push((id, Larger::Shown(texture)));
        if self.pictures.len() > KEPT {
            self.pictures.drain(..1);
        }
    }

    /// The side with which to request a page now, if its best picture has not been requested yet. It answers once per
    /// picture.
    pub fn wanted(&mut self, ctx: &Context, id: &PageId, in_full: bool) -> Option<u32> {
        let largest = ctx.input(|input| input.max_texture_side) as u32;
        let side = if in_full { FULL_SIDE } else { PICTURE_SIDE }.min(largest);
        let there = match (&self.full, in_full) {
            (Some((full, _)), true) => full == id,
            (None, true) => false,
            (_, false) => self.pictures.iter().any(|(other, _)| other == id),
        };
        // only one page is kept at full resolution: the others may be requested again
        self.asked.retain(|(other, side)| *side <= PICTURE_SIDE || other == id);
        (!there && self.asked.insert((id.clone(), side))).then_some(side)
    }

    /// A place cut out of a page, if it has arrived.
    pub fn crop(&self, id: &PageId, region: Region) -> Option<&TextureHandle> {
        let crops = self.crops.iter().find(|crops| crops.id == *id)?;
        crops.there.iter().find_map(|(of, texture)| (*of == region).then_some(texture))
    }

    /// The places that are still to be requested. It answers once per place.
    pub fn wanted_crops(&mut self, id: &PageId, regions: &[Region]) -> Vec<Region> {
        let at = self.crops.iter().position(|crops| crops.id == *id);
        let empty = || Crops { id: id.clone(), asked: Vec::new(), there: Vec::new() };
        let mut crops = at.map_or_else(empty, |at| self.crops.remove(at));
        let new: Vec<Region> = regions.iter().copied().filter(|region| !crops.asked.contains(region)).collect();
        crops.asked.extend(&new);
        self.crops.push(crops);
        if self.crops.len() > KEPT {
            self.crops.drain(..1);
        }
        new
    }

    /// Adds places that were requested.
    pub fn add_crops(&mut self, ctx: &Context, id: &PageId, pictures: Vec<(Region, ColorImage)>) {
        if let Some(crops) = self.crops.iter_mut().find(|crops| crops.id == *id) {
            crops.there.extend(pictures.into_iter().map(|(region, picture)| (region, upload(ctx, picture))));
        }
    }

    /// A file has another name now.
    pub fn rename(&mut self, from: &Path, to: &Path) {
        let renamed = |id: &PageId| PageId { file: to.to_owned(), page: id.page };
        let thumbnails: Vec<_> = self.thumbnails.extract_if(|id, _| id.file == from).collect();
        let seen: Vec<_> = self.seen.extract_if(|id, _| id.file == from).collect();
        self.seen.extend(seen.into_iter().map(|(id, of)| (renamed(&id), of)));
        self.thumbnails.extend(thumbnails.into_iter().map(|(id, texture)| (renamed(&id), texture)));
        let larger = self.pictures.iter_mut().map(|(id, _)| id).chain(self.full.iter_mut().map(|(id, _)| id));
        for id in larger.chain(self.crops.iter_mut().map(|crops| &mut crops.id)).filter(|id| id.file == from) {
            *id = renamed(id);
        }
        self.asked.retain(|(id, _)| id.file != from);
    }

    /// Whether there is a small picture of any page of a file.
    pub fn has(&self, file: &Path) -> bool {
        self.thumbnails.keys().any(|id| id.file == file)
    }

    /// Drops all pictures of a page.
    pub fn forget(&mut self, id: &PageId) {
        self.crops.retain(|crops| crops.id != *id);
        self.thumbnails.remove(id);
        self.seen.remove(id);
        self.pictures.retain(|(other, _)| other != id);
        self.full.take_if(|(other, _)| other == id);
        self.asked.retain(|(other, _)| other != id);
    }
}

fn upload(ctx: &Context, image: ColorImage) -> TextureHandle {
    let options = TextureOptions::LINEAR.with_mipmap_mode(Some(TextureFilter::Linear));
    ctx.load_texture("page", image, options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(page: u32) -> PageId {
        PageId { file: "a.pdf".into(), page }
    }

    fn image() -> ColorImage {
        ColorImage::from_rgb([2, 1], &[0; 6])
    }

    #[test]
    fn only_the_pictures_looked_at_last_are_kept_but_all_thumbnails() {
        let (ctx, mut textures) = (Context::default(), Textures::default());
        for page in 1..=40 {
            textures.add(&ctx, id(page), image(), image());
        }
        assert_eq!(textures.pictures.len(), KEPT);
        assert!((1..=40).all(|page| textures.best(&id(page)).is_some()));
    }

    #[test]
    fn a_larger_picture_goes_to_the_card_when_its_page_is_viewed() {
        let (ctx, mut textures) = (Context::default(), Textures::default());
        textures.add(&ctx, id(1), image(), image());
        let small = textures.best(&id(1)).unwrap().id();
        assert!(textures.view(&ctx, &id(1)) && !textures.view(&ctx, &id(1)) && !textures.view(&ctx, &id(2)));
        assert_ne!(textures.best(&id(1)).unwrap().id(), small);
    }

    #[test]
    fn a_page_is_asked_for_once_and_again_after_it_was_forgotten() {
        let (ctx, mut textures) = (Context::default(), Textures::default());
        assert_eq!(textures.wanted(&ctx, &id(1), false), Some(PICTURE_SIDE));
        assert_eq!(textures.wanted(&ctx, &id(1), false), None);
        assert!(textures.wanted(&ctx, &id(1), true).is_some_and(|side| side > PICTURE_SIDE));
        textures.forget(&id(1));
        assert_eq!(textures.wanted(&ctx, &id(1), false), Some(PICTURE_SIDE));
    }

    #[test]
    fn a_file_that_gets_another_name_keeps_its_pictures() {
        let (ctx, mut textures) = (Context::default(), Textures::default());
        let other = PageId { file: "b.pdf".into(), page: 3 };
        textures.add(&ctx, id(3), image(), image());
        textures.add(&ctx, id(4), image(), image());
        textures.rename(&id(3).file, &other.file);
        assert!(textures.thumbnail(&other).is_some() && textures.thumbnail(&id(3)).is_none());
        assert_eq!(textures.wanted(&ctx, &other, false), None, "the larger picture is there too");
    }

    #[test]
    fn a_place_is_asked_for_once_and_those_of_few_pages_are_kept() {
        let (ctx, mut textures) = (Context::default(), Textures::default());
        let (a, b) = (Region::new(0.0, 0.0, 9.0, 9.0), Region::new(9.0, 0.0, 9.0, 9.0));
        assert_eq!(textures.wanted_crops(&id(1), &[a]), [a]);
        assert_eq!(textures.wanted_crops(&id(1), &[a, b]), [b]);
        assert!(textures.crop(&id(1), a).is_none());
        textures.add_crops(&ctx, &id(1), vec![(a, image())]);
        assert!(textures.crop(&id(1), a).is_some() && textures.crop(&id(2), a).is_none());
        for page in 2..=40 {
            textures.wanted_crops(&id(page), &[a]);
        }
        assert_eq!(textures.crops.len(), KEPT);
        textures.add_crops(&ctx, &id(1), vec![(a, image())]);
        assert!(textures.crop(&id(1), a).is_none(), "pictures of a page that was let go are not taken in");
        assert_eq!(textures.wanted_crops(&id(1), &[a]), [a]);
    }
}
