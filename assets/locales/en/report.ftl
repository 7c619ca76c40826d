# Reasons why a check could not be made.
reason-no-text-found = no text was found to judge it on
reason-no-document-found = the document could not be made out for sure
reason-turn-not-sure = it is not sure which way up the page is
reason-no-expiry-read = no expiry date could be read
reason-no-statement-date-read = no date of issue could be read
reason-no-record-name = there is no name on the record to compare with
reason-no-record-birth-date = there is no date of birth on the record to compare with
reason-no-name-read = no name could be read
reason-not-read = the text was not read
reason-kind-unknown = it could not be told what kind of document this is
reason-colour-of-skin = the document itself has the colour of skin
reason-too-small = the document is too small in the picture

# Places of the requirements.
slot-itin-proof = Proof of ITIN
slot-primary = Identity document
slot-second-document = Second document
slot-address-proof = Proof of address
slot-met = there, nothing found against it
slot-unsure = there, but a person should look at it
slot-problem = there, but it would be refused as it is
slot-missing = missing

# Verdicts on a page and on the set.
verdict-ready = Ready
verdict-retake = Take again
verdict-review = Look at it
verdict-unreadable = Cannot be opened
verdict-fix = Something to fix
severity-blocker = Must be fixed
severity-warning = Look at this
severity-note = Note

# Kinds of documents.
kind-passport = Passport
kind-passport-card = Passport card
kind-drivers-license = Driver's license
kind-state-id = State ID card
kind-national-id = National identity card
kind-permanent-resident-card = Permanent resident card
kind-employment-authorization = Employment authorization card
kind-visa = Visa
kind-consular-id = Consular ID
kind-naturalization-certificate = Naturalization certificate
kind-utility-bill = Utility bill
kind-bank-statement = Bank statement
kind-pay-stub = Pay stub
kind-medical-bill = Medical bill
kind-w2 = Form W-2
kind-lease = Lease
kind-itin-letter = ITIN letter (CP565)
kind-irs-notice = IRS notice
kind-birth-certificate = Birth certificate
kind-marriage-certificate = Marriage certificate
kind-name-change-order = Name change order
kind-translation = Translation
kind-other = Other document
kind-unknown = Unknown document

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
language-und-Cyrl = a language written in Cyrillic letters
language-und-Grek = a language written in Greek letters
language-und-Armn = a language written in Armenian letters
language-und-Geor = a language written in Georgian letters
language-und-Hebr = a language written in Hebrew letters
language-und-Arab = a language written in Arabic letters
language-und-Deva = a language written in Devanagari letters, as Hindi is
language-und-Beng = a language written in Bengali letters
language-und-Guru = a language written in Gurmukhi letters, as Punjabi is
language-und-Gujr = a language written in Gujarati letters
language-und-Taml = a language written in Tamil letters
language-und-Telu = a language written in Telugu letters
language-und-Knda = a language written in Kannada letters
language-und-Mlym = a language written in Malayalam letters
language-und-Sinh = a language written in Sinhala letters
language-und-Thai = a language written in Thai letters
language-und-Laoo = a language written in Lao letters
language-und-Khmr = a language written in Khmer letters
language-und-Mymr = a language written in Burmese letters
language-und-Ethi = a language written in Ethiopic letters, as Amharic is
language-und-Hang = a language written in Korean letters

# The report on the terminal.
report-page = { $file }, page { $page }
report-name = Name
report-holder = Name on it
report-kind = Document
report-not-assessed = Not assessed
report-advice = What to do
report-set = The set as a whole
report-requirements = Requirements
report-disclaimer = This is a check before the upload, not an approval. It cannot tell whether a document is genuine or whether ID.me will accept it.
report-nothing = Nothing was found that a reviewer would refuse.
report-no-record = No record was given, so names, dates and numbers were not compared.
report-skipped = { $count ->
    [one] One other file was passed over.
   *[other] { $count } other files were passed over.
}
