//! The kinds of difference between two names: a closed list, so that none is misspelled or without its sentence.

use std::fmt;

/// Names the differences and lists them with their codes in one place.
macro_rules! differences {
    ($($name:ident $code:literal)*) => {
        /// One kind of difference. Its sentence is the message `name-<code>` of the language files.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Difference {
            /// None that is worth a word.
            Nothing,
            $(#[doc = concat!("`", $code, "`.")] $name,)*
        }

        impl Difference {
            /// All that have a sentence.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its code in reports; empty for none.
            pub const fn code(self) -> &'static str {
                match self {
                    Self::Nothing => "",
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

differences! {
    Abbreviation "abbreviation"
    Anglicised "anglicised"
    Apostrophe "apostrophe"
    Case "case"
    ControlDiffers "control-differs"
    ControlSame "control-same"
    Diacritics "diacritics"
    DiacriticsConflict "diacritics-conflict"
    DifferentPerson "different-person"
    ExtraName "extra-name"
    FieldSplit "field-split"
    FirstSurnameMissing "first-surname-missing"
    GenderVariant "gender-variant"
    GenderedSurname "gendered-surname"
    GivenDiffers "given-differs"
    GivenMissing "given-missing"
    GivenPermutation "given-permutation"
    Hyphen "hyphen"
    Initial "initial"
    InitialConflict "initial-conflict"
    JoinedInitial "joined-initial"
    LetterDoubtful "letter-doubtful"
    MaidenMarried "maiden-married"
    MarkerConflict "marker-conflict"
    MiddleConflict "middle-conflict"
    MiddleMissing "middle-missing"
    Mrz "mrz"
    MrzConflict "mrz-conflict"
    MrzFillerNoise "mrz-filler-noise"
    MrzShortNotTruncated "mrz-short-not-truncated"
    MrzTruncated "mrz-truncated"
    NativeScript "native-script"
    Nickname "nickname"
    NoLetters "no-letters"
    OcrAmbiguous "ocr-ambiguous"
    OcrConfusion "ocr-confusion"
    OcrResolvesToOther "ocr-resolves-to-other"
    OneBox "one-box"
    OneLetter "one-letter"
    Order "order"
    OtherBorders "other-borders"
    Particle "particle"
    PatronymicConflict "patronymic-conflict"
    Placeholder "placeholder"
    Punctuation "punctuation"
    RecordElsewhere "record-elsewhere"
    RomanisationVariant "romanisation-variant"
    SecondSurnameDiffers "second-surname-differs"
    SecondSurnameMissing "second-surname-missing"
    Spacing "spacing"
    SpellingVariant "spelling-variant"
    Suffix "suffix"
    SuffixConflict "suffix-conflict"
    SurnameDiffers "surname-differs"
    SurnameOrder "surname-order"
    SyllableDiffers "syllable-differs"
    Title "title"
    Transliteration "transliteration"
    Typo "typo"
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
