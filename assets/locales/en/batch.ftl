# What is to be said of the rows of a client list. The line stands before each sentence.
roster-missing-name = There is no name in this row. Type the name, or delete the row.
roster-bad-date-not-a-date = “{ $text }” in the column “{ $column }” is not a date. Type it as year-month-day: 1990-04-12.
roster-bad-date-no-such-day = “{ $text }” in the column “{ $column }” is not a day of the calendar. Ask the client, and type it as year-month-day: 1990-04-12.
roster-bad-date-year-alone = The column “{ $column }” holds a year alone. Type the whole date as year-month-day: 1990-04-12.
roster-bad-date-not-shown = The column “{ $column }” holds an error or number signs instead of a date. In the spreadsheet, make the column wider or type the date again, and save the list again.
roster-bad-date-future = “{ $text }” in the column “{ $column }” is in the future. Ask the client for the date of birth.
roster-bad-date-long-ago = “{ $text }” in the column “{ $column }” is too long ago. Check the year.
roster-ambiguous-date = The date in the column “{ $column }” can be { $one } or { $other }. Type it as year-month-day, or write DD/MM/YYYY or MM/DD/YYYY in the title of the column.
roster-bad-itin-lost-digits = The spreadsheet has dropped digits of the number in the column “{ $column }” (9.0E+08). They cannot be restored: type the whole number, with hyphens.
roster-bad-itin-not-shown = The column “{ $column }” holds an error or number signs instead of a number. In the spreadsheet, make the column wider or type the number again, and save the list again.
roster-bad-itin-not-a-number = What stands in the column “{ $column }” is not a number. Type nine digits, or the last four, or leave it empty. Check for letters, such as O for zero.
roster-bad-itin-length =
    { $digits ->
        [one] The number in the column “{ $column }” has one digit; an ITIN has nine. Type all nine, or the last four.
       *[other] The number in the column “{ $column }” has { $digits } digits; an ITIN has nine. Type all nine, or the last four.
    }
roster-bad-itin-not-an-itin = The number in the column “{ $column }” is not an ITIN, which begins with 9. If it is a Social Security number, this client does not need the ITIN route.
roster-bad-itin-no-such-group = The fourth and fifth digits of the number in the column “{ $column }” are not those of an ITIN (50–65, 70–88, 90–92 or 94–99). Compare it with the ITIN letter.
roster-bad-path = The column “{ $column }” does not tell whether the client lives in the United States. Type “us” or “outside-us”.
roster-bad-path-formula = The column “{ $column }” holds a formula or an error. Type “us” or “outside-us”.
roster-duplicate-client-row = This row says the same as line { $first } and was left out. Delete one of them.
roster-duplicate-client-id = The client in line { $first } has the same id. Give one of them another id.
roster-duplicate-client-itin = The client in line { $first } has the same ITIN. One of the two numbers is wrong: compare them with the ITIN letters.
roster-joint-row = This row names two people, who were read as two clients. An ITIN or a date of birth that stands once was given to the first. Check both, or give each a row of their own.
roster-broken-row-too-many-cells = This row has more cells than the header has titles, so its values cannot be told apart, and it was left out. Put cells with commas in quotation marks, or save the list as XLSX.
roster-broken-row-open-quote = A quotation mark in this row is never closed, so it was left out. Close or remove the mark, or save the list as XLSX.
roster-broken-row-long-cell = A cell in this row is longer than any cell of a spreadsheet, so it was left out.
roster-formula-name = The name is a formula or an error, so it is not known. Type the name itself, or save the list with values only.
roster-formula-other = The column “{ $column }” holds a formula or an error, so its value is not known. Type the value itself, or save the list with values only.
roster-totals-row = A total, not a client.
roster-title-row = A heading or a footer, not a client.

# The words for them.
roster-code-missing-name = No name
roster-code-bad-date = Date
roster-code-ambiguous-date = Date reads two ways
roster-code-bad-itin = ITIN
roster-code-bad-path = Where the client lives
roster-code-duplicate-client = Listed twice
roster-code-joint-row = Two people
roster-code-broken-row = Broken row
roster-code-formula = Formula
roster-code-totals-row = Total
roster-code-title-row = Heading

# Why a list cannot be read.
roster-error-empty = The list is empty.
roster-error-too-large = The list is too large ({ $what }). Keep only the rows and columns that are needed.
roster-error-binary = This is not a list. Lists are CSV, XLSX or ODS files.
roster-error-workbook = This workbook is damaged. Open it in the spreadsheet program and save it again.
roster-error-locked = This workbook is locked with a password. Save it without one.
roster-error-old-workbook = This is an old or locked workbook of Excel. Save it as XLSX, without a password.
roster-error-other-archive = This is an archive and not a workbook. Lists are CSV, XLSX or ODS files.
roster-error-no-names = No column holds names. The list needs a row of titles, such as “First name”, “Last name”, “Client ID”, “ITIN”, “Date of birth”. Titles found: { $columns }.

# Folders.
folders-two-ids = Several clients have this id. Give each an id of their own.
folders-id-and-name = The id is one client’s, but the name is another’s. Rename the folder.
folders-number-at-end = A number at the end is a client’s id, but nothing else says so. Put the id at the beginning of the name.
folders-name-not-sure = The name is like a client’s, but not the same. If it is theirs, put the client’s id at the beginning of the name.
folders-one-name = Several clients have this name. Put the client’s id at the beginning of the name.
folders-born-otherwise = The name is a client’s, but the year in it is not the year of birth. If it is theirs, put the client’s id at the beginning of the name.
folders-inside = A folder of one client is inside that of another. Move it out.

# What was understood of a list.
batch-clients =
    { $count ->
        [one] One client in the list (titles in line { $header }).
       *[other] { $count } clients in the list (titles in line { $header }).
    }
batch-sheet = Sheet read: { $sheet }.
batch-other-sheet = The sheet “{ $sheet }” looks like a list of clients too, and was not read.
batch-look = Look at these lines
batch-named = Not clients
batch-heading-clients = Clients
batch-heading-unclear = Folders to look at
batch-heading-unmatched = Folders and files of nobody
batch-heading-without = Clients without files
batch-nothing-to-look = Nothing to look at.
batch-line = Line { $line }
batch-no-name = (no name)
batch-born = born { $date }
batch-call = call { $date }
batch-may-be = may be that of { $clients }
batch-how-id = by id
batch-how-name = by name
batch-how-name-and-birth-date = by name and year of birth
batch-how-shared = shared
batch-path-us = United States
batch-path-outside-us = outside of the United States
batch-summary =
    { $count ->
        [one] One client: { $ready } ready, { $fix } to fix, { $review } to look at.
       *[other] { $count } clients: { $ready } ready, { $fix } to fix, { $review } to look at.
    }
batch-stopped =
    { $count ->
        [one] Stopped before the last client was done. The next run goes on from there.
       *[other] Stopped before the last { $count } clients were done. The next run goes on from there.
    }
batch-not-kept = The results are complete, but could not be kept for the next run ({ $reason }).
batch-unreadable-folder = This folder cannot be read: { $folder }
