# The message to the client: ready to send, without a number or a date of birth.
message-title = Message to the client
message-hello = Hello { $name },
message-hello-nobody = Hello,
message-ready = Thank you for your documents for ID.me. No problems were found in them.
message-look = Thank you for your documents for ID.me. You do not need to send anything else now. We are still looking at some of them.
message-fix = { $count ->
    [one] Thank you for your documents for ID.me. One thing is still needed:
   *[other] Thank you for your documents for ID.me. These things are still needed:
}
message-retake = Take a new photo of: { $document }
message-replace = Use another document instead of: { $document }
message-add = Add: { $document }
message-add-to = Something is missing for: { $document }
message-ask = Please call us about: { $document }
message-problem = Problem: { $titles }
message-unopened = This file could not be opened.
message-missing-document = { $finding ->
    [itin-proof-missing] your proof of ITIN
    [primary-missing] a photo ID
    [second-document-missing] a second document
    [address-proof-missing] a proof of address
    [linking-document-needed] the paper that shows the change of your name
   *[other] a document
}
message-bring = Have these originals with you in the video call:
message-until = Your documents stay recent enough until { $date }.
message-honest = ID.me makes the final decision.
message-thanks = Thank you!
