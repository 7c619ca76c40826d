# El mensaje al cliente: listo para enviar, sin números ni fecha de nacimiento.
message-title = Mensaje para el cliente
message-hello = Hola, { $name }:
message-hello-nobody = Hola:
message-ready = Gracias por sus documentos para ID.me. No se encontraron problemas en ellos.
message-look = Gracias por sus documentos para ID.me. Por ahora no hace falta nada más. Todavía estamos revisando algunos.
message-fix = { $count ->
    [one] Gracias por sus documentos para ID.me. Todavía falta una cosa:
   *[other] Gracias por sus documentos para ID.me. Todavía faltan estas cosas:
}
message-retake = Tome otra foto de: { $document }
message-replace = Use otro documento en lugar de: { $document }
message-add = Agregue: { $document }
message-add-to = Falta algo para: { $document }
message-ask = Por favor llámenos por: { $document }
message-problem = Problema: { $titles }
message-unopened = Este archivo no se pudo abrir.
message-missing-document = { $finding ->
    [itin-proof-missing] su comprobante del ITIN
    [primary-missing] una identificación con foto
    [second-document-missing] un segundo documento
    [address-proof-missing] un comprobante de domicilio
    [linking-document-needed] el documento que muestra el cambio de su nombre
   *[other] un documento
}
message-bring = Tenga estos originales con usted en la videollamada:
message-until = Sus documentos siguen siendo recientes hasta el { $date }.
message-honest = ID.me toma la decisión final.
message-thanks = ¡Gracias!
