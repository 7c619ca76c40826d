//! A small seeded random number generator, so that the same seed gives the same specimens on every machine.
//!
//! `SplitMix64` (Steele, Lea and Flood 2014). It must not be used for anything but drawing specimens.

/// The state of the generator.
#[derive(Debug, Clone)]
pub struct Rng(u64);

/// One step of the finalizer: 64 well mixed bits from any 64 bits.
pub fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

impl Rng {
    /// A generator with a seed.
    pub fn new(seed: u64) -> Self {
        Self(mix(seed ^ 0x5EED_0F5B_EC1A_115A))
    }

    /// The next 64 bits.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mix(self.0)
    }

    /// Evenly from `low` to `high`.
    pub fn range(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * ((self.next() >> 40) as f32 / (1u64 << 24) as f32)
    }

    /// A whole number below `n`, which must not be zero.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// One of the items.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// `n` decimal digits, of which the first is not zero.
    pub fn digits(&mut self, n: usize) -> String {
        (0..n).map(|i| char::from(b'0' + if i == 0 { 1 + self.below(9) } else { self.below(10) } as u8)).collect()
    }

    /// `n` capital letters, without those that are easily taken for digits.
    pub fn letters(&mut self, n: usize) -> String {
        (0..n).map(|_| char::from(*self.pick(b"ABCDEFGHJKLMNPRTUVWXY"))).collect()
    }
}
