# The window: buttons, headings and the words around the reports.

app-no-display = There is no screen to open a window on. Use the command “precheck check FILE” instead. It prints the same report.
app-display-over-network = The screen ({ $display }) is on another computer, and precheck opens no network connection. Start it on the computer whose screen you use. Or use the command “precheck check FILE”, which prints the same report.
app-nothing-found = No photos, scans, or PDFs were found there.

app-add-files = Add photos
app-add-folder = Add folder
app-recheck = Check again
app-recheck-all = Check all again
app-cancel = Stop
app-close = Close
app-remove = Remove
app-remove-hint = Takes it off this list. It is not deleted from your computer.
app-removed = Removed from the list: { $file }
app-undo = Undo
app-copied = Copied. Paste it into an email or a message.
app-saved = Saved: { $file }
app-saved-report = Saved: { $file }. To print it, open it in your browser.
app-help = Help
app-more = More
app-display = Display
app-look = Colors
app-look-light = Light
app-look-dark = Dark
app-look-contrast = High contrast
app-text-size = Size of text
app-text-smaller = Smaller text
app-text-larger = Larger text
app-text-percent = { $size } %
app-show-numbers = Show full numbers
app-progress = { $done } of { $all } pages checked
app-pick-files = Choose photos, scans, or PDFs
app-pick-folder = Choose a folder
app-pick-record = Choose the file with your details

app-local = Your photos stay on this computer. Nothing is sent.
app-readers-looking = Getting ready to read…
app-readers-none = Only the photo is checked, not the words. Install the program again.
app-readers-one = Reading works, with one reader instead of two
app-readers = Reading works
app-day = Dates counted to { $day }

app-start-title = Check your documents before you upload them
app-start-text = See what ID.me may reject and how to fix it.
app-start-need = ID.me asks for three things:
app-need-itin = Proof of ITIN
    .shows = Your ITIN letter (CP565). Your full name and all nine digits can be read.
app-need-photo-id = Photo ID
    .shows = A passport or a U.S. driver’s license. Not expired, all four corners in the photo.
    .outside-us = A passport or your country’s ID card. Not expired, all four corners in the photo.
app-need-address = Proof of address
    .shows = A utility bill or bank statement with your name and home address. Less than 90 days old.
    .outside-us = A utility bill or bank statement with your name and your home address outside the United States. Less than 90 days old.
app-example-good = Good
app-example-cut-off = Cut off
app-example-glare = Glare
app-example-far = Too far away
app-start-drop = Drag your photos here.
app-start-choose = Choose photos
app-start-honest = This is a preliminary check, not an approval. When it is unsure, it tells you.
app-drop-now = Let go to add these files

app-answer-working = Checking your photos…
app-answer-stopped = { $count ->
    [one] Stopped. 1 page was not checked.
   *[other] Stopped. { $count } pages were not checked.
 }
app-answer-fix = { $count ->
    [one] Not ready yet: 1 thing to do
   *[other] Not ready yet: { $count } things to do
 }
app-answer-look = { $count ->
    [one] Before you upload, look at 1 thing
   *[other] Before you upload, look at { $count } things
 }
app-answer-ready = { $count ->
    [one] Your photo is fine. No problems found.
   *[other] All { $count } photos are fine. No problems found.
 }
app-answer-next = Next: have these originals with you in the video call.
app-answer-honest = ID.me makes the final decision.
app-answer-hide = Hide
app-answer-show = Show
app-tab-page = This page
app-tab-call = Video call

app-call-when = When is your video call?
app-call-nothing = No document is good enough yet.
app-call-expires = Expires on { $date }
app-call-dated = Dated { $date }
app-copy = Copy what to do ({ $language })
app-save = Save the report (HTML)
app-pick-report = Where should the report be saved?

app-files = Your files
app-page-number = page { $page }
app-side-back = back
app-page-waiting = Waiting
app-first-look = So far: { $what }
app-first-look-fine = So far: nothing wrong with the photo
app-page-working = Checking…
app-page-stopped = Not checked
app-page-stopped-means = This page was not checked. Press “Check again” to check it.
app-page-ready = Ready
app-page-ready-means = No problems found. ID.me makes the final decision.
app-page-ready-partly = No problems found, but some checks could not run. See the list below.
app-page-retake = Take a new photo
app-page-retake-means = ID.me would probably reject this one. See below how to fix it.
app-page-replace = Use another document
app-page-replace-means = A new photo of this document does not help. See below why.
app-page-review = Look at this
app-page-review-means = Read the notes below before you upload this page.
app-page-unreadable = Could not be opened
app-page-large = Enlarged page
app-page-coming = The photo appears here in a moment.
app-page-no-picture = There is no photo to show for this file.

app-watch-blind = New photos cannot be noticed by themselves in this folder. When you have replaced a photo, press “Check again”.
app-photo-of = { $file }: { $what }
app-photo-looking = New photo. Checking…
app-photo-same = This is the same photo as before.
app-photo-known = This is the same photo as { $file } before.
app-photo-fine = New photo: no problems found.
app-photo-now-fine = New photo: now it is fine. Before: { $before }.
app-photo-unreadable = The new photo could not be opened.
app-photo-look = New photo: please look at it.
app-photo-now = New photo. Still to do: { $now }.
app-photo-fixed = New photo: better. Solved: { $before }. Still to do: { $now }.
app-photo-still =
    .better = New photo: better, but not good enough yet. Still to do: { $now }.
    .same = New photo: no better than before. Still to do: { $now }.
    .worse = New photo: worse than before. Still to do: { $now }.
app-photo-blurry =
    .better = New photo: sharper than before, but still too blurry.
    .same = New photo: still as blurry as before.
    .worse = New photo: even blurrier than before.
app-photo-glare =
    .better = New photo: less glare than before, but still too much.
    .same = New photo: still as much glare as before.
    .worse = New photo: even more glare than before.
app-photo-text-too-small =
    .better = New photo: larger letters than before, but still too small.
    .same = New photo: the letters are still as small as before.
    .worse = New photo: the letters are even smaller than before.
app-photo-too-bright =
    .better = New photo: less bright than before, but still too bright.
    .same = New photo: still as bright as before.
    .worse = New photo: even brighter than before.
app-photo-too-dark =
    .better = New photo: brighter than before, but still too dark.
    .same = New photo: still as dark as before.
    .worse = New photo: even darker than before.
app-photo-uneven-light =
    .better = New photo: less shadow than before, but still too much.
    .same = New photo: still as much shadow as before.
    .worse = New photo: even more shadow than before.
app-photo-joined = New photo in the folder: { $file }
app-photo-joined-many = { $count ->
    [one] { $count } new photo in the folder
   *[other] { $count } new photos in the folder
 }
app-photo-gone = No longer in its folder: { $file }
app-photo-gone-short = No longer there
app-photo-gone-means = The file is no longer in its folder. What you see here is from before.
app-photo-moved = { $from } is now called { $to }

app-clients = { $count ->
    [one] 1 client
   *[other] { $count } clients
 }
app-clients-progress = { $done } of { $all } files checked
app-clients-pace = { $done } of { $all } files, { $rate } a minute, { $minutes ->
    [one] 1 minute left
   *[other] { $minutes } minutes left
 }
app-clients-done = Done. Ready: { $ready }. Need you: { $need }. New photo asked for: { $again }.
app-clients-search = Search by name
app-clients-none = No clients here.
app-clients-nobody = No other client needs you now.
app-clients-list = Look at this in your list and folders
app-go-on = Go on
app-filter-needs-me = Needs me ({ $count })
app-filter-ready = Ready ({ $count })
app-filter-again = New photo asked for ({ $count })
app-filter-all = All ({ $count })
app-client-fix = Something to do
app-client-look = Look at this
app-client-waiting = Not checked yet
app-client-again = New photo asked for
app-client-ready = Ready
app-client-accepted = Accepted by you
app-client-more = { $count ->
    [0] { $thing }
   *[other] { $thing } (and { $count } more)
 }
app-client-all = All clients
app-client-previous = Previous
app-client-next = Next
app-client-next-in-need = Next that needs me
app-client-copy = Copy message
app-decide-accept = Accept
app-decide-again = Ask for new photo
app-decide-name = Name is fine
app-decided-accepted = You accepted this on { $day }.
    .word = Accepted
app-decided-new-photo = You asked for a new photo on { $day }.
    .word = New photo asked for
app-decided-name-fine = You said on { $day } that the name is fine: { $why }
    .word = Name is fine
app-decision-back = Decision taken back: { $client }
app-review-unread = Your earlier decisions cannot be read, so new ones are not kept. Look at this file: { $file }
app-why-title = Why is the name fine?
app-why-text = Your reason is kept with your decision, for example: married last year.
app-offer-title = These look like { $people } people
app-offer-text = There are { $files } files here, in folders of { $people } people. Check them as a list of clients?
app-offer-many-files = There are { $files } files here
app-offer-many-text = One person needs about ten at most. If these are of many people, put each person’s files into a folder of its own, and add the folder around them.
app-offer-clients = A list of clients
app-offer-one = All of one person
app-offer-none = Cancel

app-zoom-in = Zoom in
app-zoom-out = Zoom out
app-zoom-fit = Whole page
app-zoom-width = Full width
app-zoom-pixels = 100%
app-turn = Turn
app-page-view = View
app-overlays = Marks
app-overlay-findings = Problems
    .shows = Where the problems in the list on the right are.
app-overlay-outlines = Document edges
    .shows = The edges of each document.
app-overlay-lines = Text
    .shows = The lines of text that were read.
app-overlay-codes = Lines with <<< and barcode
    .shows = The lines with <<< of a passport and the barcode of a card.
app-overlay-blur = Blurry text
    .shows = Text that is too blurry to read easily. Where the stripes are closest together, it cannot be read.
app-overlay-glare = Glare
    .shows = Light so bright that nothing can be read under it.
app-overlay-shadow = Shadow
    .shows = The part of the document that is much darker than the rest.
app-overlay-covered = Covered
    .shows = Something covers the document here, for example a finger.
app-overlay-pen = Handwriting
    .shows = Someone may have written over the printed text here.
app-overlay-maps = All marks

app-score-sharpness = Sharpness: { $score }/100
app-score-lighting = Light: { $score }/100
app-score-legibility = Reading: { $score }/100
app-more-findings = More ({ $count })
app-details = Details
app-page-details = Details of this page
app-show-where = Show me where
app-show-all = Show the whole page
app-whole-page = This is about the whole photo.
app-measured = Measured: { $value } { $unit }. Limit: { $limit }
app-crop = This part of your photo
app-reading-first = First reading:
app-reading-second = Second reading:
app-read = { $hard ->
    [0] What was read
    [one] What was read ({ $hard } hard to read)
   *[other] What was read ({ $hard } hard to read)
 }
app-field-unsure = Hard to read. Compare it with the photo.
app-field-unreadable = Could not be read
app-not-assessed = Could not be checked ({ $count })

app-names = The name
app-names-print = Printed
app-names-mrz = Lines with <<<
app-names-barcode = Barcode
app-names-by-hand = Typed by you
app-names-wrong = Was it read wrong? Type the name as it stands on the document.
app-names-use = Use this name
app-names-back = Use what was read
app-names-record = Your details
app-names-document = Document
app-names-exact = The same name
app-names-format-only = The same name, written differently
app-names-review = Maybe the same name. Please compare.
app-names-mismatch = The names do not match
app-names-unsure = The name was hard to read. Please compare.
app-names-unreadable = The name could not be read

app-set-working = Still checking. The result appears at the end.
app-set-ready = No problems found in your documents. ID.me makes the final decision.
app-set-review = Before you upload, look at what is marked.

app-record = Your details
app-record-why = Type your name exactly as on your ITIN letter. It is compared with each document. If you do not know something, leave it empty.
app-record-given = First name
app-record-middle = Middle name
app-record-surname = Last name (both, if you use two)
app-record-itin = ITIN
app-record-birth-date = Date of birth
app-record-call-date = Day of the video call, if you know it
app-record-line1 = Street and number
app-record-city = City
app-record-region = State or province
app-record-postal-code = ZIP code
app-record-country = Country
app-record-date-wrong = Type it like this: 07/28/1960
app-record-date-hint = Month, day, year, like 07/28/1960
app-record-path = Where do you live?
app-record-path-us = In the United States
app-record-path-outside-us = Outside the United States
app-record-open = Open saved details

app-help-title = Keyboard shortcuts
app-help-mouse = Scroll to zoom, drag to move, double-click to see the whole page.
app-key-step = Next and previous page
app-key-answer = Show or hide what to do
app-key-record = Type your details
app-key-call = What to have with you in the video call
app-key-findings = Next and previous problem, zoomed in
app-key-language = Other language: English or Spanish
app-key-look = Other colors: light, dark, high contrast
app-key-text = Larger text, smaller text, usual size
app-key-open-client = Show the marked client
app-key-client = Previous and next client
app-key-next-client = Next client that needs you, all clients
app-key-decide = Accept, ask for a new photo, the name is fine
app-key-copy = Copy the message to the client
app-key-overlays = Show or hide one kind of mark on the page
app-key-maps = Show or hide all marks
app-key-tab = Go from button to button. Space or Enter presses it.
app-key-zoom = Zoom in, zoom out, whole page
app-key-width = Full width
app-key-pixels = The photo in its own size (100%)
app-key-turn = Turn the page
app-key-hold = While you hold the key: the photo without marks (H), a magnifying glass (L)
app-arrows = Arrows
app-key-arrows = Move an enlarged page, or go through the list
app-key-recheck = Check this file again
app-key-remove = Remove the file from the list
app-key-undo = Put the file back that was removed last
app-key-cancel = Stop checking, or show the whole page again

app-field-surname = Last name
app-field-given-names = First names
app-field-full-name = Full name
app-field-birth-date = Date of birth
app-field-expiry-date = Expires
app-field-issue-date = Issue date
app-field-statement-date = Date of the bill or statement
app-field-document-number = Document number
app-field-address = Address
app-field-itin = ITIN
app-field-nationality = Nationality
app-field-issuing-country = Issuing country
app-field-sex = Sex
app-field-mrz = Lines with <<<
app-field-barcode = Barcode

app-unit-confidence = confidence
app-unit-days = days
app-unit-degrees = degrees
app-unit-dots-an-inch = dots per inch (dpi)
app-unit-fact = not read
app-unit-letters = letters
app-unit-lines = lines
app-unit-of-1 = of 1
app-unit-of-100 = of 100
app-unit-of-255 = of 255
app-unit-of-brightness = of brightness
app-unit-of-the-documents-length = of the document’s length
app-unit-pixels = pixels
app-unit-share-of-its-area = of its area
app-unit-share-of-the-document = of the document
app-unit-share-of-the-field = of the field
app-unit-share-of-the-picture = of the photo
app-unit-share-of-the-text-area = of the text area
app-unit-percent = %
app-unit-percent-of-the-document = % of the document
app-unit-of-the-picture = of the photo

name-by-hand = Name typed by you
    .title = Name typed by you
    .found = You typed the name of this document: { $name }.
    .advice = Compare it with the document, letter by letter.

app-new-person = New person
app-new-person-hint = Empty the list and the form
app-new-person-done = The list and the form are empty.
app-forgotten = What this window remembered is gone.
app-forget = Forget everything
app-about = About precheck
app-about-version = Version { $version }
app-about-license = Free software: MIT or Apache-2.0. The licenses of all its parts are in THIRD-PARTY.md.
app-about-kept = This window remembers its language, colors, size of text and its own size. About a person it keeps nothing but your decisions about clients, in a file beside their list. “Forget everything” empties the list and the form, and removes what the window remembers of itself.
app-no-dialog = This computer has no window for choosing files. Drag the files onto this window instead, or copy them and press Ctrl+V.
app-pick-table = Where should the table be saved?
app-all-files = All files
app-key-paste = Add files that you copied elsewhere
app-photos = Photos and PDF files
app-clients-save = Save as a table
app-decision = Decision
app-decision-when = Decided on
app-decision-why = Reason
app-key-part = Go to the next part of the window
app-used-as = Used as: { $place }
