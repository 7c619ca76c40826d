# What lies in a picture: labels beside the outlines, and one sentence for the page.
layout-label = { $role }, { $language }
layout-label-plain = { $role }
layout-role-document = document
layout-role-original = original
layout-role-translation = translation
layout-role-booklet = two open pages
layout-role-front = front
layout-role-back = back

layout-single = One document.
layout-single-language = One document, in { $language }.
layout-single-without-edges = One document. Its edges are hard to see.
layout-beside-original-first = Original ({ $from }) on the left, translation ({ $to }) on the right.
layout-beside-translation-first = Translation ({ $to }) on the left, original ({ $from }) on the right.
layout-stacked-original-first = Original ({ $from }) at the top, translation ({ $to }) at the bottom.
layout-stacked-translation-first = Translation ({ $to }) at the top, original ({ $from }) at the bottom.
layout-booklet-spread = Two open pages, as in a passport.
layout-front-and-back = Front and back of one card.
layout-several-documents = { $count } documents.
layout-several-uncounted = More than one document.
layout-no-document = No document was found.
language-unknown = language not known
