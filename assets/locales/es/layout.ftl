# Qué hay en la imagen: rótulos junto a los contornos y una frase para la página.
layout-label = { $role }, { $language }
layout-label-plain = { $role }
layout-role-document = documento
layout-role-original = original
layout-role-translation = traducción
layout-role-booklet = libreta abierta
layout-role-front = anverso
layout-role-back = reverso

layout-single = Un documento.
layout-single-language = Un documento, en { $language }.
layout-single-without-edges = Un documento; no se pudo saber dónde están sus bordes.
layout-beside-original-first = El original ({ $from }) está a la izquierda y su traducción ({ $to }) a la derecha.
layout-beside-translation-first = La traducción ({ $to }) está a la izquierda y su original ({ $from }) a la derecha.
layout-stacked-original-first = El original ({ $from }) está encima de su traducción ({ $to }).
layout-stacked-translation-first = La traducción ({ $to }) está encima de su original ({ $from }).
layout-booklet-spread = Una libreta abierta, con sus dos páginas.
layout-front-and-back = Anverso y reverso de una misma tarjeta.
layout-several-documents = { $count } documentos.
layout-several-uncounted = Más de un documento.
layout-no-document = No se encontró ningún documento.
language-unknown = idioma desconocido
