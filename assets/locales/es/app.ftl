# La ventana: botones, títulos y las palabras alrededor de los informes.

app-no-display = No hay pantalla donde abrir una ventana. Use el comando “precheck check ARCHIVO”. Muestra el mismo reporte.
app-display-over-network = La pantalla ({ $display }) está en otra computadora y precheck no abre ninguna conexión de red. Ábralo en la computadora cuya pantalla usa. O use el comando “precheck check ARCHIVO”, que muestra el mismo reporte.
app-nothing-found = Ahí no hay fotos, documentos escaneados ni archivos PDF.

app-add-files = Agregar fotos
app-add-folder = Agregar carpeta
app-recheck = Revisar de nuevo
app-recheck-all = Revisar todo de nuevo
app-cancel = Detener
app-close = Cerrar
app-remove = Quitar
app-remove-hint = Lo quita de esta lista. No se borra de su computadora.
app-removed = Se quitó de la lista: { $file }
app-undo = Deshacer
app-copied = Copiado. Péguelo en un correo o en un mensaje.
app-saved = Se guardó: { $file }
app-saved-report = Se guardó: { $file }. Para imprimirlo, ábralo en su navegador.
app-help = Ayuda
app-more = Más
app-display = Pantalla
app-look = Colores
app-look-light = Claro
app-look-dark = Oscuro
app-look-contrast = Contraste alto
app-text-size = Tamaño de letra
app-text-smaller = Letra más pequeña
app-text-larger = Letra más grande
app-text-percent = { $size } %
app-show-numbers = Mostrar números completos
app-progress = { $done } de { $all } páginas revisadas
app-pick-files = Elija fotos, documentos escaneados o archivos PDF
app-pick-folder = Elija una carpeta
app-pick-record = Elija el archivo con sus datos

app-local = Sus fotos se quedan en esta computadora. No se envía nada.
app-readers-looking = Preparando la lectura…
app-readers-none = Solo se revisa la foto, no las palabras. Instale el programa otra vez.
app-readers-one = La lectura funciona, con un lector en vez de dos
app-readers = La lectura funciona
app-day = Fechas contadas al { $day }

app-start-title = Revise sus documentos antes de subirlos
app-start-text = Vea qué puede rechazar ID.me y cómo arreglarlo.
app-start-need = ID.me pide tres cosas:
app-need-itin = Comprobante del ITIN
    .shows = Su carta del ITIN (CP565). Se leen su nombre completo y los nueve dígitos.
app-need-photo-id = Identificación con foto
    .shows = Un pasaporte o una licencia de conducir de Estados Unidos. Vigente y con las cuatro esquinas en la foto.
    .outside-us = Un pasaporte o la identificación nacional de su país. Vigente y con las cuatro esquinas en la foto.
app-need-address = Comprobante de domicilio
    .shows = Un recibo de luz, agua o internet, o un estado de cuenta del banco. Con su nombre y domicilio, y de menos de 90 días. ID.me los llama “factura de servicios” y “extracto bancario”.
    .outside-us = Un recibo de luz, agua o internet, o un estado de cuenta del banco. Con su nombre y su domicilio fuera de Estados Unidos, y de menos de 90 días. ID.me los llama “factura de servicios” y “extracto bancario”.
app-example-good = Bien
app-example-cut-off = Cortada
app-example-glare = Reflejo
app-example-far = Muy lejos
app-start-drop = Arrastre sus fotos aquí.
app-start-choose = Elegir fotos
app-start-honest = Esta es una revisión previa, no una aprobación. Si el programa tiene dudas, se lo dice.
app-drop-now = Suelte para agregar estos archivos

app-answer-working = Revisando sus fotos…
app-answer-stopped = { $count ->
    [one] Se detuvo. 1 página quedó sin revisar.
   *[other] Se detuvo. { $count } páginas quedaron sin revisar.
 }
app-answer-fix = { $count ->
    [one] Todavía no está listo: falta 1 cosa por hacer
   *[other] Todavía no está listo: faltan { $count } cosas por hacer
 }
app-answer-look = { $count ->
    [one] Antes de subir sus documentos, revise 1 cosa
   *[other] Antes de subir sus documentos, revise { $count } cosas
 }
app-answer-ready = { $count ->
    [one] Su foto está bien. No se encontraron problemas.
   *[other] Sus { $count } fotos están bien. No se encontraron problemas.
 }
app-answer-next = Lo que sigue: tenga estos originales con usted en la videollamada.
app-answer-honest = La decisión final es de ID.me.
app-answer-hide = Ocultar
app-answer-show = Mostrar
app-tab-page = Esta página
app-tab-call = Videollamada

app-call-when = ¿Cuándo es su videollamada?
app-call-nothing = Todavía ningún documento está listo.
app-call-expires = Vence el { $date }
app-call-dated = Con fecha del { $date }
app-copy = Copiar lo que hay que hacer ({ $language })
app-save = Guardar el reporte (HTML)
app-pick-report = ¿Dónde quiere guardar el reporte?

app-files = Sus archivos
app-page-number = página { $page }
app-side-back = reverso
app-page-waiting = En espera
app-first-look = Por ahora: { $what }
app-first-look-fine = Por ahora: la foto está bien
app-page-working = Revisando…
app-page-stopped = Sin revisar
app-page-stopped-means = Esta página quedó sin revisar. Presione “Revisar de nuevo” para revisarla.
app-page-ready = Listo
app-page-ready-means = No se encontraron problemas. La decisión final es de ID.me.
app-page-ready-partly = No se encontraron problemas, pero una parte no se pudo revisar. Vea la lista de abajo.
app-page-retake = Tome otra foto
app-page-retake-means = Es probable que ID.me rechace esta. Abajo le decimos cómo arreglarlo.
app-page-replace = Use otro documento
app-page-replace-means = Otra foto de este documento no sirve. Abajo le decimos por qué.
app-page-review = Revise esto
app-page-review-means = Lea lo que sigue antes de subir esta página.
app-page-unreadable = No se pudo abrir
app-page-large = Página ampliada
app-page-coming = La foto aparece aquí en un momento.
app-page-no-picture = No hay foto que mostrar de este archivo.

app-watch-blind = En esta carpeta las fotos nuevas no se notan solas. Cuando cambie una foto, presione “Revisar de nuevo”.
app-photo-of = { $file }: { $what }
app-photo-looking = Foto nueva. Revisando…
app-photo-same = Es la misma foto de antes.
app-photo-known = Es la misma foto que antes era { $file }.
app-photo-fine = Foto nueva: no se encontraron problemas.
app-photo-now-fine = Foto nueva: ahora está bien. Antes: { $before }.
app-photo-unreadable = La foto nueva no se pudo abrir.
app-photo-look = Foto nueva: revísela, por favor.
app-photo-now = Foto nueva. Falta resolver: { $now }.
app-photo-fixed = Foto nueva: mejor. Resuelto: { $before }. Falta resolver: { $now }.
app-photo-still =
    .better = Foto nueva: mejor, pero todavía no basta. Falta resolver: { $now }.
    .same = Foto nueva: igual que antes. Falta resolver: { $now }.
    .worse = Foto nueva: peor que antes. Falta resolver: { $now }.
app-photo-blurry =
    .better = Foto nueva: más nítida que antes, pero todavía borrosa.
    .same = Foto nueva: sigue tan borrosa como antes.
    .worse = Foto nueva: aún más borrosa que antes.
app-photo-glare =
    .better = Foto nueva: menos reflejo que antes, pero todavía demasiado.
    .same = Foto nueva: sigue con tanto reflejo como antes.
    .worse = Foto nueva: con aún más reflejo que antes.
app-photo-text-too-small =
    .better = Foto nueva: letras más grandes que antes, pero todavía muy pequeñas.
    .same = Foto nueva: las letras siguen tan pequeñas como antes.
    .worse = Foto nueva: las letras son aún más pequeñas que antes.
app-photo-too-bright =
    .better = Foto nueva: con menos luz que antes, pero todavía demasiada.
    .same = Foto nueva: sigue con tanta luz como antes.
    .worse = Foto nueva: con aún más luz que antes.
app-photo-too-dark =
    .better = Foto nueva: más clara que antes, pero todavía muy oscura.
    .same = Foto nueva: sigue tan oscura como antes.
    .worse = Foto nueva: aún más oscura que antes.
app-photo-uneven-light =
    .better = Foto nueva: menos sombra que antes, pero todavía demasiada.
    .same = Foto nueva: sigue con tanta sombra como antes.
    .worse = Foto nueva: con aún más sombra que antes.
app-photo-joined = Foto nueva en la carpeta: { $file }
app-photo-joined-many = { $count ->
    [one] { $count } foto nueva en la carpeta
   *[other] { $count } fotos nuevas en la carpeta
 }
app-photo-gone = Ya no está en su carpeta: { $file }
app-photo-gone-short = Ya no está
app-photo-gone-means = El archivo ya no está en su carpeta. Lo que ve aquí es de antes.
app-photo-moved = { $from } ahora se llama { $to }

app-clients = { $count ->
    [one] 1 cliente
   *[other] { $count } clientes
 }
app-clients-progress = { $done } de { $all } archivos revisados
app-clients-pace = { $done } de { $all } archivos, { $rate } por minuto, { $minutes ->
    [one] falta 1 minuto
   *[other] faltan { $minutes } minutos
 }
app-clients-done = Terminado. Listos: { $ready }. Necesitan de usted: { $need }. Se pidió otra foto: { $again }.
app-clients-search = Buscar por nombre
app-clients-none = Aquí no hay clientes.
app-clients-nobody = Ahora ningún otro cliente necesita de usted.
app-clients-list = Revise esto en su lista y sus carpetas
app-go-on = Continuar
app-filter-needs-me = Me necesitan ({ $count })
app-filter-ready = Listos ({ $count })
app-filter-again = Se pidió otra foto ({ $count })
app-filter-all = Todos ({ $count })
app-client-fix = Falta algo por hacer
app-client-look = Revise esto
app-client-waiting = Sin revisar todavía
app-client-again = Se pidió otra foto
app-client-ready = Listo
app-client-accepted = Aceptado por usted
app-client-more = { $count ->
    [0] { $thing }
   *[other] { $thing } (y { $count } más)
 }
app-client-all = Todos los clientes
app-client-previous = Anterior
app-client-next = Siguiente
app-client-next-in-need = Siguiente que me necesita
app-client-copy = Copiar mensaje
app-decide-accept = Aceptar
app-decide-again = Pedir otra foto
app-decide-name = El nombre está bien
app-decided-accepted = Usted lo aceptó el { $day }.
    .word = Aceptado
app-decided-new-photo = Usted pidió otra foto el { $day }.
    .word = Se pidió otra foto
app-decided-name-fine = Usted dijo el { $day } que el nombre está bien: { $why }
    .word = El nombre está bien
app-decision-back = Se deshizo la decisión: { $client }
app-review-unread = No se pueden leer sus decisiones anteriores, así que las nuevas no se guardan. Revise este archivo: { $file }
app-why-title = ¿Por qué está bien el nombre?
app-why-text = Su razón se guarda con su decisión. Por ejemplo: se casó el año pasado.
app-offer-title = Parece que son { $people } personas
app-offer-text = Aquí hay { $files } archivos, en carpetas de { $people } personas. ¿Los revisamos como una lista de clientes?
app-offer-many-files = Aquí hay { $files } archivos
app-offer-many-text = Una persona necesita unos diez, cuando mucho. Si son de varias personas, ponga los archivos de cada una en su propia carpeta y agregue la carpeta que las contiene.
app-offer-clients = Una lista de clientes
app-offer-one = Todo es de una persona
app-offer-none = Cancelar

app-zoom-in = Acercar
app-zoom-out = Alejar
app-zoom-fit = Página completa
app-zoom-width = Todo el ancho
app-zoom-pixels = 100 %
app-turn = Girar
app-page-view = Vista
app-overlays = Marcas
app-overlay-findings = Problemas
    .shows = Dónde están los problemas de la lista de la derecha.
app-overlay-outlines = Bordes del documento
    .shows = Los bordes de cada documento.
app-overlay-lines = Texto
    .shows = Las líneas de texto que se leyeron.
app-overlay-codes = Renglones con <<< y código de barras
    .shows = Los renglones con <<< de un pasaporte y el código de barras de una tarjeta.
app-overlay-blur = Texto borroso
    .shows = Texto demasiado borroso para leerse con facilidad. Donde las rayas están más juntas no se puede leer.
app-overlay-glare = Reflejo
    .shows = Luz tan fuerte que debajo no se lee nada.
app-overlay-shadow = Sombra
    .shows = La parte del documento que está mucho más oscura que el resto.
app-overlay-covered = Tapado
    .shows = Algo tapa el documento aquí, por ejemplo un dedo.
app-overlay-pen = Escritura a mano
    .shows = Parece que aquí alguien escribió sobre el texto impreso.
app-overlay-maps = Todas las marcas

app-score-sharpness = Nitidez: { $score }/100
app-score-lighting = Luz: { $score }/100
app-score-legibility = Lectura: { $score }/100
app-more-findings = Más ({ $count })
app-details = Detalles
app-page-details = Detalles de esta página
app-show-where = Mostrar dónde
app-show-all = Mostrar la página completa
app-whole-page = Se refiere a toda la foto.
app-measured = Medido: { $value } { $unit }. Límite: { $limit }
app-crop = Esta parte de su foto
app-reading-first = Primera lectura:
app-reading-second = Segunda lectura:
app-read = { $hard ->
    [0] Lo que se leyó
    [one] Lo que se leyó ({ $hard } difícil de leer)
   *[other] Lo que se leyó ({ $hard } difíciles de leer)
 }
app-field-unsure = Difícil de leer. Compárelo con la foto.
app-field-unreadable = No se pudo leer
app-not-assessed = No se pudo revisar ({ $count })

app-names = El nombre
app-names-print = Impreso
app-names-mrz = Renglones con <<<
app-names-barcode = Código de barras
app-names-by-hand = Escrito por usted
app-names-wrong = ¿Se leyó mal? Escriba el nombre tal como está en el documento.
app-names-use = Usar este nombre
app-names-back = Usar lo que se leyó
app-names-record = Sus datos
app-names-document = Documento
app-names-exact = El mismo nombre
app-names-format-only = El mismo nombre, escrito de otra manera
app-names-review = Puede ser el mismo nombre. Compárelo.
app-names-mismatch = Los nombres no coinciden
app-names-unsure = El nombre fue difícil de leer. Compárelo.
app-names-unreadable = No se pudo leer el nombre

app-set-working = Todavía se está revisando. El resultado aparece al final.
app-set-ready = No se encontraron problemas en sus documentos. La decisión final es de ID.me.
app-set-review = Antes de subir sus documentos, revise lo marcado.

app-record = Sus datos
app-record-why = Escriba su nombre tal como está en su carta del ITIN. Se compara con cada documento. Si no sabe un dato, déjelo en blanco.
app-record-given = Nombre
app-record-middle = Segundo nombre
app-record-surname = Apellidos (los dos, si usa dos)
app-record-itin = ITIN
app-record-birth-date = Fecha de nacimiento
app-record-call-date = Día de la videollamada, si lo sabe
app-record-line1 = Calle y número
app-record-city = Ciudad
app-record-region = Estado, provincia o departamento
app-record-postal-code = Código postal (ZIP)
app-record-country = País
app-record-date-wrong = Escriba la fecha así: 28/07/1960
app-record-date-hint = Día, mes, año, como 28/07/1960
app-record-path = ¿Dónde vive?
app-record-path-us = En Estados Unidos
app-record-path-outside-us = Fuera de Estados Unidos
app-record-open = Abrir datos guardados

app-help-title = Atajos de teclado
app-help-mouse = Gire la rueda del mouse para acercar, arrastre para mover, haga doble clic para ver toda la página.
app-key-step = Página siguiente y anterior
app-key-answer = Mostrar u ocultar lo que hay que hacer
app-key-record = Escribir sus datos
app-key-call = Qué tener con usted en la videollamada
app-key-findings = Problema siguiente y anterior, ampliado
app-key-language = Otro idioma: español o inglés
app-key-look = Otros colores: claro, oscuro, contraste alto
app-key-text = Letra más grande, más pequeña, tamaño normal
app-key-open-client = Mostrar el cliente marcado
app-key-client = Cliente anterior y siguiente
app-key-next-client = Siguiente cliente que lo necesita, todos los clientes
app-key-decide = Aceptar, pedir otra foto, el nombre está bien
app-key-copy = Copiar el mensaje para el cliente
app-key-overlays = Mostrar u ocultar un tipo de marca en la página
app-key-maps = Mostrar u ocultar todas las marcas
app-key-tab = Ir de botón en botón. Espacio o Enter lo presiona.
app-key-zoom = Acercar, alejar, página completa
app-key-width = Todo el ancho
app-key-pixels = La foto en su tamaño real (100 %)
app-key-turn = Girar la página
app-key-hold = Mientras mantiene presionada la tecla: la foto sin marcas (H), una lupa (L)
app-arrows = Flechas
app-key-arrows = Mover una página ampliada, o recorrer la lista
app-key-recheck = Revisar de nuevo este archivo
app-key-remove = Quitar el archivo de la lista
app-key-undo = Poner otra vez el último archivo que se quitó
app-key-cancel = Detener la revisión, o mostrar otra vez la página completa

app-field-surname = Apellidos
app-field-given-names = Nombres
app-field-full-name = Nombre completo
app-field-birth-date = Fecha de nacimiento
app-field-expiry-date = Vence
app-field-issue-date = Fecha de expedición
app-field-statement-date = Fecha del recibo o estado de cuenta
app-field-document-number = Número de documento
app-field-address = Dirección
app-field-itin = ITIN
app-field-nationality = Nacionalidad
app-field-issuing-country = País que lo expidió
app-field-sex = Sexo
app-field-mrz = Renglones con <<<
app-field-barcode = Código de barras

app-unit-confidence = confianza
app-unit-days = días
app-unit-degrees = grados
app-unit-dots-an-inch = puntos por pulgada (ppp)
app-unit-fact = sin leer
app-unit-letters = letras
app-unit-lines = líneas
app-unit-of-1 = de 1
app-unit-of-100 = de 100
app-unit-of-255 = de 255
app-unit-of-brightness = de brillo
app-unit-of-the-documents-length = del largo del documento
app-unit-pixels = píxeles
app-unit-share-of-its-area = de su superficie
app-unit-share-of-the-document = del documento
app-unit-share-of-the-field = del campo
app-unit-share-of-the-picture = de la foto
app-unit-share-of-the-text-area = del área de texto
app-unit-percent = %
app-unit-percent-of-the-document = % del documento
app-unit-of-the-picture = de la foto

name-by-hand = Nombre escrito por usted
    .title = Nombre escrito por usted
    .found = Usted escribió el nombre de este documento: { $name }.
    .advice = Compárelo con el documento, letra por letra.

app-new-person = Otra persona
app-new-person-hint = Vaciar la lista y el formulario
app-new-person-done = La lista y el formulario están vacíos.
app-forgotten = Se borró lo que esta ventana recordaba.
app-forget = Olvidar todo
app-about = Acerca de precheck
app-about-version = Versión { $version }
app-about-license = Programa libre: MIT o Apache-2.0. Las licencias de todas sus partes están en THIRD-PARTY.md.
app-about-kept = Esta ventana recuerda su idioma, sus colores, el tamaño de la letra y su propio tamaño. De una persona no guarda nada, salvo sus decisiones sobre los clientes, en un archivo junto a la lista. “Olvidar todo” vacía la lista y el formulario, y borra lo que la ventana recuerda de sí misma.
app-no-dialog = Esta computadora no tiene una ventana para elegir archivos. Arrastre los archivos a esta ventana, o cópielos y presione Ctrl+V.
app-pick-table = ¿Dónde quiere guardar la tabla?
app-all-files = Todos los archivos
app-key-paste = Agregar archivos que copió en otro lugar
app-photos = Fotos y archivos PDF
app-clients-save = Guardar como tabla
app-decision = Decisión
app-decision-when = Decidido el
app-decision-why = Motivo
app-key-part = Ir a la siguiente parte de la ventana
app-used-as = Sirve como: { $place }
