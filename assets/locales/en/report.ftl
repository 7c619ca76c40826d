# Reasons why a check could not be made.
reason-few-dots = this page takes long to draw, so it was drawn with fewer dots
reason-no-text-found = no text was found
reason-no-document-found = the document is hard to see in the photo
reason-turn-not-sure = it is unclear which way up the page is
reason-no-expiry-read = the expiration date could not be read
reason-no-statement-date-read = the date of the bill or statement could not be read
reason-no-record-name = type your name under “Your details” to compare it
reason-no-record-birth-date = type your date of birth under “Your details” to compare it
reason-no-name-read = the name could not be read
reason-not-read = the text was not read
reason-second-reader = the second reader failed on a line
reason-kind-unknown = the type of document was not recognized
reason-colour-of-skin = the document’s colors are too close to a finger’s
reason-too-small = the document is too small in the photo
reason-no-record-address = type your address under “Your details” to compare it
reason-no-address-read = the address could not be read, or there is none

# Places of the requirements.
slot-itin-proof = Proof of ITIN
slot-primary = Photo ID
slot-second-document = Second document
slot-address-proof = Proof of address
slot-met = found, no problems
slot-unsure = found, but look at it before you upload
slot-problem = found, but ID.me would probably reject it
slot-missing = not added yet
slot-only-back = only the back of the card was recognized; the front is missing or cannot be read
slot-no-address = found, but no address could be read on it
    .advice = Check that your home address can be read on it, or use another document.
slot-ask-first = found, but it is not on ID.me’s list
    .advice = Ask ID.me before you rely on it, or use a document that is on the list, such as a passport or a U.S. driver’s license.
slot-other-address = found, but with another address than your details
    .advice = Use a document with your current home address.

# Verdicts on a page and on the set.
verdict-ready = Ready
verdict-retake = Take a new photo
verdict-replace = Use another document
verdict-review = Look at this
verdict-unreadable = Could not be opened
verdict-fix = Not ready yet
severity-blocker = Fix this
severity-warning = Look at this
severity-note = Note

# Kinds of documents.
kind-passport = Passport
kind-passport-card = Passport card
kind-drivers-license = Driver’s license
kind-state-id = State ID card
kind-national-id = National ID card
kind-permanent-resident-card = Green card (permanent resident)
kind-employment-authorization = Work permit card (EAD)
kind-visa = Visa
kind-consular-id = Consular ID
kind-naturalization-certificate = Naturalization certificate
kind-utility-bill = Utility bill
kind-bank-statement = Bank statement
kind-pay-stub = Pay stub
kind-medical-bill = Medical bill
kind-w2 = Form W-2
kind-lease = Lease (rental agreement)
kind-itin-letter = ITIN letter (CP565)
kind-irs-notice = IRS notice
kind-birth-certificate = Birth certificate
kind-marriage-certificate = Marriage certificate
kind-name-change-order = Court order for a name change
kind-translation = Translation
kind-other = Other document
kind-unknown = Document not recognized

# Languages.
language-en = English
language-es = Spanish
language-pt = Portuguese
language-fr = French
language-de = German
language-it = Italian
language-zh = Chinese
language-ja = Japanese
language-ko = Korean
language-ru = Russian
language-ar = Arabic
language-hi = Hindi
language-pl = Polish
language-uk = Ukrainian
language-vi = Vietnamese
language-tr = Turkish
language-fa = Persian
language-und-Cyrl = a language written in the Cyrillic alphabet
language-und-Grek = a language written in the Greek alphabet
language-und-Armn = a language written in the Armenian alphabet
language-und-Geor = a language written in the Georgian alphabet
language-und-Hebr = a language written in the Hebrew alphabet
language-und-Arab = a language written in the Arabic alphabet
language-und-Deva = a language written in the Devanagari alphabet, like Hindi
language-und-Beng = a language written in the Bengali alphabet
language-und-Guru = a language written in the Gurmukhi alphabet, like Punjabi
language-und-Gujr = a language written in the Gujarati alphabet
language-und-Taml = a language written in the Tamil alphabet
language-und-Telu = a language written in the Telugu alphabet
language-und-Knda = a language written in the Kannada alphabet
language-und-Mlym = a language written in the Malayalam alphabet
language-und-Sinh = a language written in the Sinhala alphabet
language-und-Thai = a language written in the Thai alphabet
language-und-Laoo = a language written in the Lao alphabet
language-und-Khmr = a language written in the Khmer alphabet
language-und-Mymr = a language written in the Burmese alphabet
language-und-Ethi = a language written in the Ethiopic alphabet, like Amharic
language-und-Hang = a language written in the Korean alphabet

# The report on the terminal.
# The answer about all documents together: what to do, what to bring.
todo-add = { $document }: { $why }
todo-retake = { $document }: Take a new photo. { $why }
todo-replace = { $document }: Use another document. { $why }
todo-look = { $document }: { $why }
todo-also = Also: { $titles }.
todo-unopened = { $why }
todo-not-read = Not all of the text on this page could be read.
    .advice = Look at it yourself, or take a sharper photo.
todo-no-name = The name on your ITIN letter was not entered, so no name was compared.
    .advice = Enter your name as your ITIN letter shows it.
report-first = Do this first:
report-then = Then:
report-bring = Bring to the call
report-good-until = These documents stay recent enough until { $date }.

bring-passport = the original passport
bring-passport-card = the original passport card
bring-drivers-license = the original driver’s license
bring-state-id = the original state ID card
bring-national-id = the original national ID card
bring-permanent-resident-card = the original green card
bring-employment-authorization = the original work permit card
bring-visa = the passport with the visa
bring-consular-id = the original consular ID
bring-naturalization-certificate = the original naturalization certificate
bring-utility-bill = the utility bill
bring-bank-statement = the bank statement
bring-pay-stub = the pay stub
bring-medical-bill = the medical bill
bring-w2 = the Form W-2
bring-lease = the lease
bring-itin-letter = the ITIN letter (CP565)
bring-irs-notice = the IRS notice
bring-birth-certificate = the original birth certificate
bring-marriage-certificate = the original marriage certificate
bring-name-change-order = the original court order
bring-translation = the translation
bring-other = the other document
bring-unknown = the document that was not recognized

report-page = { $file }, page { $page }
report-name = Name
report-holder = Name on document
report-kind = Document
report-not-assessed = Could not be checked
report-advice = What to do
report-set = All your documents
report-requirements = Requirements
report-disclaimer = This is a preliminary check, not an approval. It cannot tell whether a document is genuine. ID.me makes the final decision.
report-nothing = No problems found in what could be checked.
report-no-record = Your details were not entered, so names, dates, and numbers were not compared.
report-stopped = { $count ->
    [one] Stopped: 1 page was not checked.
   *[other] Stopped: { $count } pages were not checked.
}
report-second-reader-lost = The second reader failed three times in a row and was left out after that. The letters that it should have confirmed are marked.
report-skipped = { $count ->
    [one] 1 file that is not a photo or a PDF was skipped: { $names }
   *[other] { $count } files that are not photos or PDFs were skipped: { $names }
}

# What `precheck forget` did.
forget-removed = removed: { $file }
forget-failed = could not be removed ({ $reason }): { $file }
forget-nothing = Nothing is kept on this computer.
forget-nothing-of-client = Nothing is kept of this client. Clients are known by their id or their whole name, as in the list.

fact-name = the full name
fact-birth-date = the date of birth
fact-expiry-date = the expiration date
fact-document-number = the document number
fact-zone = the lines with <<<
fact-itin = the whole ITIN
fact-address = the address
fact-statement-date = the date of the bill or statement
report-rests-on = Read clearly: { $facts }

# How a rule is known, for the explanation of a check.
rule-published = Published by the office that makes the rule
rule-secondhand = Read in somebody else’s text about it
rule-remembered = Known from experience, without a text at hand
rule-inferred = Concluded from other rules
rule-disputed = Another page of the same office says otherwise.
rule-may-block = A document may be refused for it.
rule-only-asks = It never refuses a document by itself; you are only asked to look.
