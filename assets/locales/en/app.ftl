# The window: buttons, headings and the words around the reports.

app-no-display = There is no screen to open a window on. Use the command "precheck check FILE" instead; it prints the same report.
app-nothing-found = No photos, scans or PDFs were found there.

app-add-files = Add photos
app-add-folder = Add folder
app-recheck = Check again
app-cancel = Stop
app-close = Close
app-remove = Remove
app-remove-hint = Takes this file off the list. The file itself stays where it is.
app-help = Help
app-more = More
app-show-numbers = Show full numbers
app-progress = { $done } of { $all } checked
app-pick-files = Choose photos, scans or PDFs
app-pick-folder = Choose a folder
app-pick-record = Choose a file with the applicant's details

app-local = Nothing leaves this computer.
app-readers-looking = Getting ready to read…
app-readers-none = No text reader works on this computer: only the picture is checked, not the words.
app-readers = Text is read by { $names }
app-day = Checked as of { $day }

app-start-title = Check your documents before you upload them
app-start-text = Find out what a reviewer could refuse, and how to fix it, while there is still time to take a better photo.
app-start-need = You need these three things
app-need-itin = Proof of your ITIN
    .shows = The letter from the IRS (CP565 or similar). Your full name and the whole number must be readable.
app-need-photo-id = An identity document with your photo
    .shows = For example your passport or driver's license: not expired, all four corners in the picture.
app-need-address = A document that shows your home address
    .shows = For example a recent utility bill or bank statement with your name, the address and the date.
app-start-drop = Drop photos here, or press O
app-start-choose = Choose photos
app-start-honest = This is a check in advance, not an approval. Where it is not sure, it says so.
app-drop-now = Let go to add these files

app-files = Your files
app-page-waiting = Waiting
app-page-working = Checking…
app-page-stopped = Not checked
app-page-stopped-means = You stopped before this page was checked. Press "Check again" to go on.
app-page-ready = Ready
app-page-ready-means = Nothing was found that a reviewer would refuse.
app-page-ready-partly = Nothing was found against it, but not everything could be checked. See the list below.
app-page-retake = Take it again
app-page-retake-means = A reviewer would very likely refuse this picture. See below how to fix it.
app-page-review = Please check
app-page-review-means = Look at the points below before you upload this page.
app-page-unreadable = Could not be opened
app-page-large = Page shown large
app-page-coming = The picture appears here in a moment.
app-page-no-picture = There is no picture to show for this file.

app-zoom-in = Larger
app-zoom-out = Smaller
app-zoom-fit = Whole page
app-overlay-findings = Findings
    .shows = Where the points of the list on the right are.
app-overlay-outlines = Outlines
    .shows = The edges of each document.
app-overlay-lines = Text
    .shows = The lines of print that were read.
app-overlay-codes = Codes
    .shows = The code lines of a passport and the barcode of a card.
app-overlay-blur = Soft text
    .shows = Text that is too soft to read easily. Where the lines are close together it cannot be read.
app-overlay-glare = Reflection
    .shows = Light that shines so brightly that nothing can be read under it.
app-overlay-shadow = Shadow
    .shows = The part of the document that is much darker than the rest.
app-overlay-covered = Covered
    .shows = Something lies over the document here, for example a finger.
app-overlay-pen = Pen
    .shows = Somebody wrote over the print here.
app-overlay-maps = All maps

app-score-sharpness = Sharpness { $score }
app-score-lighting = Light { $score }
app-score-legibility = Readable { $score }
app-show-where = Show me where
app-show-all = Show the whole page
app-whole-page = This is about the whole picture.
app-measured = Measured: { $value } { $unit }; limit: { $limit }
app-crop = The place, cut out of your picture
app-reading-first = One reader:
app-reading-second = The other:
app-read = { $hard ->
    [0] What was read
   *[other] What was read ({ $hard } hard to read)
 }
app-field-unsure = Not sure: please compare
app-field-unreadable = Unreadable
app-not-assessed = { $count ->
    [one] Could not be checked: { $count } point
   *[other] Could not be checked: { $count } points
 }

app-names = The name
app-names-record = Your details
app-names-document = Document
app-names-exact = The same name
app-names-format-only = The same name, written differently
app-names-review = Perhaps the same name: please look
app-names-mismatch = The names do not match
app-names-unsure = This name was hard to read: please compare it yourself
app-names-unreadable = The name could not be read

app-set = All your documents
app-set-working = The answer comes when all files are checked.
app-set-ready = Everything needed is here
app-set-fix = Something has to be fixed or added
app-set-review = Please look at the points marked

app-record = Your details
app-record-why = Type your name as it stands on your ITIN letter. It is compared with each document. Leave empty what you do not know.
app-record-given = First name
app-record-middle = Middle name
app-record-surname = Last name (one or two)
app-record-itin = ITIN
app-record-birth-date = Birth date (YYYY-MM-DD)
app-record-line1 = Street and number
app-record-city = City
app-record-region = State
app-record-postal-code = Postal code
app-record-country = Country
app-record-date-wrong = Write year-month-day, for example 1990-04-12.
app-record-path = Where do you live?
app-record-path-us = In the United States
app-record-path-outside-us = Outside the United States
app-record-open = Open a record file

app-help-title = Keys
app-help-mouse = Turn the wheel over the page to enlarge it, drag to move it, double-click to see all of it.
app-key-step = Next and previous page
app-key-record = Type your details
app-key-findings = Next and previous finding, brought close
app-key-overlays = What is drawn over the page
app-key-maps = All maps of the picture at once
app-key-tab = Go from button to button; Space or Enter presses it
app-key-zoom = Larger, smaller, whole page
app-arrows = Arrows
app-key-arrows = Move an enlarged page, or go through the list
app-key-remove = Remove the file from the list
app-key-cancel = Stop checking, or show the whole page again

app-error-advice = Open the file in another program to see whether it is whole, or take the photo again.
app-error-cannot-open = The file is not there or may not be read.
app-error-empty = The file is empty.
app-error-unknown-format = This is not a picture or a PDF that can be opened here.
app-error-damaged = The file is damaged or incomplete.
app-error-protected = The file is protected by a password. Save it without one and add it again.
app-error-unsupported = This kind of file cannot be opened here. Save it as JPEG, PNG or PDF.
app-error-file-too-large = The file is too large.
app-error-too-many-pixels = The picture is too large.
app-error-too-many-pages = The file has too many pages.
app-error-internal = The program failed on this page. The other pages are not affected.
app-error-stopped = You stopped before this page was checked.

app-field-surname = Last name
app-field-given-names = First names
app-field-full-name = Name
app-field-birth-date = Birth date
app-field-expiry-date = Valid until
app-field-issue-date = Issued
app-field-statement-date = Date of the statement
app-field-document-number = Document number
app-field-address = Address
app-field-itin = ITIN
app-field-nationality = Nationality
app-field-issuing-country = Issued by
app-field-sex = Sex
app-field-mrz = Machine readable lines
app-field-barcode = Barcode

app-unit-confidence = confidence
app-unit-days = days
app-unit-degrees = degrees
app-unit-dots-an-inch = dots an inch
app-unit-letters = letters
app-unit-lines = lines
app-unit-of-1 = of 1
app-unit-of-100 = of 100
app-unit-of-255 = of 255
app-unit-of-brightness = of brightness
app-unit-of-the-documents-length = of the document's length
app-unit-pixels = pixels
app-unit-share-of-its-area = share of its area
app-unit-share-of-the-document = share of the document
app-unit-share-of-the-field = share of the field
app-unit-share-of-the-picture = share of the picture
app-unit-share-of-the-text-area = share of the text area
app-unit-percent = %
app-unit-percent-of-the-document = % of the document
app-unit-of-the-picture = of the picture
