# Por qué no se pudo hacer una comprobación.
reason-few-dots = esta página tarda mucho en dibujarse, por eso se dibujó con menos puntos
reason-no-text-found = no se encontró texto
reason-no-document-found = el documento se ve mal en la foto
reason-turn-not-sure = no se sabe cuál es el lado de arriba
reason-no-expiry-read = no se pudo leer la fecha de vencimiento
reason-no-statement-date-read = no se pudo leer la fecha del recibo o estado de cuenta
reason-no-record-name = escriba su nombre en “Sus datos” para compararlo
reason-no-record-birth-date = escriba su fecha de nacimiento en “Sus datos” para compararla
reason-no-name-read = no se pudo leer el nombre
reason-not-read = no se leyó el texto
reason-second-reader = el segundo lector falló en una línea
reason-kind-unknown = no se reconoció el tipo de documento
reason-colour-of-skin = los colores del documento se parecen a los de un dedo
reason-too-small = el documento se ve muy pequeño en la foto
reason-no-record-address = escriba su domicilio en “Sus datos” para compararlo
reason-no-address-read = no se pudo leer el domicilio, o no lo tiene

# Lugares de los requisitos.
slot-itin-proof = Comprobante del ITIN
slot-primary = Identificación con foto
slot-second-document = Segundo documento
slot-address-proof = Comprobante de domicilio
slot-met = se encontró, sin problemas
slot-unsure = se encontró, pero revíselo antes de subirlo
slot-problem = se encontró, pero es probable que lo rechacen
slot-missing = todavía falta
slot-only-back = solo se reconoció el reverso de la tarjeta; el frente falta o no se puede leer
slot-no-address = está, pero no se pudo leer ninguna dirección en él
    .advice = Revise que su domicilio se lea en él, o use otro documento.
slot-ask-first = se encontró, pero no está en la lista de ID.me
    .advice = Pregunte a ID.me antes de contar con él, o use un documento de la lista, como un pasaporte o una licencia de conducir de Estados Unidos.
slot-other-address = se encontró, pero con otro domicilio que sus datos
    .advice = Use un documento con su domicilio actual.

# Veredictos sobre una página y sobre el conjunto.
verdict-ready = Listo
verdict-retake = Tome otra foto
verdict-replace = Use otro documento
verdict-review = Revise esto
verdict-unreadable = No se pudo abrir
verdict-fix = Todavía no está listo
severity-blocker = Corrija esto
severity-warning = Revise esto
severity-note = Nota

# Tipos de documentos.
kind-passport = Pasaporte
kind-passport-card = Tarjeta de pasaporte
kind-drivers-license = Licencia de conducir
kind-state-id = Identificación estatal
kind-national-id = Identificación nacional (INE, DPI, DUI, DNI)
kind-permanent-resident-card = Green card (residente permanente)
kind-employment-authorization = Permiso de trabajo (EAD)
kind-visa = Visa
kind-consular-id = Matrícula consular
kind-naturalization-certificate = Certificado de naturalización
kind-utility-bill = Recibo de servicios (luz, agua, gas, internet)
kind-bank-statement = Estado de cuenta del banco
kind-pay-stub = Talón de pago (recibo de nómina)
kind-medical-bill = Cuenta médica
kind-w2 = Formulario W-2
kind-lease = Contrato de renta o alquiler
kind-itin-letter = Carta del ITIN (CP565)
kind-irs-notice = Aviso del IRS
kind-birth-certificate = Acta o partida de nacimiento
kind-marriage-certificate = Acta o partida de matrimonio
kind-name-change-order = Orden judicial de cambio de nombre
kind-translation = Traducción
kind-other = Otro documento
kind-unknown = Documento no reconocido

# Idiomas.
language-en = inglés
language-es = español
language-pt = portugués
language-fr = francés
language-de = alemán
language-it = italiano
language-zh = chino
language-ja = japonés
language-ko = coreano
language-ru = ruso
language-ar = árabe
language-hi = hindi
language-pl = polaco
language-uk = ucraniano
language-vi = vietnamita
language-tr = turco
language-fa = persa
language-und-Cyrl = un idioma escrito en alfabeto cirílico
language-und-Grek = un idioma escrito en alfabeto griego
language-und-Armn = un idioma escrito en alfabeto armenio
language-und-Geor = un idioma escrito en alfabeto georgiano
language-und-Hebr = un idioma escrito en alfabeto hebreo
language-und-Arab = un idioma escrito en alfabeto árabe
language-und-Deva = un idioma escrito en alfabeto devanagari, como el hindi
language-und-Beng = un idioma escrito en alfabeto bengalí
language-und-Guru = un idioma escrito en alfabeto gurmukhi, como el panyabí
language-und-Gujr = un idioma escrito en alfabeto guyaratí
language-und-Taml = un idioma escrito en alfabeto tamil
language-und-Telu = un idioma escrito en alfabeto telugu
language-und-Knda = un idioma escrito en alfabeto canarés
language-und-Mlym = un idioma escrito en alfabeto malayalam
language-und-Sinh = un idioma escrito en alfabeto cingalés
language-und-Thai = un idioma escrito en alfabeto tailandés
language-und-Laoo = un idioma escrito en alfabeto laosiano
language-und-Khmr = un idioma escrito en alfabeto jemer
language-und-Mymr = un idioma escrito en alfabeto birmano
language-und-Ethi = un idioma escrito en alfabeto etíope, como el amárico
language-und-Hang = un idioma escrito en alfabeto coreano

# El informe en la terminal.
# La respuesta sobre todos los documentos: qué hacer, qué llevar.
todo-add = { $document }: { $why }
todo-retake = { $document }: Tome otra foto. { $why }
todo-replace = { $document }: Use otro documento. { $why }
todo-look = { $document }: { $why }
todo-also = También: { $titles }.
todo-unopened = { $why }
todo-not-read = No se pudo leer todo el texto de esta página.
    .advice = Mírela usted, o tome una foto más nítida.
todo-no-name = Falta el nombre de su carta del ITIN, así que no se comparó ningún nombre.
    .advice = Escriba su nombre como está en su carta del ITIN.
report-first = Primero haga esto:
report-then = Después:
report-bring = Lleve a la videollamada
report-good-until = Estos documentos siguen siendo recientes hasta el { $date }.

bring-passport = el pasaporte original
bring-passport-card = la tarjeta de pasaporte original
bring-drivers-license = la licencia de conducir original
bring-state-id = la identificación estatal original
bring-national-id = la identificación nacional original
bring-permanent-resident-card = la tarjeta de residente (green card) original
bring-employment-authorization = el permiso de trabajo original
bring-visa = el pasaporte con la visa
bring-consular-id = la matrícula consular original
bring-naturalization-certificate = el certificado de naturalización original
bring-utility-bill = el recibo de servicios
bring-bank-statement = el estado de cuenta del banco
bring-pay-stub = el talón de pago
bring-medical-bill = la factura médica
bring-w2 = el formulario W-2
bring-lease = el contrato de alquiler
bring-itin-letter = la carta del ITIN (CP565)
bring-irs-notice = el aviso del IRS
bring-birth-certificate = el acta de nacimiento original
bring-marriage-certificate = el acta de matrimonio original
bring-name-change-order = la orden del juez original
bring-translation = la traducción
bring-other = el otro documento
bring-unknown = el documento que no se reconoció

report-page = { $file }, página { $page }
report-name = Nombre
report-holder = Nombre en el documento
report-kind = Documento
report-not-assessed = No se pudo revisar
report-advice = Qué hacer
report-set = Todos sus documentos
report-requirements = Requisitos
report-disclaimer = Esta es una revisión previa, no una aprobación. No puede decir si un documento es auténtico. La decisión final es de ID.me.
report-nothing = No se encontraron problemas en lo que se pudo revisar.
report-no-record = Faltan sus datos, así que no se compararon nombres, fechas ni números.
report-stopped = { $count ->
    [one] Se detuvo: 1 página quedó sin revisar.
   *[other] Se detuvo: { $count } páginas quedaron sin revisar.
}
report-second-reader-lost = El segundo lector falló tres veces seguidas y ya no se usó. Lo que debía confirmar queda señalado.
report-skipped = { $count ->
    [one] Se omitió 1 archivo que no es foto ni PDF: { $names }
   *[other] Se omitieron { $count } archivos que no son fotos ni PDF: { $names }
}

# Lo que hizo `precheck forget`.
forget-removed = borrado: { $file }
forget-failed = no se pudo borrar ({ $reason }): { $file }
forget-nothing = No hay nada guardado en esta computadora.
forget-nothing-of-client = No hay nada guardado de este cliente. Los clientes se conocen por su clave o por su nombre completo, como en la lista.

fact-name = el nombre completo
fact-birth-date = la fecha de nacimiento
fact-expiry-date = la fecha de vencimiento
fact-document-number = el número del documento
fact-zone = los renglones con <<<
fact-itin = el ITIN completo
fact-address = la dirección
fact-statement-date = la fecha del recibo o estado de cuenta
report-rests-on = Se leyó con claridad: { $facts }

# Cómo se sabe de una regla, para la explicación de una revisión.
rule-published = Publicada por la oficina que hace la regla
rule-secondhand = Leída en un texto de otra persona
rule-remembered = Conocida por experiencia, sin un texto a la mano
rule-inferred = Deducida de otras reglas
rule-disputed = Otra página de la misma oficina dice otra cosa.
rule-may-block = Un documento se puede rechazar por ella.
rule-only-asks = Por sí sola nunca rechaza un documento; solo se le pide que lo revise.
