//! Tesseract.
use image::RgbImage;
use super::{Hint, ReadError, Reader, TextReader, Transcript};
pub(super) struct Tesseract;
pub(super) fn find() -> Result<(String, Tesseract), ReadError> { Err(ReadError::Missing("later".to_owned())) }
impl TextReader for Tesseract {
    fn reader(&self) -> Reader { Reader::Tesseract }
    fn read(&self, _image: &RgbImage, _hint: Hint) -> Result<Transcript, ReadError> { Err(ReadError::Missing("later".to_owned())) }
}
