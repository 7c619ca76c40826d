//! What documents are by nature: one table with one row for each kind, which the compiler keeps complete.
//!
//! What a document may serve as, how recent it must be, and which facts and sides are required are rules. They are in
//! the requirement files.

use serde::{Deserialize, Serialize};

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the words of the contract, which say what they are")]
pub enum DocumentKind {
    Passport,
    PassportCard,
    DriversLicense,
    StateId,
    NationalId,
    PermanentResidentCard,
    EmploymentAuthorization,
    Visa,
    ConsularId,
    NaturalizationCertificate,
    UtilityBill,
    BankStatement,
    PayStub,
    MedicalBill,
    W2,
    Lease,
    ItinLetter,
    IrsNotice,
    BirthCertificate,
    MarriageCertificate,
    NameChangeOrder,
    Translation,
    Other,
    #[default]
    Unknown,
}

/// Side of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The side with the photograph.
    Front,
    /// The other one.
    Back,
}

/// Width and height of a card of size ID-1, in millimeters (ISO/IEC 7810, rounded as in ICAO Doc 9303 part 5).
pub const ID1_MM: [f32; 2] = [85.6, 54.0];
/// Width and height of a page of a passport, in millimeters (ICAO Doc 9303 part 4).
pub const TD3_MM: [f32; 2] = [125.0, 88.0];

/// Where the portrait is on the side that has one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Portrait {
    /// At a place on the card: left, right, top and bottom of the face, as shares of the card's width and height.
    OnCard([f32; 4]),
    /// At a place relative to the start and the top of the code lines: left, right, top and bottom of the face, in
    /// millimeters.
    AboveZone([f32; 4]),
}

/// The face on the front of a card: portraits stand in the left third (ICAO Doc 9303 part 5, zone V; AAMVA card design
/// standard, zone II).
const FACE_ON_CARD: Portrait = Portrait::OnCard([0.05, 0.33, 0.28, 0.78]);
/// The face in a passport: the portrait is 35 by 45 mm at the left above the code lines (ICAO Doc 9303 part 4, zone V).
/// The rim of the portrait and its tolerance are left out.
const FACE_ABOVE_ZONE: Portrait = Portrait::AboveZone([1.0, 31.0, -46.0, -8.0]);

/// What is true of all documents of a kind.
#[expect(clippy::struct_excessive_bools, reason = "a row of a table of yes and no")]
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Traits {
    /// Width and height in millimeters, if a standard fixes them.
    pub size_mm: Option<[f32; 2]>,
    /// Whether it normally has a date of expiry.
    pub expires: bool,
    /// Where its portrait is, if a standard fixes that.
    pub portrait: Option<Portrait>,
    /// Whether it has colored print and a colored portrait.
    pub in_color: bool,
    /// Whether it is a card with print on both sides.
    pub has_back: bool,
    /// Whether its front names a holder.
    pub names_holder: bool,
    /// Whether it is mailed to an address and dated: a bill or a statement.
    pub mailed: bool,
    /// Whether it may have several pages, of which only the first shows its kind.
    pub several_pages: bool,
    /// Whether its captions are printed in English as well (ICAO Doc 9303 part 3 requires it on travel documents).
    pub english_captions: bool,
}

/// A paper about a person: no fixed size, no expiry, one side that counts.
const PAPER: Traits = Traits {
    size_mm: None,
    expires: false,
    portrait: None,
    in_color: false,
    has_back: false,
    names_holder: true,
    mailed: false,
    several_pages: false,
    english_captions: false,
};
const LETTER: Traits = Traits { several_pages: true, ..PAPER };
const BILL: Traits = Traits { mailed: true, ..LETTER };
const CARD: Traits = Traits {
    size_mm: Some(ID1_MM),
    expires: true,
    portrait: Some(FACE_ON_CARD),
    in_color: true,
    has_back: true,
    ..PAPER
};
const TRAVEL_CARD: Traits = Traits { english_captions: true, ..CARD };
const PASSPORT: Traits =
    Traits { size_mm: Some(TD3_MM), portrait: Some(FACE_ABOVE_ZONE), has_back: false, ..TRAVEL_CARD };
const VISA: Traits = Traits { size_mm: None, portrait: None, ..PASSPORT };
/// A document of an unknown kind.
const NOTHING_KNOWN: Traits = Traits { names_holder: false, ..PAPER };

impl DocumentKind {
    /// What is true of all documents of this kind.
    pub const fn traits(self) -> Traits {
        match self {
            Self::Passport => PASSPORT,
            Self::Visa => VISA,
            Self::PassportCard | Self::PermanentResidentCard | Self::NationalId => TRAVEL_CARD,
            Self::DriversLicense | Self::StateId | Self::EmploymentAuthorization | Self::ConsularId => CARD,
            Self::UtilityBill | Self::BankStatement | Self::PayStub | Self::MedicalBill => BILL,
            Self::Lease | Self::ItinLetter | Self::IrsNotice => LETTER,
            Self::NaturalizationCertificate
            | Self::W2
            | Self::BirthCertificate
            | Self::MarriageCertificate
            | Self::NameChangeOrder => PAPER,
            Self::Translation | Self::Other | Self::Unknown => NOTHING_KNOWN,
        }
    }
}
