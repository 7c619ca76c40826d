# The report as a page for the browser, and as a table.
report-title = Document check
report-day = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $day }, { $year }
report-as-of = Dates counted to { $date }
report-call-on = Video call planned for { $date }
report-more-to-do = Then do this
report-places = What ID.me asks for
report-place = Requirement
report-place-state = State
report-place-document = Document
report-pages = Pages
report-problems = Problems
report-also-noted = Also good to know
report-facts = What was read
report-fact = Fact
report-fact-value = As read
report-fact-source = Read from
report-source-text = printed text
report-source-mrz = lines with <<<
report-source-barcode = barcode
report-hard-to-read = hard to read
report-names = Name, part by part
report-names-record = Your details
report-names-document = Document
report-names-difference = Difference
report-names-outcome = Result
report-names-whole = The whole name
report-relation-exact = the same
report-relation-format-only = the same, written in another way
report-relation-review = look at this
report-relation-mismatch = different
report-relation-unreadable = could not be read
report-cover-places = Faces, numbers, lines with <<<, and barcodes are covered.
report-cover-whole = This picture is coarse on purpose. It is not known where a face or a number is in it.
report-cover-nothing = Nothing is covered in this picture. Keep this report in a safe place.
report-no-picture = There is no picture of this page in the report.
report-picture-alt = { $count ->
    [0] { $document }. Nothing is marked.
    [one] { $document }. 1 place is marked.
   *[other] { $document }. { $count } places are marked.
}
report-program = Checked with { $program }
requirements-idme-itin-us = ID.me with an ITIN, living in the United States
requirements-idme-itin-outside-us = ID.me with an ITIN, living outside of the United States
requirements-idme-non-us-passport = ID.me with a foreign passport, without an ITIN
report-clients = Clients
report-client = Client
report-clients-all = { $count ->
    [one] 1 client
   *[other] { $count } clients
}
report-verdict = Result
report-first-thing = Do this first
report-count = Things to do
report-files = Files
report-row = Row
report-row-client = client
report-row-document = document
report-row-file = file
report-until = Recent enough until
report-day-of-check = Dates counted to
report-remarks = Also to look at
