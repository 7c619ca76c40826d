//! Clears weights that are too small to matter, before a network is loaded.
//!
//! Training leaves some channels with weights of 1e-38 and less ("subnormal" numbers). They change no result, but
//! processors multiply them a hundred times more slowly: in the detector two of eighty layers took a third of the time.
//! Knows just enough of the ONNX file format (protocol buffers) to find the weights; what it does not understand it
//! leaves alone.

use std::ops::Range;

/// Weights nearer to zero are cleared. Sums of products of ordinary size do not notice it in 32-bit floating point.
const NEGLIGIBLE: f32 = 1e-20;

/// Field numbers of the format (onnx.proto): the graph of a model, the initial values of a graph.
const GRAPH: u64 = 7;
const INITIAL_VALUE: u64 = 5;
/// Fields of a tensor: the type of its numbers, and the numbers as bytes, lowest first.
const DATA_TYPE: u64 = 2;
const RAW_DATA: u64 = 9;
/// Value of [`DATA_TYPE`] for 32-bit floating point.
const FLOAT: u64 = 1;

/// Clears the negligible weights of an ONNX file.
pub(super) fn clear_negligible(file: &mut [u8]) {
    let mut weights = Vec::new();
    for graph in messages(file, 0..file.len(), GRAPH) {
        for tensor in messages(file, graph, INITIAL_VALUE) {
            let of_floats = Fields::new(file, tensor.clone()).any(|f| matches!(f, (DATA_TYPE, Content::Number(FLOAT))));
            if of_floats {
                weights.extend(messages(file, tensor, RAW_DATA));
            }
        }
    }
    for range in weights {
        for bytes in file.get_mut(range).unwrap_or_default().as_chunks_mut::<4>().0 {
            if f32::from_le_bytes(*bytes).abs() < NEGLIGIBLE {
                *bytes = [0; 4];
            }
        }
    }
}

/// Places of all byte fields of one number within a message.
fn messages(file: &[u8], within: Range<usize>, number: u64) -> Vec<Range<usize>> {
    let of_number = |(n, content)| match content {
        Content::Bytes(range) if n == number => Some(range),
        _ => None,
    };
    Fields::new(file, within).filter_map(of_number).collect()
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Content {
    /// A whole number.
    Number(u64),
    /// Bytes, text or a message: where they are in the file.
    Bytes(Range<usize>),
    /// Something of fixed length that is of no interest here.
    Other,
}

/// The fields of a message, with their numbers; ends at the first thing that is not understood.
struct Fields<'a> {
    file: &'a [u8],
    at: usize,
    end: usize,
}

impl<'a> Fields<'a> {
    fn new(file: &'a [u8], within: Range<usize>) -> Self {
        Self { file, at: within.start, end: within.end.min(file.len()) }
    }

    /// A number of variable length: seven bits a byte, lowest first.
    fn varint(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = *self.file.get(self.at).filter(|_| self.at < self.end)?;
            self.at += 1;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }

    fn skip(&mut self, length: u64) -> Option<Range<usize>> {
        let from = self.at;
        self.at = from.checked_add(usize::try_from(length).ok()?).filter(|end| *end <= self.end)?;
        Some(from..self.at)
    }
}

impl Iterator for Fields<'_> {
    type Item = (u64, Content);

    fn next(&mut self) -> Option<Self::Item> {
        let key = self.varint()?;
        let content = match key & 7 {
            0 => Content::Number(self.varint()?),
            1 => self.skip(8).map(|_| Content::Other)?,
            2 => {
                let length = self.varint()?;
                Content::Bytes(self.skip(length)?)
            }
            5 => self.skip(4).map(|_| Content::Other)?,
            _ => return None,
        };
        Some((key >> 3, content))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(number: u8, content: &[u8]) -> Vec<u8> {
        [&[number << 3 | 2, content.len() as u8], content].concat()
    }

    fn model(data_type: u8, weights: &[f32]) -> Vec<u8> {
        let raw: Vec<u8> = weights.iter().flat_map(|w| w.to_le_bytes()).collect();
        let tensor = [vec![DATA_TYPE as u8 * 8, data_type], field(RAW_DATA as u8, &raw)].concat();
        [vec![8, 7], field(GRAPH as u8, &[field(1, b"node"), field(INITIAL_VALUE as u8, &tensor)].concat())].concat()
    }

    #[test]
    fn only_negligible_weights_are_cleared() {
        let mut file = model(1, &[1.5, 1e-39, -1e-30, -0.25, 1e-10]);
        clear_negligible(&mut file);
        assert_eq!(file, model(1, &[1.5, 0.0, 0.0, -0.25, 1e-10]));
    }

    #[test]
    fn other_numbers_are_left_alone() {
        let mut file = model(7, &[1e-39]);
        clear_negligible(&mut file);
        assert_eq!(file, model(7, &[1e-39]));
    }

    #[test]
    fn a_file_cut_anywhere_does_no_harm() {
        let whole = model(1, &[1.5, 1e-39]);
        for end in 0..whole.len() {
            let mut cut = whole[..end].to_vec();
            clear_negligible(&mut cut);
            assert_eq!(cut.len(), end);
        }
        clear_negligible(&mut [0xff; 64]);
    }
}
