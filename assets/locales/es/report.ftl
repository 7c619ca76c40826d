# Por qué no se pudo hacer una comprobación.
reason-no-text-found = no se encontró texto para juzgarla
reason-no-document-found = el documento no se distingue con seguridad
reason-turn-not-sure = no es seguro cuál es el lado de arriba
reason-no-expiry-read = no se pudo leer la fecha de vencimiento
reason-no-statement-date-read = no se pudo leer la fecha de emisión
reason-no-record-name = el registro no tiene un nombre para comparar
reason-no-record-birth-date = el registro no tiene una fecha de nacimiento para comparar
reason-no-name-read = no se pudo leer ningún nombre
reason-not-read = el texto no se leyó
reason-kind-unknown = no se pudo saber qué tipo de documento es
reason-colour-of-skin = el documento mismo tiene el color de la piel
reason-too-small = el documento es demasiado pequeño en la imagen

# Lugares de los requisitos.
slot-itin-proof = Comprobante del ITIN
slot-primary = Documento de identidad
slot-second-document = Segundo documento
slot-address-proof = Comprobante de domicilio
slot-met = está, nada en contra
slot-unsure = está, pero una persona debe mirarlo
slot-problem = está, pero así sería rechazado
slot-missing = falta

# Veredictos sobre una página y sobre el conjunto.
verdict-ready = Listo
verdict-retake = Tomar otra vez
verdict-review = Hay que mirarlo
verdict-unreadable = No se puede abrir
verdict-fix = Hay algo que corregir
severity-blocker = Hay que corregirlo
severity-warning = Mire esto
severity-note = Nota

# Tipos de documentos.
kind-passport = Pasaporte
kind-passport-card = Tarjeta de pasaporte
kind-drivers-license = Licencia de conducir
kind-state-id = Identificación estatal
kind-national-id = Documento nacional de identidad
kind-permanent-resident-card = Tarjeta de residente permanente
kind-employment-authorization = Permiso de trabajo
kind-visa = Visa
kind-consular-id = Matrícula consular
kind-naturalization-certificate = Certificado de naturalización
kind-utility-bill = Factura de servicios
kind-bank-statement = Estado de cuenta bancario
kind-pay-stub = Talón de pago
kind-medical-bill = Factura médica
kind-w2 = Formulario W-2
kind-lease = Contrato de alquiler
kind-itin-letter = Carta del ITIN (CP565)
kind-irs-notice = Aviso del IRS
kind-birth-certificate = Acta de nacimiento
kind-marriage-certificate = Acta de matrimonio
kind-name-change-order = Orden de cambio de nombre
kind-translation = Traducción
kind-other = Otro documento
kind-unknown = Documento desconocido

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
language-und-Cyrl = un idioma escrito con letras cirílicas
language-und-Grek = un idioma escrito con letras griegas
language-und-Armn = un idioma escrito con letras armenias
language-und-Geor = un idioma escrito con letras georgianas
language-und-Hebr = un idioma escrito con letras hebreas
language-und-Arab = un idioma escrito con letras árabes
language-und-Deva = un idioma escrito con letras devanagari, como el hindi
language-und-Beng = un idioma escrito con letras bengalíes
language-und-Guru = un idioma escrito con letras gurmukhi, como el panyabí
language-und-Gujr = un idioma escrito con letras guyaratíes
language-und-Taml = un idioma escrito con letras tamiles
language-und-Telu = un idioma escrito con letras telugu
language-und-Knda = un idioma escrito con letras canaresas
language-und-Mlym = un idioma escrito con letras malayalam
language-und-Sinh = un idioma escrito con letras cingalesas
language-und-Thai = un idioma escrito con letras tailandesas
language-und-Laoo = un idioma escrito con letras laosianas
language-und-Khmr = un idioma escrito con letras jemer
language-und-Mymr = un idioma escrito con letras birmanas
language-und-Ethi = un idioma escrito con letras etíopes, como el amárico
language-und-Hang = un idioma escrito con letras coreanas

# El informe en la terminal.
report-page = { $file }, página { $page }
report-name = Nombre
report-holder = Nombre que lleva
report-kind = Documento
report-not-assessed = Sin comprobar
report-advice = Qué hacer
report-set = El conjunto
report-requirements = Requisitos
report-disclaimer = Esta es una revisión antes de subir los documentos, no una aprobación. No puede decir si un documento es auténtico ni si ID.me lo aceptará.
report-nothing = No se encontró nada que un revisor rechazaría.
report-no-record = No se dio un registro, así que no se compararon nombres, fechas ni números.
report-skipped = { $count ->
    [one] Se pasó por alto otro archivo.
   *[other] Se pasaron por alto otros { $count } archivos.
}
