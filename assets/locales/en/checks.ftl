# The checks: title, why it matters, what was found, what to do. Further sentences of a check stand below its own.

no-document =
    .title = No document
    .why = The wrong file was chosen, or nothing can be made out in the picture.
    .found = No document can be made out in this picture.
    .advice = Choose the right file, or take the photo again with the document filling most of the frame.

cut-off =
    .title = Cut off
    .why = All four corners of the document must be visible.
    .found = An edge of the document is outside the picture.
    .advice = Step back a little and take the photo again, so that there is some table around every side.

text-cut-off =
    .title = Text cut off
    .why = A part of the information is missing when lines run out of the picture.
    .found = Text is cut through by the edge of the picture (lines cut: { $value }).
    .advice = Step back a little and take the photo again, so that there is some table around every side.

blurry =
    .title = Blurry
    .why = A reviewer refuses a document whose text cannot be read at a glance.
    .found = The text is blurred (sharpness { $value } of 100; at least { $limit } is needed).
    .shaken = The text is blurred because the phone moved { $direction ->
        [across] from side to side
        [down] up and down
       *[slanting] slantwise
    } (sharpness { $value } of 100; at least { $limit } is needed).
    .advice-shaken = Hold the phone still with both hands, rest your elbows on the table, use more light, and take the photo again.
    .advice = Hold the phone still with both hands, tap on the text so that the camera focuses, and take the photo again.

glare =
    .title = Glare
    .why = What lies under a reflection cannot be read.
    .found = A reflection lies over text; there is room for about { $value } letters under it (at most { $limit }).
    .beside-text = There is a reflection on the document ({ $value } % of it), but not over text.
    .advice = Turn off the flash and tilt the document a little, until nothing shines, and take the photo again.

too-dark =
    .title = Too dark
    .why = Print and portrait cannot be made out in the dark.
    .found = The picture is too dark (brightness of the paper { $value } of 255; at least { $limit } is needed).
    .advice = Go to a window or switch on a lamp beside the document, and take the photo again.

too-bright =
    .title = Too bright
    .why = Print that is washed out cannot be read.
    .found = The picture is overexposed: too much of the document is plain white.
    .advice = Turn off the flash, move out of direct sun, and take the photo again.

uneven-light =
    .title = Shadow
    .why = Text in a shadow is hard to read.
    .found = The light on the document is uneven: a shadow lies over a part of it.
    .advice = Let the light come from the front or the side, so that neither you nor the phone throws a shadow, and take the photo again.

faint =
    .title = Faint print
    .why = Print that hardly stands out from the paper is misread or refused.
    .found = The print hardly stands out from the paper (contrast { $value }; at least { $limit } is needed).
    .advice = Use more light. If the paper itself is pale, ask for a new print of the document.

noisy =
    .title = Grainy
    .why = Small print dissolves in grain and in the blocks of strong compression.
    .found = The picture is grainy (grain { $value } of 255; at most { $limit }).
    .compressed = The picture was compressed so strongly that it falls into blocks (blocks { $value }; at most { $limit }).
    .advice = Use more light, and upload the original photo, not one that was forwarded by a messenger.

text-too-small =
    .title = Text too small
    .why = Letters of only a few pixels cannot be told apart.
    .found = The letters are too small in this picture ({ $value } pixels high; at least { $limit } are needed).
    .far-away = The document is only { $value } pixels long in this picture, and hardly anything on it can be read (at least { $limit } are needed).
    .coarse = The document has only { $value } dots an inch in this picture; at least { $limit } are needed.
    .advice = Move closer, keep all four corners in the picture, and take the photo again.

covered =
    .title = Covered
    .why = Nothing may lie over the document: what is covered cannot be read.
    .found = A finger, or something of its colour, covers { $value } % of the document.
    .advice = Lay the document on a table instead of holding it, and take the photo again.

tilted =
    .title = Tilted
    .why = Seen from the side, the far letters become small and narrow.
    .found = The photo was taken from the side ({ $value } degrees; at most { $limit }).
    .askew = The document lies askew in the picture ({ $value } degrees; at most { $limit }).
    .advice = Lay the document flat, hold the phone straight above it, in line with its edges, and take the photo again.

sideways =
    .title = Sideways
    .why = A reviewer should not have to turn the picture.
    .found = The page does not stand upright; it needs a turn of { $degrees } degrees clockwise.
    .advice = Turn the picture before you upload it. You need not take it again.

photo-of-screen =
    .title = Photo of a screen
    .why = A document on a screen is not the original.
    .found = This looks like a photo of a screen: the grid of its pixels shows on { $value } % of the document.
    .advice = Photograph the document itself, not a screen that shows it.

photocopy =
    .title = Photocopy
    .why = Only originals are accepted, and a copy has no colour.
    .found = The document has no colour at all, so it looks like a black-and-white copy.
    .advice = Photograph the original document in colour.

written-on =
    .title = Written on
    .why = A document that was written on may be refused as altered.
    .found = Pen strokes seem to run across the print.
    .advice = Use a clean original. If this is the only one, ask for a new one.

several-documents =
    .title = Several documents
    .why = Each document is uploaded alone; only a translation belongs beside its original.
    .found = There is more than one document in this picture.
    .advice = Photograph each document alone. Only a translation goes beside its original in one photo.

unknown-document =
    .title = Unknown document
    .why = What could not be recognized could not be checked either.
    .found = It could not be told what kind of document this is.
    .foreign = This document is in { $language }. This program cannot read these letters, so it could not check what the document says.
    .not-read = The text could not be read here: { $reason }.
    .advice = Look at the picture yourself. If it is the right document, take a sharper photo of the whole document.
    .advice-foreign = Look at it yourself. Are the name, the dates and the numbers the same as on your other documents?
    .advice-not-read = Install what is missing (`precheck doctor` says what), then check again.

expired =
    .title = Expired
    .why = An identity document must still be valid.
    .found = This document expired on { $date }.
    .advice = Use another document that is still valid, or renew this one first.
    .advice-licence = Use another document. A licence that expired less than a year ago counts only together with its renewal or extension paper.

expires-soon =
    .title = Expires soon
    .why = The video call may take place later than the upload.
    .found = This document expires on { $date }, in { $value } days.
    .advice = Finish the video call before that day, or use another document.

too-old =
    .title = Too old
    .why = A bill or statement shows your address only while it is recent.
    .found = This paper is dated { $date }, { $value } days ago. ID.me asks for less than 90 days; for some bills one of its pages allows a year.
    .in-the-future = This paper is dated { $date }, which is in the future. Perhaps the date was misread.
    .advice = Use your newest bill or statement.
    .advice-future = Look at the date on the paper. If it really is in the future, use another one.

mrz-incomplete =
    .title = Code lines incomplete
    .why = The lines of letters and < signs at the bottom of a passport must be wholly visible.
    .found = The code lines at the bottom (with the < signs) could not be read whole.
    .advice = Keep the whole page in the picture, down to its bottom edge, with nothing covering or shining on these lines.

mrz-digit-wrong =
    .title = Code lines do not add up
    .why = The code lines hold check digits; they show when something was misread.
    .found = A check digit in the code lines does not agree, so at least one character was misread or is damaged.
    .advice = Take a sharper photo of the page, without reflections on the bottom lines.

front-and-barcode-differ =
    .title = Print and code differ
    .why = Print and code on one document should say the same.
    .found = The print says { $printed }, the code says { $coded }.
    .advice = Compare both on the document. If they are the same there, one was misread: take a sharper photo.

name-unreadable =
    .title = Name not read
    .why = A name that cannot be read cannot be compared, and a reviewer may not read it either.
    .found = The name on this document could not be read.
    .advice = Look at the name in the picture. If you find it hard to read, take a sharper photo. If it is clear to you, compare it with your ITIN letter yourself.

letters-unsure =
    .title = Check these letters
    .why = One letter makes another name or another date, and a reviewer compares letter by letter.
    .found = The program's two readers do not agree: one reads “{ $first }”, the other “{ $second }”.
    .number = The program's two readers do not agree on the digits of the ITIN.
    .advice = Look at this place in the picture and compare it with your record. If you find it hard to read, take a sharper photo.

name-differs =
    .title = Name differs
    .why = The name on the document should be the name on your ITIN record.
    .found = The name here, { $name }, is not the name on your record.
    .review = The name here, { $name }, is not written like the name on your record.
    .advice = Check that this is your document. If your name has changed, the ITIN record has to be corrected with the IRS first.
    .advice-review = Compare both names letter by letter. If they really differ, ask your tax preparer before the call.

birth-date-differs =
    .title = Date of birth differs
    .why = A reviewer compares the date of birth with what was typed.
    .found = The date of birth here is { $document }; your record says { $record }.
    .advice = Check the date that you typed. If the record is wrong, have it corrected with the IRS first.

itin-differs =
    .title = ITIN differs
    .why = The number on the letter must be yours.
    .found = The number here, { $document }, is not the one on your record, { $record }.
    .advice = Compare the two digit by digit. Perhaps one was mistyped, or this is somebody else's letter.

itin-masked =
    .title = ITIN masked
    .why = The proof must show the complete number.
    .found = Only a part of the ITIN can be seen on this paper.
    .advice = Use the CP565 letter from the IRS, or a bank statement that shows all nine digits.

not-an-itin =
    .title = Not an ITIN
    .why = An ITIN begins with 9 and has certain digits in the middle.
    .found = The number { $number } does not have the form of an ITIN.
    .advice = Look at the number on the letter. If it was misread, take a sharper photo.

translation-missing =
    .title = Translation missing
    .why = ID.me asks that a document in another language lies beside its translation in one photo.
    .found = This document is in { $language } and there is no English translation in the picture.
    .advice = Lay the original and its English translation side by side and take one photo of both. Write nothing on them.

translation-not-beside =
    .title = Translation not beside
    .why = ID.me asks for original and translation side by side.
    .found = Original and translation are both in the picture, but one above the other.
    .advice = Lay the translation to the right of the original and take one photo of both.

translation-unclear =
    .title = Translation not clear
    .why = A reviewer compares the original and its translation line by line; both must be whole and legible.
    .found = One of the two, original or translation, cannot be read in this picture.
    .advice = Hold the camera still, tap the blurred page to focus, and take the photo again with both pages sharp.
    .too-small = The text of the original or of its translation is too small in this picture.
    .advice-too-small = Go nearer until both pages together fill the picture, or scan them side by side.
    .cut-off = The original or its translation is partly outside of the picture.
    .advice-cut-off = Step back until there is a margin around both pages.
    .overlap = The original and its translation lie one over the other.
    .advice-overlap = Lay both pages side by side with a small gap so that nothing is hidden.

itin-proof-missing =
    .title = Proof of ITIN missing
    .why = ID.me asks for proof of the ITIN before anything else.
    .found = None of these files is the letter that shows your ITIN.
    .advice = Add a photo of your CP565 letter from the IRS, or of a bank statement that shows the complete number. If you have lost the letter, call the IRS.

primary-missing =
    .title = Identity document missing
    .why = One document must show your name, your photograph and your date of birth.
    .found = None of these files is an identity document that ID.me lists.
    .advice = Add a photo of your passport, your driver's license or another identity document with your photograph.

second-document-missing =
    .title = Second document missing
    .why = Besides the identity document a second one is needed.
    .found = There is only one document besides the proof of ITIN.
    .advice = Add a second one: another identity document, or a recent bill or bank statement with your name and address.

address-proof-missing =
    .title = Address missing
    .why = One of the documents must show where you live.
    .found = None of these documents shows your home address.
    .advice = Add a driver's license, or a recent bill or bank statement, with your name and home address (no P.O. box).

back-missing =
    .title = Back missing
    .why = Cards are asked for from both sides.
    .found = The back of this card is not among the files.
    .advice = Turn the card over and add a photo of its back.

same-document-twice =
    .title = Same document twice
    .why = Every place asks for a different document.
    .found = The same document is in the set twice.
    .advice = Replace one of the two by another document.

names-disagree =
    .title = Names disagree
    .why = All documents must belong to one person.
    .found = One document names { $first }, another one { $second }.
    .advice = Check that all documents are yours. If your name has changed, add the paper that shows it (marriage certificate or court order).
