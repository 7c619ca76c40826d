# What lies in a picture: labels beside the outlines, and one sentence for the page.
layout-label = { $role }, { $language }
layout-label-plain = { $role }
layout-role-document = document
layout-role-original = original
layout-role-translation = translation
layout-role-booklet = open booklet
layout-role-front = front
layout-role-back = back

layout-single = One document.
layout-single-language = One document, in { $language }.
layout-single-without-edges = One document; where its edges lie could not be told.
layout-beside-original-first = The original ({ $from }) lies on the left, its translation ({ $to }) on the right.
layout-beside-translation-first = The translation ({ $to }) lies on the left, its original ({ $from }) on the right.
layout-stacked-original-first = The original ({ $from }) lies above its translation ({ $to }).
layout-stacked-translation-first = The translation ({ $to }) lies above its original ({ $from }).
layout-booklet-spread = An open booklet with two pages.
layout-front-and-back = Front and back of one card.
layout-several-documents = { $count } documents.
layout-several-uncounted = More than one document.
layout-no-document = No document was found.
language-unknown = language not known
