//! The kinds of difference between two addresses: a closed list, so that none is misspelled or without its sentence.

use std::fmt;

/// Names the differences and lists them with their codes in one place.
macro_rules! differences {
    ($($name:ident $code:literal)*) => {
        /// One kind of difference. Its sentence is the message `address-<code>` of the language files.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Difference {
            $(#[doc = concat!("`", $code, "`.")] $name,)*
        }

        impl Difference {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its code in reports.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

differences! {
    Abbreviation "abbreviation"
    Accents "accents"
    BoxAndStreet "box-and-street"
    BoxDiffers "box-differs"
    BoxForStreet "box-for-street"
    BoxMissing "box-missing"
    BuildingDiffers "building-differs"
    Caption "caption"
    CareOf "care-of"
    Case "case"
    CityDiffers "city-differs"
    CityMissing "city-missing"
    CityMisspelled "city-misspelled"
    CountryDiffers "country-differs"
    CountryNamed "country-named"
    DirectionDiffers "direction-differs"
    DirectionMissing "direction-missing"
    DirectionMoved "direction-moved"
    HyphenMissing "hyphen-missing"
    ExtraLine "extra-line"
    KilometerDiffers "kilometer-differs"
    LastLineMissing "last-line-missing"
    Layout "layout"
    LetterInNumber "letter-in-number"
    Mailbox "mailbox"
    Masked "masked"
    Misread "misread"
    NativeScript "native-script"
    NothingToCompare "nothing-to-compare"
    NumberDiffers "number-differs"
    NumberForm "number-form"
    NumberMissing "number-missing"
    NumberRange "number-range"
    NumberSuffix "number-suffix"
    NumberSwapped "number-swapped"
    NumberZeros "number-zeros"
    PlaceDiffers "place-differs"
    PlaceMissing "place-missing"
    PlaceMisspelled "place-misspelled"
    PostalCodeDiffers "postal-code-differs"
    PostalCodeMissing "postal-code-missing"
    PostalCodePlus4 "postal-code-plus4"
    PostalCodeSlip "postal-code-slip"
    Punctuation "punctuation"
    RegionDiffers "region-differs"
    RegionMissing "region-missing"
    RoadKind "road-kind"
    RouteDiffers "route-differs"
    RouteForStreet "route-for-street"
    RouteLine "route-line"
    StreetAlias "street-alias"
    StreetCut "street-cut"
    StreetDiffers "street-differs"
    StreetMissing "street-missing"
    StreetMisspelled "street-misspelled"
    StreetOrder "street-order"
    StreetTypeDiffers "street-type-differs"
    StreetTypeMissing "street-type-missing"
    StreetWords "street-words"
    UnitDiffers "unit-differs"
    UnitLevel "unit-level"
    UnitMissing "unit-missing"
    UnitWord "unit-word"
    UnitZeros "unit-zeros"
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
