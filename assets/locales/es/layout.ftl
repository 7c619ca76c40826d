# Qué hay en la imagen: rótulos junto a los contornos y una frase para la página.
layout-label = { $role }, { $language }
layout-label-plain = { $role }
layout-role-document = documento
layout-role-original = original
layout-role-translation = traducción
layout-role-booklet = dos páginas abiertas
layout-role-front = frente
layout-role-back = reverso

layout-single = Un documento.
layout-single-language = Un documento, en { $language }.
layout-single-without-edges = Un documento. Sus bordes no se ven bien.
layout-beside-original-first = Original ({ $from }) a la izquierda, traducción ({ $to }) a la derecha.
layout-beside-translation-first = Traducción ({ $to }) a la izquierda, original ({ $from }) a la derecha.
layout-stacked-original-first = Original ({ $from }) arriba, traducción ({ $to }) abajo.
layout-stacked-translation-first = Traducción ({ $to }) arriba, original ({ $from }) abajo.
layout-booklet-spread = Dos páginas abiertas, como en un pasaporte.
layout-front-and-back = Frente y reverso de una misma tarjeta.
layout-several-documents = { $count } documentos.
layout-several-uncounted = Más de un documento.
layout-no-document = No se encontró ningún documento.
language-unknown = idioma desconocido
