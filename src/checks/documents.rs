//! What the checks take for granted about kinds of document, and when a reading counts as a claim.

use crate::fields::{DocumentKind as Kind, Field, Holder};
use crate::names::DocumentName;

/// From this confidence on a reading is a claim; below it may support a warning, never a blocker.
pub const CLAIM: f32 = 0.8;

impl Field {
    /// Whether the reading is sure enough to be stated as a fact.
    pub fn is_claim(&self) -> bool {
        self.confidence >= CLAIM
    }
}

impl Holder {
    /// Whether the reading is sure enough to be stated as a fact.
    pub fn is_claim(&self) -> bool {
        self.confidence >= CLAIM
    }
}

impl From<&Holder> for DocumentName {
    fn from(holder: &Holder) -> Self {
        if holder.surname.is_empty() || holder.given_names.is_empty() {
            return Self::Line(holder.full_name.clone());
        }
        Self::Split {
            surname: holder.surname.clone(),
            given_names: holder.given_names.clone(),
            may_be_cut: holder.may_be_cut,
        }
    }
}

impl Kind {
    /// Whether a date of expiry belongs on documents of this kind.
    pub const fn can_expire(self) -> bool {
        matches!(
            self,
            Self::Passport
                | Self::PassportCard
                | Self::DriversLicense
                | Self::StateId
                | Self::NationalId
                | Self::PermanentResidentCard
                | Self::EmploymentAuthorization
                | Self::Visa
                | Self::ConsularId
        )
    }

    /// Whether it shows an address only as long as it is recent.
    pub const fn must_be_recent(self) -> bool {
        matches!(self, Self::UtilityBill | Self::BankStatement | Self::PayStub | Self::MedicalBill)
    }

    /// Whether its front names a holder.
    pub const fn names_a_holder(self) -> bool {
        !matches!(self, Self::Other | Self::Unknown | Self::Translation)
    }

    /// Whether its captions are printed in English as well (ICAO Doc 9303 Part 3 asks for it on travel documents).
    pub const fn has_english_captions(self) -> bool {
        matches!(
            self,
            Self::Passport | Self::PassportCard | Self::Visa | Self::PermanentResidentCard | Self::NationalId
        )
    }
}
