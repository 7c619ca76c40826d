//! What captions announce.

use serde::Deserialize;

/// What a caption announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::fields) enum Caption {
    Name,
    Surname,
    FirstSurname,
    SecondSurname,
    GivenNames,
    MiddleName,
    FullName,
    BirthDate,
    ExpiryDate,
    IssueDate,
    StatementDate,
    /// The day to which a bank adds up an account; on a bill that of a utility, the day on which it stops to deliver.
    ClosingDate,
    /// Announces two dates: from when to when.
    Period,
    OtherDate,
    DocumentNumber,
    AccountNumber,
    Address,
    Nationality,
    Sex,
    Other,
    OtherPerson,
}

impl Caption {
    /// Announces a part of a name.
    pub(in crate::fields) const fn is_name(self) -> bool {
        matches!(
            self,
            Self::Name
                | Self::Surname
                | Self::FirstSurname
                | Self::SecondSurname
                | Self::GivenNames
                | Self::MiddleName
                | Self::FullName
        )
    }

    /// Announces a date.
    pub(in crate::fields) const fn is_date(self) -> bool {
        matches!(
            self,
            Self::BirthDate
                | Self::ExpiryDate
                | Self::IssueDate
                | Self::StatementDate
                | Self::ClosingDate
                | Self::Period
                | Self::OtherDate
        )
    }
}
