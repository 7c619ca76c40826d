# La ventana: botones, títulos y las palabras alrededor de los informes.

app-no-display = No hay pantalla donde abrir una ventana. Use en su lugar la orden "precheck check ARCHIVO"; muestra el mismo informe.
app-nothing-found = Allí no se encontraron fotos, escaneos ni PDF.

app-add-files = Agregar fotos
app-add-folder = Agregar carpeta
app-recheck = Revisar de nuevo
app-cancel = Detener
app-close = Cerrar
app-remove = Quitar
app-remove-hint = Quita este archivo de la lista. El archivo queda donde está.
app-help = Ayuda
app-more = Más
app-show-numbers = Mostrar números completos
app-progress = { $done } de { $all } revisadas
app-pick-files = Elija fotos, escaneos o PDF
app-pick-folder = Elija una carpeta
app-pick-record = Elija un archivo con los datos del solicitante

app-local = Nada sale de esta computadora.
app-readers-looking = Preparando la lectura…
app-readers-none = Ningún lector de texto funciona en esta computadora: solo se revisa la imagen, no las palabras.
app-readers = El texto lo lee { $names }
app-day = Revisado con fecha { $day }

app-start-title = Revise sus documentos antes de enviarlos
app-start-text = Vea qué podría rechazar un revisor y cómo arreglarlo, mientras todavía puede tomar una foto mejor.
app-start-need = Necesita estas tres cosas
app-need-itin = Comprobante de su ITIN
    .shows = La carta del IRS (CP565 o similar). Deben leerse su nombre completo y el número entero.
app-need-photo-id = Un documento de identidad con su foto
    .shows = Por ejemplo su pasaporte o licencia de conducir: vigente, con las cuatro esquinas en la imagen.
app-need-address = Un documento que muestre su domicilio
    .shows = Por ejemplo un recibo de servicios o estado de cuenta reciente con su nombre, la dirección y la fecha.
app-start-drop = Suelte las fotos aquí o presione O
app-start-choose = Elegir fotos
app-start-honest = Esto es una revisión previa, no una aprobación. Cuando no está seguro, lo dice.
app-drop-now = Suelte para agregar estos archivos

app-files = Sus archivos
app-page-waiting = En espera
app-page-working = Revisando…
app-page-stopped = Sin revisar
app-page-stopped-means = Usted detuvo la revisión antes de esta página. Presione "Revisar de nuevo" para continuar.
app-page-ready = Lista
app-page-ready-means = No se encontró nada que un revisor rechazaría.
app-page-ready-partly = No se encontró nada en contra, pero no se pudo revisar todo. Vea la lista abajo.
app-page-retake = Tómela de nuevo
app-page-retake-means = Es muy probable que un revisor rechace esta imagen. Vea abajo cómo arreglarlo.
app-page-review = Por favor revise
app-page-review-means = Mire los puntos de abajo antes de enviar esta página.
app-page-unreadable = No se pudo abrir
app-page-large = Página en grande
app-page-coming = La imagen aparecerá aquí en un momento.
app-page-no-picture = No hay imagen que mostrar de este archivo.

app-zoom-in = Más grande
app-zoom-out = Más pequeño
app-zoom-fit = Página completa
app-overlay-findings = Hallazgos
    .shows = Dónde están los puntos de la lista de la derecha.
app-overlay-outlines = Contornos
    .shows = Los bordes de cada documento.
app-overlay-lines = Texto
    .shows = Las líneas de texto que se leyeron.
app-overlay-codes = Códigos
    .shows = Las líneas de código de un pasaporte y el código de barras de una tarjeta.
app-overlay-blur = Borroso
    .shows = Texto demasiado borroso para leerse con facilidad. Donde las rayas están más juntas no se puede leer.
app-overlay-glare = Reflejo
    .shows = Luz que brilla tanto que debajo no se lee nada.
app-overlay-shadow = Sombra
    .shows = La parte del documento que está mucho más oscura que el resto.
app-overlay-covered = Tapado
    .shows = Aquí hay algo encima del documento, por ejemplo un dedo.
app-overlay-pen = Bolígrafo
    .shows = Aquí alguien escribió sobre el texto impreso.
app-overlay-maps = Todos los mapas

app-score-sharpness = Nitidez { $score }
app-score-lighting = Luz { $score }
app-score-legibility = Legible { $score }
app-show-where = Mostrar dónde
app-show-all = Mostrar la página completa
app-whole-page = Se refiere a toda la imagen.
app-measured = Medido: { $value } { $unit }; límite: { $limit }
app-crop = El lugar, recortado de su imagen
app-reading-first = Un lector:
app-reading-second = El otro:
app-read = { $hard ->
    [0] Lo que se leyó
   *[other] Lo que se leyó ({ $hard } difícil de leer)
 }
app-field-unsure = No es seguro: compare, por favor
app-field-unreadable = Ilegible
app-not-assessed = { $count ->
    [one] No se pudo revisar: { $count } punto
   *[other] No se pudo revisar: { $count } puntos
 }

app-names = El nombre
app-names-record = Sus datos
app-names-document = Documento
app-names-exact = El mismo nombre
app-names-format-only = El mismo nombre, escrito de otra manera
app-names-review = Quizá el mismo nombre: por favor mire
app-names-mismatch = Los nombres no coinciden
app-names-unsure = Este nombre fue difícil de leer: por favor compárelo usted
app-names-unreadable = No se pudo leer el nombre

app-set = Todos sus documentos
app-set-working = La respuesta llega cuando todos los archivos estén revisados.
app-set-ready = Está todo lo necesario
app-set-fix = Hay algo que arreglar o agregar
app-set-review = Por favor mire los puntos marcados

app-record = Sus datos
app-record-why = Escriba su nombre como está en su carta de ITIN. Se compara con cada documento. Deje vacío lo que no sepa.
app-record-given = Nombre
app-record-middle = Segundo nombre
app-record-surname = Apellido (uno o dos)
app-record-itin = ITIN
app-record-birth-date = Nacimiento (AAAA-MM-DD)
app-record-line1 = Calle y número
app-record-city = Ciudad
app-record-region = Estado
app-record-postal-code = Código postal
app-record-country = País
app-record-date-wrong = Escriba año-mes-día, por ejemplo 1990-04-12.
app-record-path = ¿Dónde vive?
app-record-path-us = En los Estados Unidos
app-record-path-outside-us = Fuera de los Estados Unidos
app-record-open = Abrir un archivo de datos

app-help-title = Teclas
app-help-mouse = Gire la rueda sobre la página para agrandarla, arrástrela para moverla, haga doble clic para verla entera.
app-key-step = Página siguiente y anterior
app-key-record = Escribir sus datos
app-key-findings = Hallazgo siguiente y anterior, de cerca
app-key-overlays = Lo que se dibuja sobre la página
app-key-maps = Todos los mapas de la imagen a la vez
app-key-tab = Ir de botón en botón; Espacio o Intro lo presiona
app-key-zoom = Más grande, más pequeño, página completa
app-arrows = Flechas
app-key-arrows = Mover una página agrandada, o recorrer la lista
app-key-remove = Quitar el archivo de la lista
app-key-cancel = Detener la revisión, o mostrar otra vez la página completa

app-error-advice = Abra el archivo en otro programa para ver si está entero, o tome la foto de nuevo.
app-error-cannot-open = El archivo no está o no se permite leerlo.
app-error-empty = El archivo está vacío.
app-error-unknown-format = Esto no es una imagen ni un PDF que se pueda abrir aquí.
app-error-damaged = El archivo está dañado o incompleto.
app-error-protected = El archivo está protegido con contraseña. Guárdelo sin ella y agréguelo de nuevo.
app-error-unsupported = Este tipo de archivo no se puede abrir aquí. Guárdelo como JPEG, PNG o PDF.
app-error-file-too-large = El archivo es demasiado grande.
app-error-too-many-pixels = La imagen es demasiado grande.
app-error-too-many-pages = El archivo tiene demasiadas páginas.
app-error-internal = El programa falló en esta página. Las demás páginas no se ven afectadas.
app-error-stopped = Usted detuvo la revisión antes de esta página.

app-field-surname = Apellidos
app-field-given-names = Nombres
app-field-full-name = Nombre
app-field-birth-date = Fecha de nacimiento
app-field-expiry-date = Válido hasta
app-field-issue-date = Expedido
app-field-statement-date = Fecha del estado de cuenta
app-field-document-number = Número de documento
app-field-address = Dirección
app-field-itin = ITIN
app-field-nationality = Nacionalidad
app-field-issuing-country = Expedido por
app-field-sex = Sexo
app-field-mrz = Líneas de lectura mecánica
app-field-barcode = Código de barras

app-unit-confidence = confianza
app-unit-days = días
app-unit-degrees = grados
app-unit-dots-an-inch = puntos por pulgada
app-unit-letters = letras
app-unit-lines = líneas
app-unit-of-1 = de 1
app-unit-of-100 = de 100
app-unit-of-255 = de 255
app-unit-of-brightness = de brillo
app-unit-of-the-documents-length = del largo del documento
app-unit-pixels = píxeles
app-unit-share-of-its-area = parte de su superficie
app-unit-share-of-the-document = parte del documento
app-unit-share-of-the-field = parte del campo
app-unit-share-of-the-picture = parte de la imagen
app-unit-share-of-the-text-area = parte del texto
app-unit-percent = %
app-unit-percent-of-the-document = % del documento
app-unit-of-the-picture = de la imagen
