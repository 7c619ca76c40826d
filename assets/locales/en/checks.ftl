# The checks: title, why it matters, what was found, what to do. Further sentences of a check stand below its own.

no-document =
    .title = No document
    .why = This may be another file, or the document cannot be seen.
    .found = No document can be seen in this photo.
    .advice = Choose the right file. Or take a new photo in which the document fills most of the space.

cut-off =
    .title = Cut off
    .why = All four corners of the document must be visible.
    .found = An edge of the document is outside the photo.
    .advice = Move back a little. Leave some table visible on every side. Take a new photo.

text-cut-off =
    .title = Text cut off
    .why = Part of the information is missing.
    .found = Some text is cut off at the edge of the photo.
    .advice = Move back a little. Leave some table visible on every side. Take a new photo.

blurry =
    .title = Blurry
    .why = If the text is hard to read, ID.me would probably reject the document.
    .found = The text is blurry.
    .shaken = The text is blurry because the phone moved { $direction ->
        [across] from side to side
        [down] up and down
       *[slanting] diagonally
    }.
    .advice-shaken = Rest your elbows on the table and use more light. Take a new photo.
    .advice = Hold the phone still with both hands. Tap the text on the screen. Take a new photo.

glare =
    .title = Glare
    .why = Text under glare cannot be read.
    .found = { $value ->
        [one] Glare hides about 1 letter.
       *[other] Glare hides about { $value } letters.
    }
    .beside-text = There is some glare, but not over text.
    .advice = Turn off the flash. Tilt the document until the glare is gone. Take a new photo.

too-dark =
    .title = Too dark
    .why = The text in a dark photo is hard to read.
    .found = The photo is too dark to read.
    .advice = Go near a window or turn on a lamp. Take a new photo.

too-bright =
    .title = Too bright
    .why = Too much light makes letters disappear.
    .found = There is too much light, and some letters are gone.
    .advice = Turn off the flash and move out of the sun. Take a new photo.

uneven-light =
    .title = Shadow
    .why = Text in a shadow is hard to read.
    .found = A shadow covers part of the document.
    .advice = Move the lamp or change your place until the shadow is gone. Take a new photo.

faint =
    .title = Faint text
    .why = Pale text is easily misread. ID.me may reject it.
    .found = The text is too pale to read well.
    .advice = Use more light. If the document itself is worn, use another one.

noisy =
    .title = Grainy
    .why = Small letters get lost in a grainy photo.
    .found = The photo is grainy.
    .compressed = The photo lost quality, probably when it was sent.
    .advice = Use more light. Upload the original photo, not one sent by WhatsApp or text message.

text-too-small =
    .title = Text too small
    .why = Very small letters cannot be told apart.
    .found = The letters are too small.
    .far-away = The document is too far away.
    .coarse = The photo does not show enough detail.
    .thumbnail = This picture is only a thumbnail. Nothing on it can be read.
    .thumbnail-advice = Choose the whole photo, not its small preview. Messengers and mail programs often save the preview.
    .advice = Move closer, but keep all four corners. Take a new photo.

covered =
    .title = Covered
    .why = Nothing may cover the document. What is covered cannot be read.
    .found = A finger or something else covers part of the document.
    .advice = Lay the document on a table instead of holding it. Take a new photo.

tilted =
    .title = Taken at an angle
    .why = Letters far from the camera come out small.
    .found = The photo was not taken from straight above.
    .askew = The document is rotated in the photo.
    .advice = Lay the document flat. Hold the phone straight above it. Take a new photo.

sideways =
    .title = Sideways or upside down
    .why = ID.me should not have to turn the photo.
    .found = { $degrees ->
        [90] The photo is sideways. Rotate it once to the right.
        [180] The photo is upside down. Rotate it twice.
       *[other] The photo is sideways. Rotate it once to the left.
    }
    .advice = Rotate the photo before you upload it. You do not need to take a new one.

mirrored =
    .title = Mirror image
    .why = Backwards text cannot be read or checked.
    .found = The text is backwards, as in a mirror.
    .advice = Take the photo with the back camera.

photo-of-screen =
    .title = Photo of a screen
    .why = A document on a screen is not the original.
    .found = This looks like a photo of a screen.
    .advice = Take the photo of the document itself. If it is a bill or statement, save the PDF and use that.

photocopy =
    .title = Photocopy
    .why = ID.me accepts only originals, not copies.
    .found = This document has no color. It may be a black-and-white copy.
    .advice = Take a color photo of the original.

written-on =
    .title = Handwriting on the document
    .why = ID.me may reject a document that someone has written on.
    .found = Someone may have written over the printed text.
    .advice = Look at the marked place. If nothing is written there, go on. If something is, use a clean original.

several-documents =
    .title = Several documents
    .why = Upload one document per photo.
    .found = There is more than one document in this photo.
    .advice = Take a separate photo of each. Only a translation goes with its original.

upload-format =
    .title = File format
    .why = ID.me’s help page names JPEG, PNG, and PDF.
    .found = This file is not a JPEG, PNG, or PDF.
    .advice = Save this photo as JPEG before you upload it.

unknown-document =
    .title = Document not recognized
    .why = A document that is not recognized cannot be checked.
    .found = The type of document could not be recognized.
    .foreign = This document is in { $language }. The program cannot read these letters, so it could not check what the document says.
    .not-read = The text on this page could not be read.
    .advice = Is this the right document? If so, take a sharper photo that shows all of it.
    .advice-foreign = Look at the document. Are the name, the dates, and the numbers the same as on your other documents?
    .advice-not-read = A part of the program is missing. Install it again, or ask the person who installed it.

expired =
    .title = Expired
    .why = A photo ID must not be expired.
    .found = This document expired on { $date }.
    .advice = Use another document that has not expired, or renew this one first.
    .advice-licence = Use another document. ID.me may accept a U.S. license that expired less than a year ago. It must come with its renewal paper.

expires-soon =
    .title = Expires soon
    .why = Your video call may be days or weeks after you upload.
    .found = { $value ->
        [0] This document expires today.
        [one] This document expires tomorrow.
       *[other] This document expires on { $date }, in { $value } days.
    }
    .before-the-call = This document expires on { $date }. Your video call is planned for { $call }.
    .advice = Finish the video call before it expires, or use another document.
    .advice-before-the-call = Choose an earlier day for the call, or use another document.

too-old =
    .title = Too old
    .why = A bill or bank statement shows where you live only if it is recent.
    .found = This document is dated { $date }, { $value } days ago. ID.me asks for one less than 90 days old.
    .by-the-call = This document is dated { $date }. On the day of your video call it will be { $value } days old.
    .in-the-future = This document is dated { $date }, a day that has not come yet. The date may have been misread.
    .advice = Use your newest bill or bank statement.
    .advice-by-the-call = Use your next bill or bank statement, or choose an earlier day for the call.
    .advice-future = Look at the date on the document. If that day really has not come yet, use another document.

mrz-incomplete =
    .title = Lines with <<< not complete
    .why = The lines with <<< at the bottom of a passport must be fully visible.
    .found = The lines with <<< could not be read completely.
    .advice = Take a new photo of the whole page, down to the bottom edge. Nothing may cover these lines.
    .closed = Only the cover of the passport can be seen.
    .advice-closed = Open the passport. Take a photo of the page with your picture, down to the bottom edge.

mrz-digit-wrong =
    .title = Lines with <<< misread
    .why = These lines hold check digits. They show when something was misread.
    .found = A letter or number in the lines with <<< was probably misread.
    .advice = Take a sharper photo of the page, without glare at the bottom.

front-and-barcode-differ =
    .title = Two dates do not match
    .why = A date should be the same everywhere on the document.
    .found = The text says { $printed }, the barcode or the lines with <<< say { $coded }. One was probably misread.
    .advice = Take a sharper photo of this side.

name-unreadable =
    .title = Name could not be read
    .why = A name that cannot be read cannot be compared. ID.me may have trouble reading it too.
    .found = The name on this document could not be read.
    .advice = Look at the name in the photo. If it is hard to read, take a sharper photo. If not, compare it with your ITIN letter.

fact-unreadable =
    .title = Something could not be read
    .why = A reviewer will look for these facts. What this program could not read, it could not check.
    .found = This could not be read: { $field }.
    .advice = Look at it in the photo. If it is hard to read, take the photo again. If it is easy to read, check it yourself.

letters-unsure =
    .title = Check these letters
    .why = A single letter or digit can change a name or a date.
    .found = Some letters are hard to read: “{ $first }” or “{ $second }”?
    .number = Some digits of the ITIN are hard to read.
    .advice = Look at this place in the photo. If you are not sure either, take a sharper photo.

name-differs =
    .title = Name does not match
    .why = The name should match your ITIN letter.
    .found = The document says { $name }. Your details say something else.
    .review = The document says { $name }. In your details it is written differently.
    .advice = Check that this document is yours. Check that your name is typed as on your ITIN letter. If your name has changed, ask your tax preparer before the video call.
    .advice-review = Compare both names letter by letter. If they are really different, ask your tax preparer before the video call.

birth-date-differs =
    .title = Date of birth does not match
    .why = ID.me compares the date of birth with the one that you give.
    .found = The document says { $document }. Your details say { $record }.
    .advice = First check the date you typed. If it is right, compare it with your ITIN letter and ask your tax preparer.

address-differs =
    .title = Address does not match
    .why = A bill or statement must show your current address, as you give it to ID.me.
    .found = { $what } The whole address on the document is { $document }.
    .review = { $what } The whole address on the document is { $document }.
    .elsewhere = Your address is on this document, but another one, { $document }, stands where yours should be.
    .advice = If you moved, use a bill with your current address. If not, check the address that you typed.
    .advice-review = Compare both addresses. If something is missing, use a document with your full address, or ask the company to correct it.
    .advice-card = If you moved, add a recent bill or bank statement with your current address. If not, check the address that you typed.
    .advice-letter = You do not need to do anything. An old address is no reason to reject the letter.

home-is-po-box =
    .title = P.O. box as home address
    .why = ID.me does not take a P.O. box as a home address.
    .found = The home address in your details is a P.O. box.
    .advice = Enter the street address where you live, and use a bill or bank statement that shows it.

itin-differs =
    .title = ITIN does not match
    .why = The ITIN on the document must be yours.
    .found = The ITIN here, { $document }, is not the one in your details, { $record }.
    .advice = Turn on “Show full numbers” and compare them. A digit may be mistyped, or the letter was added by mistake.

itin-masked =
    .title = ITIN not complete
    .why = Your proof of ITIN must show the complete number.
    .found = This document shows only part of your ITIN.
    .advice = As proof of ITIN, use your ITIN letter (CP565) with all nine digits showing. A bank statement with all nine digits also counts.

not-an-itin =
    .title = Check the ITIN digits
    .why = An ITIN begins with 9, and its fourth and fifth digits fall in fixed ranges.
    .found = The number { $number } does not look like an ITIN. It may have been misread.
    .advice = Turn on “Show full numbers” and compare it with your ITIN letter. If it was misread, take a sharper photo.
    .record = The ITIN in your details, {$number}, cannot be an ITIN.
    .advice-record = Compare the number in your details with your ITIN letter, digit by digit.
translation-missing =
    .title = Translation missing
    .why = ID.me wants the original and its translation in one photo.
    .found = This document is in { $language }. There is no English translation in the photo.
    .advice = Put the original and its English translation side by side in one photo. Do not write on them. A passport that also has English words may not need a translation.

translation-not-beside =
    .title = Translation not side by side
    .why = ID.me asks for the original and translation side by side.
    .found = One is at the top and the other at the bottom.
    .advice = Put them next to each other, left and right. Take one photo of both.

translation-unclear =
    .title = Translation not clear
    .why = The ID.me agent compares both. Both must be complete and easy to read.
    .found = The original or its translation cannot be read in this photo.
    .advice = Hold the phone still. Tap the blurry page on the screen. Take a new photo.
    .too-small = The text of the original or its translation is too small.
    .advice-too-small = Move closer until both pages fill the photo, or scan them side by side.
    .cut-off = Part of the original or its translation is outside the photo.
    .advice-cut-off = Move back a little. Leave some table visible around both pages. Take a new photo.
    .overlap = One page covers part of the other.
    .advice-overlap = Put both pages side by side with a small gap, so that nothing is covered. Take a new photo.

itin-proof-missing =
    .title = Proof of ITIN missing
    .why = ID.me asks for your proof of ITIN before anything else.
    .found = No ITIN letter was found.
    .advice = Add a photo of your ITIN letter (CP565). A bank statement with all nine digits also counts. If you lost the letter, call the IRS.

primary-missing =
    .title = Photo ID missing
    .why = One document must show your name, your picture, and your date of birth.
    .found = No photo ID was found.
    .advice = Add your passport or your U.S. driver’s license. Other photo IDs on ID.me’s list also count.

second-document-missing =
    .title = Second document missing
    .why = ID.me asks for two documents besides your proof of ITIN.
    .found = A second document was not found.
    .advice = Add another photo ID, a recent utility bill, or a recent bank statement.

address-proof-missing =
    .title = Proof of address missing
    .why = One of your documents must show your home address.
    .found = No document with your home address was found.
    .advice = Add a recent utility bill or bank statement with your name and home address. A U.S. driver’s license also counts. A P.O. box does not.

back-missing =
    .title = Back missing
    .why = ID.me asks for both sides of a card.
    .found = The back of this card was not found.
    .advice = Turn the card over and take a photo of the back.

front-missing =
    .title = Front missing
    .why = Your name, your picture, and the dates are on the front.
    .found = The front of this card was not found, or it cannot be read.
    .advice = Take a photo of the side with your picture.

same-document-twice =
    .title = Same document twice
    .why = Each requirement needs a different document.
    .found = The same document was added twice.
    .advice = Replace one of them with another document.

same-picture-twice =
    .title = Same photo twice
    .why = A second copy of a photo shows nothing new.
    .found = This photo was added twice.
    .advice = Remove one. If it is meant to be another document or the other side, take a new photo.

names-disagree =
    .title = Two different names
    .why = All documents must belong to one person.
    .found = One document says { $first }, another says { $second }.
    .advice = If one belongs to another person, use another document. If your name changed, add the document that shows it.

linking-document-needed =
    .title = Paper for the other name missing
    .why = If your name changed, ID.me asks for the paper that shows it.
    .found = This document has another last name than your details.
    .linked = This document has another last name than your details. The paper you added may show why.
    .advice = If you married or changed your name, add the marriage certificate or the court order. If the IRS still has your old name, correct that first (Form W-7).
    .advice-linked = Check that both names are on that paper. Bring the original to the call.

birth-dates-disagree =
    .title = Two different dates of birth
    .why = All documents must belong to one person.
    .found = One document says { $first }, another says { $second }.
    .advice = Look at both dates. If one belongs to another person, use another document.

renewal-paper =
    .title = Expired, with a renewal paper
    .why = ID.me may accept a U.S. license that expired less than a year ago, together with its renewal paper.
    .found = This license has expired. A paper that may renew it was found.
    .advice = Upload both. In ID.me, choose “Expired U.S. State Driver’s License.” Check that the paper is still valid.

not-this-path =
    .title = Not the path for you
    .why = With a foreign passport alone you have to confirm that you never had an ITIN.
    .found = You have an ITIN, so you cannot take the path for people without one.
    .advice = Choose the path for ITIN holders.
