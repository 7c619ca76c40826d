//! A judged set → bytes. Formats know nothing of checks.
