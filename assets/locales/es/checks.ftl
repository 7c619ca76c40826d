# Las comprobaciones: título, por qué importa, qué se encontró, qué hacer. Las demás frases van debajo.

no-document =
    .title = Sin documento
    .why = Se eligió otro archivo, o no se distingue nada en la imagen.
    .found = No se distingue ningún documento en esta imagen.
    .advice = Elija el archivo correcto, o tome la foto otra vez con el documento ocupando casi toda la imagen.

cut-off =
    .title = Cortado
    .why = Las cuatro esquinas del documento deben verse.
    .found = Un borde del documento queda fuera de la imagen.
    .advice = Aléjese un poco y tome la foto otra vez, de modo que se vea algo de mesa alrededor de cada lado.

text-cut-off =
    .title = Texto cortado
    .why = Falta una parte de la información cuando las líneas se salen de la imagen.
    .found = El borde de la imagen corta el texto (líneas cortadas: { $value }).
    .advice = Aléjese un poco y tome la foto otra vez, de modo que se vea algo de mesa alrededor de cada lado.

blurry =
    .title = Borrosa
    .why = El revisor rechaza un documento cuyo texto no se lee a primera vista.
    .found = El texto está borroso (nitidez { $value } de 100; se necesita al menos { $limit }).
    .shaken = El texto está borroso porque el teléfono se movió { $direction ->
        [across] de lado a lado
        [down] de arriba abajo
       *[slanting] en diagonal
    } (nitidez { $value } de 100; se necesita al menos { $limit }).
    .advice-shaken = Sostenga el teléfono quieto con las dos manos, apoye los codos en la mesa, use más luz y tome la foto otra vez.
    .advice = Sostenga el teléfono quieto con las dos manos, toque el texto para que la cámara enfoque y tome la foto otra vez.

glare =
    .title = Reflejo
    .why = Lo que está debajo de un reflejo no se puede leer.
    .found = Un reflejo cae sobre el texto; debajo caben unas { $value } letras (como máximo { $limit }).
    .beside-text = Hay un reflejo sobre el documento ({ $value } %), pero no sobre el texto.
    .advice = Apague el flash e incline un poco el documento hasta que nada brille, y tome la foto otra vez.

too-dark =
    .title = Demasiado oscura
    .why = En la oscuridad no se distinguen ni el texto ni la foto.
    .found = La imagen es demasiado oscura (claridad del papel { $value } de 255; se necesita al menos { $limit }).
    .advice = Acérquese a una ventana o encienda una lámpara junto al documento, y tome la foto otra vez.

too-bright =
    .title = Demasiado clara
    .why = Un texto deslavado no se puede leer.
    .found = La imagen está sobreexpuesta: una parte demasiado grande del documento es blanca.
    .advice = Apague el flash, evite el sol directo y tome la foto otra vez.

uneven-light =
    .title = Sombra
    .why = El texto en la sombra se lee mal.
    .found = La luz sobre el documento no es pareja: una sombra cubre una parte.
    .advice = Deje que la luz venga de frente o de lado, sin que usted ni el teléfono hagan sombra, y tome la foto otra vez.

faint =
    .title = Letra tenue
    .why = Un texto que apenas se distingue del papel se lee mal o se rechaza.
    .found = El texto apenas se distingue del papel (contraste { $value }; se necesita al menos { $limit }).
    .advice = Use más luz. Si el papel mismo está pálido, pida una nueva impresión del documento.

noisy =
    .title = Con grano
    .why = La letra pequeña se pierde en el grano y en los bloques de una compresión fuerte.
    .found = La imagen tiene mucho grano (grano { $value } de 255; como máximo { $limit }).
    .compressed = La imagen está tan comprimida que se ve en bloques (bloques { $value }; como máximo { $limit }).
    .advice = Use más luz y suba la foto original, no una reenviada por mensajería.

text-too-small =
    .title = Letra demasiado pequeña
    .why = Letras de pocos píxeles no se pueden distinguir.
    .found = Las letras son demasiado pequeñas en esta imagen ({ $value } píxeles de alto; se necesitan al menos { $limit }).
    .far-away = El documento mide solo { $value } píxeles de largo en esta imagen y apenas se puede leer (se necesitan al menos { $limit }).
    .coarse = El documento tiene solo { $value } puntos por pulgada en esta imagen; se necesitan al menos { $limit }.
    .advice = Acérquese, mantenga las cuatro esquinas en la imagen y tome la foto otra vez.

covered =
    .title = Tapado
    .why = Nada debe tapar el documento: lo que está tapado no se puede leer.
    .found = Un dedo, o algo de su color, tapa el { $value } % del documento.
    .advice = Ponga el documento sobre una mesa en vez de sostenerlo y tome la foto otra vez.

tilted =
    .title = Inclinada
    .why = Vistas de lado, las letras lejanas se hacen pequeñas y angostas.
    .found = La foto se tomó de lado ({ $value } grados; como máximo { $limit }).
    .askew = El documento está torcido en la imagen ({ $value } grados; como máximo { $limit }).
    .advice = Ponga el documento plano, sostenga el teléfono justo encima, paralelo a los bordes, y tome la foto otra vez.

sideways =
    .title = De lado
    .why = El revisor no debería tener que girar la imagen.
    .found = La página no está derecha; hay que girarla { $degrees } grados a la derecha.
    .advice = Gire la imagen antes de subirla. No hace falta tomarla otra vez.

photo-of-screen =
    .title = Foto de una pantalla
    .why = Un documento en una pantalla no es el original.
    .found = Parece la foto de una pantalla: la trama de sus píxeles se ve en el { $value } % del documento.
    .advice = Fotografíe el documento mismo, no una pantalla que lo muestra.

photocopy =
    .title = Fotocopia
    .why = Solo se aceptan originales, y una copia no tiene color.
    .found = El documento no tiene ningún color; parece una copia en blanco y negro.
    .advice = Fotografíe el documento original, en color.

written-on =
    .title = Escrito encima
    .why = Un documento con anotaciones puede ser rechazado como alterado.
    .found = Parece que hay trazos de bolígrafo sobre el texto impreso.
    .advice = Use un original limpio. Si es el único que tiene, pida uno nuevo.

several-documents =
    .title = Varios documentos
    .why = Cada documento se sube solo; únicamente la traducción va junto a su original.
    .found = Hay más de un documento en esta imagen.
    .advice = Fotografíe cada documento por separado. Solo una traducción va junto a su original en una misma foto.

unknown-document =
    .title = Documento desconocido
    .why = Lo que no se pudo reconocer tampoco se pudo comprobar.
    .found = No se pudo saber qué tipo de documento es este.
    .foreign = Este documento está en { $language }. Este programa no puede leer esas letras; por eso no pudo comprobar lo que dice el documento.
    .not-read = El texto no se pudo leer aquí: { $reason }.
    .advice = Mire usted la imagen. Si es el documento correcto, tome una foto más nítida del documento entero.
    .advice-foreign = Mire usted el documento. ¿Son el nombre, las fechas y los números iguales a los de sus otros documentos?
    .advice-not-read = Instale lo que falta (`precheck doctor` dice qué) y compruebe otra vez.

expired =
    .title = Vencido
    .why = Un documento de identidad debe estar vigente.
    .found = Este documento venció el { $date }.
    .advice = Use otro documento vigente, o renueve este primero.
    .advice-licence = Use otro documento. Una licencia vencida hace menos de un año solo vale junto con el papel de su renovación o prórroga.

expires-soon =
    .title = Vence pronto
    .why = La videollamada puede ser más tarde que la subida.
    .found = Este documento vence el { $date }, en { $value } días.
    .advice = Termine la videollamada antes de ese día, o use otro documento.

too-old =
    .title = Demasiado antiguo
    .why = Una factura o un estado de cuenta muestra su dirección solo mientras es reciente.
    .found = Este papel tiene fecha { $date }, hace { $value } días. ID.me pide menos de 90 días; para algunas facturas una de sus páginas permite un año.
    .in-the-future = Este papel tiene fecha { $date }, que está en el futuro. Quizá la fecha se leyó mal.
    .advice = Use su factura o estado de cuenta más reciente.
    .advice-future = Mire la fecha en el papel. Si de verdad está en el futuro, use otro.

mrz-incomplete =
    .title = Líneas de código incompletas
    .why = Las líneas de letras y signos < al pie del pasaporte deben verse enteras.
    .found = Las líneas de código al pie (con los signos <) no se pudieron leer enteras.
    .advice = Mantenga toda la página en la imagen, hasta el borde de abajo, sin que nada tape estas líneas ni brille sobre ellas.

mrz-digit-wrong =
    .title = Las líneas de código no cuadran
    .why = Las líneas de código llevan dígitos de control que muestran si algo se leyó mal.
    .found = Un dígito de control de las líneas de código no coincide; al menos un carácter se leyó mal o está dañado.
    .advice = Tome una foto más nítida de la página, sin reflejos en las líneas de abajo.

front-and-barcode-differ =
    .title = Texto y código difieren
    .why = El texto y el código de un documento deben decir lo mismo.
    .found = El texto dice { $printed }, el código dice { $coded }.
    .advice = Compare los dos en el documento. Si allí son iguales, uno se leyó mal: tome una foto más nítida.

name-unreadable =
    .title = Nombre no leído
    .why = Un nombre que no se puede leer no se puede comparar, y quizá el revisor tampoco lo lea.
    .found = No se pudo leer el nombre en este documento.
    .advice = Mire el nombre en la imagen. Si a usted le cuesta leerlo, tome una foto más nítida. Si lo ve claro, compárelo usted con su carta del ITIN.

letters-unsure =
    .title = Revise estas letras
    .why = Con una letra cambia el nombre o la fecha, y el revisor compara letra por letra.
    .found = Los dos lectores del programa no coinciden: uno lee «{ $first }» y el otro «{ $second }».
    .number = Los dos lectores del programa no coinciden en las cifras del ITIN.
    .advice = Mire ese lugar en la imagen y compárelo con su registro. Si a usted le cuesta leerlo, tome una foto más nítida.

name-differs =
    .title = El nombre difiere
    .why = El nombre del documento debe ser el nombre de su registro del ITIN.
    .found = El nombre aquí, { $name }, no es el nombre de su registro.
    .review = El nombre aquí, { $name }, no está escrito como el nombre de su registro.
    .advice = Compruebe que este documento es suyo. Si su nombre cambió, primero hay que corregir el registro del ITIN ante el IRS.
    .advice-review = Compare los dos nombres letra por letra. Si de verdad difieren, pregunte a su preparador de impuestos antes de la llamada.

birth-date-differs =
    .title = La fecha de nacimiento difiere
    .why = El revisor compara la fecha de nacimiento con la que se escribió.
    .found = La fecha de nacimiento aquí es { $document }; su registro dice { $record }.
    .advice = Revise la fecha que escribió. Si el registro está mal, corríjalo primero ante el IRS.

itin-differs =
    .title = El ITIN difiere
    .why = El número de la carta debe ser el suyo.
    .found = El número aquí, { $document }, no es el de su registro, { $record }.
    .advice = Compare los dos dígito por dígito. Quizá uno se escribió mal, o esta carta es de otra persona.

itin-masked =
    .title = ITIN oculto
    .why = El comprobante debe mostrar el número completo.
    .found = En este papel solo se ve una parte del ITIN.
    .advice = Use la carta CP565 del IRS, o un estado de cuenta que muestre los nueve dígitos.

not-an-itin =
    .title = No es un ITIN
    .why = Un ITIN empieza con 9 y lleva ciertos dígitos en el medio.
    .found = El número { $number } no tiene la forma de un ITIN.
    .advice = Mire el número en la carta. Si se leyó mal, tome una foto más nítida.

translation-missing =
    .title = Falta la traducción
    .why = ID.me pide que un documento en otro idioma esté junto a su traducción en una misma foto.
    .found = Este documento está en { $language } y no hay una traducción al inglés en la imagen.
    .advice = Ponga el original y su traducción al inglés uno al lado del otro y tome una sola foto de los dos. No escriba nada en ellos.

translation-not-beside =
    .title = Traducción no al lado
    .why = ID.me pide el original y la traducción uno al lado del otro.
    .found = El original y la traducción están en la imagen, pero uno encima del otro.
    .advice = Ponga la traducción a la derecha del original y tome una sola foto de los dos.

translation-unclear =
    .title = Traducción poco clara
    .why = Quien revisa compara el original y la traducción línea por línea; ambos deben verse enteros y legibles.
    .found = Uno de los dos, el original o la traducción, no se puede leer en esta imagen.
    .advice = Sujete firme la cámara, toque la hoja borrosa para enfocarla y repita la foto con las dos hojas nítidas.
    .too-small = El texto del original o de la traducción es demasiado pequeño en esta imagen.
    .advice-too-small = Acérquese hasta que las dos hojas llenen la imagen, o escanéelas una al lado de la otra.
    .cut-off = Una parte del original o de la traducción queda fuera de la imagen.
    .advice-cut-off = Aléjese hasta que se vea un margen alrededor de las dos hojas.
    .overlap = El original y la traducción están uno encima del otro.
    .advice-overlap = Ponga las dos hojas una al lado de la otra, con un pequeño espacio, para que nada quede tapado.

itin-proof-missing =
    .title = Falta el comprobante del ITIN
    .why = ID.me pide el comprobante del ITIN antes que nada.
    .found = Ninguno de estos archivos es la carta que muestra su ITIN.
    .advice = Agregue una foto de su carta CP565 del IRS, o de un estado de cuenta que muestre el número completo. Si perdió la carta, llame al IRS.

primary-missing =
    .title = Falta el documento de identidad
    .why = Un documento debe mostrar su nombre, su foto y su fecha de nacimiento.
    .found = Ninguno de estos archivos es un documento de identidad de la lista de ID.me.
    .advice = Agregue una foto de su pasaporte, de su licencia de conducir o de otro documento de identidad con su foto.

second-document-missing =
    .title = Falta el segundo documento
    .why = Además del documento de identidad se necesita otro.
    .found = Solo hay un documento además del comprobante del ITIN.
    .advice = Agregue otro: un segundo documento de identidad, o una factura o un estado de cuenta reciente con su nombre y dirección.

address-proof-missing =
    .title = Falta la dirección
    .why = Uno de los documentos debe mostrar dónde vive.
    .found = Ninguno de estos documentos muestra su domicilio.
    .advice = Agregue una licencia de conducir, o una factura o un estado de cuenta reciente, con su nombre y domicilio (no un apartado postal).

back-missing =
    .title = Falta el reverso
    .why = Las tarjetas se piden por los dos lados.
    .found = El reverso de esta tarjeta no está entre los archivos.
    .advice = Dé vuelta a la tarjeta y agregue una foto del reverso.

same-document-twice =
    .title = El mismo documento dos veces
    .why = Cada lugar pide un documento distinto.
    .found = El mismo documento está dos veces en el conjunto.
    .advice = Cambie uno de los dos por otro documento.

names-disagree =
    .title = Los nombres no coinciden
    .why = Todos los documentos deben ser de una sola persona.
    .found = Un documento nombra a { $first }, otro a { $second }.
    .advice = Compruebe que todos los documentos son suyos. Si su nombre cambió, agregue el papel que lo muestra (acta de matrimonio u orden judicial).
