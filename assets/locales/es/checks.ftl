# Las comprobaciones: título, por qué importa, qué se encontró, qué hacer. Las demás frases van debajo.

no-document =
    .title = Foto sin documento
    .why = Puede ser otro archivo, o el documento no se alcanza a ver.
    .found = No se ve ningún documento en esta foto.
    .advice = Elija el archivo correcto. O tome otra foto donde el documento ocupe casi todo el espacio.

cut-off =
    .title = Documento cortado
    .why = Deben verse las cuatro esquinas del documento.
    .found = Un borde del documento queda fuera de la foto.
    .advice = Aléjese un poco. Deje ver un poco de mesa en cada lado. Tome otra foto.

text-cut-off =
    .title = Texto cortado
    .why = Falta una parte de la información.
    .found = Una parte del texto queda cortada en la orilla de la foto.
    .advice = Aléjese un poco. Deje ver un poco de mesa en cada lado. Tome otra foto.

blurry =
    .title = Foto borrosa
    .why = Si cuesta leer el texto, es probable que ID.me rechace el documento.
    .found = El texto está borroso.
    .shaken = El texto está borroso porque el teléfono se movió { $direction ->
        [across] de lado a lado
        [down] de arriba abajo
       *[slanting] en diagonal
    }.
    .advice-shaken = Apoye los codos en la mesa y use más luz. Tome otra foto.
    .advice = Sostenga el teléfono quieto con las dos manos. Toque el texto en la pantalla. Tome otra foto.

glare =
    .title = Reflejo
    .why = El texto debajo de un reflejo no se puede leer.
    .found = { $value ->
        [one] Un reflejo tapa más o menos 1 letra.
       *[other] Un reflejo tapa unas { $value } letras.
    }
    .beside-text = Hay un reflejo, pero no sobre el texto.
    .advice = Apague el flash. Incline el documento hasta que desaparezca el reflejo. Tome otra foto.

too-dark =
    .title = Foto muy oscura
    .why = Cuesta leer el texto de una foto oscura.
    .found = La foto está muy oscura para leerla.
    .advice = Acérquese a una ventana o encienda una lámpara. Tome otra foto.

too-bright =
    .title = Foto con demasiada luz
    .why = Con demasiada luz, las letras se borran.
    .found = Hay demasiada luz y algunas letras se borran.
    .advice = Apague el flash y evite el sol directo. Tome otra foto.

uneven-light =
    .title = Sombra
    .why = Cuesta leer el texto que queda en la sombra.
    .found = Una sombra cubre una parte del documento.
    .advice = Mueva la lámpara o cambie de lugar hasta que no haya sombra. Tome otra foto.

faint =
    .title = Letra poco visible
    .why = Es fácil leer mal una letra muy clara. ID.me puede rechazarla.
    .found = La letra está muy clara y cuesta leerla.
    .advice = Use más luz. Si el documento mismo está gastado, use otro.

noisy =
    .title = Foto granulada
    .why = En una foto granulada se pierden las letras pequeñas.
    .found = La foto se ve con muchos puntitos.
    .compressed = La foto perdió calidad, probablemente al enviarla.
    .advice = Use más luz. Suba la foto original, no una que pasó por WhatsApp o por mensaje.

text-too-small =
    .title = Letra demasiado pequeña
    .why = Las letras muy pequeñas no se distinguen.
    .found = Las letras se ven muy pequeñas.
    .far-away = El documento está muy lejos.
    .coarse = A la foto le falta detalle.
    .thumbnail = Esta imagen es solo una miniatura. No se puede leer nada en ella.
    .thumbnail-advice = Elija la foto completa, no su vista previa. Los programas de mensajes y de correo a menudo guardan la vista previa.
    .advice = Acérquese, sin cortar ninguna esquina. Tome otra foto.

covered =
    .title = Documento tapado
    .why = Nada debe tapar el documento. Lo que queda tapado no se puede leer.
    .found = Un dedo u otra cosa tapa una parte del documento.
    .advice = Ponga el documento sobre una mesa en vez de sostenerlo. Tome otra foto.

tilted =
    .title = Foto tomada en ángulo
    .why = Las letras más lejanas salen pequeñas.
    .found = La foto no se tomó justo desde arriba.
    .askew = El documento está torcido en la foto.
    .advice = Ponga el documento plano. Sostenga el teléfono justo encima. Tome otra foto.

sideways =
    .title = Foto acostada o de cabeza
    .why = ID.me no debería tener que girar la foto.
    .found = { $degrees ->
        [90] La foto está acostada. Gírela una vez a la derecha.
        [180] La foto está de cabeza. Gírela dos veces.
       *[other] La foto está acostada. Gírela una vez a la izquierda.
    }
    .advice = Gire la foto antes de subirla. No hace falta tomar otra.

mirrored =
    .title = Imagen en espejo
    .why = Un texto al revés no se puede leer ni revisar.
    .found = El texto sale al revés, como en un espejo.
    .advice = Tome la foto con la cámara de atrás.

photo-of-screen =
    .title = Foto de una pantalla
    .why = Un documento en una pantalla no es el original.
    .found = Parece la foto de una pantalla.
    .advice = Tome la foto del documento mismo. Si es un recibo o estado de cuenta, guarde el PDF y use ese archivo.

photocopy =
    .title = Fotocopia
    .why = ID.me solo acepta originales, no copias.
    .found = Este documento no tiene color. Puede ser una copia en blanco y negro.
    .advice = Tome una foto a color del original.

written-on =
    .title = Escritura a mano
    .why = ID.me puede rechazar un documento con escritura a mano.
    .found = Parece que alguien escribió sobre el texto impreso.
    .advice = Mire el lugar marcado. Si ahí no hay nada escrito, continúe. Si lo hay, use un original limpio.

several-documents =
    .title = Varios documentos
    .why = Suba un documento por foto.
    .found = Hay más de un documento en esta foto.
    .advice = Tome una foto de cada uno. Solo la traducción va junto a su original.

upload-format =
    .title = Formato del archivo
    .why = La ayuda de ID.me menciona JPEG, PNG y PDF.
    .found = Este archivo no es JPEG, PNG ni PDF.
    .advice = Guarde esta foto como JPEG antes de subirla.

unknown-document =
    .title = Documento no reconocido
    .why = Un documento que no se reconoce no se puede revisar.
    .found = No se sabe qué documento es.
    .foreign = Este documento está en { $language }. El programa no puede leer esas letras, así que no pudo revisar lo que dice el documento.
    .not-read = No se pudo leer el texto de esta página.
    .advice = ¿Es el documento correcto? Si lo es, tome una foto más nítida donde se vea completo.
    .advice-foreign = Mire el documento. ¿El nombre, las fechas y los números son iguales a los de sus otros documentos?
    .advice-not-read = Falta una parte del programa. Instálelo otra vez o pida ayuda a quien lo instaló.

expired =
    .title = Documento vencido
    .why = La identificación con foto debe estar vigente.
    .found = Este documento venció el { $date }.
    .advice = Use otro documento vigente, o renueve este primero.
    .advice-licence = Use otro documento. ID.me puede aceptar una licencia de Estados Unidos vencida hace menos de un año. Debe ir con el papel de su renovación.

expires-soon =
    .title = Documento que vence pronto
    .why = La videollamada puede ser días o semanas después de subir sus documentos.
    .found = { $value ->
        [0] Este documento vence hoy.
        [one] Este documento vence mañana.
       *[other] Este documento vence el { $date }, en { $value } días.
    }
    .before-the-call = Este documento vence el { $date }. Su videollamada está planeada para el { $call }.
    .advice = Termine la videollamada antes de que venza, o use otro documento.
    .advice-before-the-call = Elija un día anterior para la videollamada, o use otro documento.

too-old =
    .title = Documento demasiado antiguo
    .why = Un recibo o estado de cuenta comprueba su domicilio solo si es reciente.
    .found = Este documento es del { $date }, hace { $value } días. ID.me pide uno de menos de 90 días.
    .by-the-call = Este documento es del { $date }. El día de su videollamada tendrá { $value } días.
    .in-the-future = Este documento tiene fecha del { $date }, un día que todavía no llega. Quizá se leyó mal.
    .advice = Use su recibo o estado de cuenta más reciente.
    .advice-by-the-call = Use su próximo recibo o estado de cuenta, o elija un día anterior para la videollamada.
    .advice-future = Mire la fecha en el documento. Si de verdad ese día todavía no llega, use otro documento.

mrz-incomplete =
    .title = Renglones con <<< incompletos
    .why = Los renglones con <<< de la parte de abajo del pasaporte deben verse completos.
    .found = Los renglones con <<< no se pudieron leer completos.
    .advice = Tome otra foto de toda la página, hasta el borde de abajo. Que nada tape esos renglones.
    .closed = Solo se ve la tapa del pasaporte.
    .advice-closed = Abra el pasaporte. Tome una foto de la página con su foto, hasta el borde de abajo.

mrz-digit-wrong =
    .title = Renglones con <<< mal leídos
    .why = Estos renglones llevan dígitos de control. Muestran si algo se leyó mal.
    .found = Probablemente se leyó mal una letra o un número en los renglones con <<<.
    .advice = Tome una foto más nítida de la página, sin reflejos abajo.

front-and-barcode-differ =
    .title = Dos fechas no coinciden
    .why = Una fecha debe ser igual en todo el documento.
    .found = El texto dice { $printed }, y el código de barras o los renglones con <<< dicen { $coded }. Probablemente una se leyó mal.
    .advice = Tome una foto más nítida de este lado.

name-unreadable =
    .title = No se pudo leer el nombre
    .why = Un nombre que no se puede leer no se puede comparar. Quizá a ID.me también le cueste leerlo.
    .found = No se pudo leer el nombre en este documento.
    .advice = Mire el nombre en la foto. Si cuesta leerlo, tome una foto más nítida. Si no, compárelo con su carta del ITIN.

fact-unreadable =
    .title = No se pudo leer algo
    .why = Quien revise buscará estos datos. Lo que este programa no pudo leer, no lo pudo revisar.
    .found = No se pudo leer: { $field }.
    .advice = Mírelo en la foto. Si cuesta leerlo, tome la foto otra vez. Si se lee bien, revíselo usted.

letters-unsure =
    .title = Revise estas letras
    .why = Una sola letra o un solo número puede cambiar un nombre o una fecha.
    .found = Algunas letras no se leen bien: ¿“{ $first }” o “{ $second }”?
    .number = Algunos números del ITIN no se leen bien.
    .advice = Mire este lugar en la foto. Si usted tampoco lo lee bien, tome una foto más nítida.

name-differs =
    .title = El nombre no coincide
    .why = El nombre debe ser igual al de su carta del ITIN.
    .found = El documento dice { $name }. Sus datos dicen otra cosa.
    .review = El documento dice { $name }. En sus datos está escrito de otra manera.
    .advice = Revise que el documento sea suyo y que su nombre esté escrito como en su carta del ITIN. Si su nombre cambió, pregunte a su preparador de impuestos antes de la videollamada.
    .advice-review = Compare los dos nombres letra por letra. Si de verdad son distintos, pregunte a su preparador de impuestos antes de la videollamada.

birth-date-differs =
    .title = La fecha de nacimiento no coincide
    .why = ID.me compara la fecha de nacimiento con la que usted da.
    .found = El documento dice { $document }. Sus datos dicen { $record }.
    .advice = Primero revise la fecha que escribió. Si está bien, compárela con su carta del ITIN y pregunte a su preparador de impuestos.

address-differs =
    .title = El domicilio no coincide
    .why = Un recibo o estado de cuenta debe mostrar su domicilio actual, como usted lo da a ID.me.
    .found = { $what } El domicilio completo en el documento es { $document }.
    .review = { $what } El domicilio completo en el documento es { $document }.
    .elsewhere = Su domicilio está en este documento, pero donde debe estar el suyo hay otro: { $document }.
    .advice = Si se mudó, use un recibo con su domicilio actual. Si no, revise el domicilio que escribió.
    .advice-review = Compare los dos domicilios. Si falta algo, use un documento con su domicilio completo o pida a la empresa que lo corrija.
    .advice-card = Si se mudó, agregue un recibo o estado de cuenta reciente con su domicilio actual. Si no, revise el domicilio que escribió.
    .advice-letter = No tiene que hacer nada. Un domicilio anterior no es motivo para rechazar la carta.

home-is-po-box =
    .title = Apartado postal como domicilio
    .why = ID.me no acepta un apartado postal (P.O. box) como domicilio.
    .found = El domicilio en sus datos es un apartado postal.
    .advice = Escriba la dirección donde vive y use un recibo o estado de cuenta que la muestre.

itin-differs =
    .title = El ITIN no coincide
    .why = El ITIN del documento debe ser el suyo.
    .found = El ITIN de aquí, { $document }, no es el de sus datos, { $record }.
    .advice = Active “Mostrar números completos” y compárelos. Quizá un número se escribió mal o la carta se agregó por error.

itin-masked =
    .title = ITIN incompleto
    .why = El comprobante del ITIN debe mostrar el número completo.
    .found = Este documento muestra solo una parte de su ITIN.
    .advice = Como comprobante del ITIN, use su carta del ITIN (CP565) donde se vean los nueve dígitos. También sirve un estado de cuenta del banco con los nueve dígitos.

not-an-itin =
    .title = Revise los números del ITIN
    .why = Un ITIN empieza con 9, y sus dígitos cuarto y quinto caen en rangos fijos.
    .found = El número { $number } no parece un ITIN. Quizá se leyó mal.
    .advice = Active “Mostrar números completos” y compárelo con su carta del ITIN. Si se leyó mal, tome una foto más nítida.
    .record = El ITIN de sus datos, {$number}, no puede ser un ITIN.
    .advice-record = Compare el número de sus datos con su carta del ITIN, dígito por dígito.
translation-missing =
    .title = Falta la traducción
    .why = ID.me pide el original y su traducción en una sola foto.
    .found = Este documento está en { $language }. En la foto no hay una traducción al inglés.
    .advice = Ponga el original y su traducción al inglés uno al lado del otro, en una sola foto. No escriba nada sobre ellos. Un pasaporte que también trae palabras en inglés quizá no necesite traducción.

translation-not-beside =
    .title = La traducción no está al lado
    .why = ID.me pide el original y la traducción, uno al lado del otro.
    .found = Uno está arriba y el otro abajo.
    .advice = Póngalos uno al lado del otro, izquierda y derecha. Tome una sola foto de los dos.

translation-unclear =
    .title = Traducción poco clara
    .why = El agente de ID.me compara los dos. Los dos deben verse completos y leerse bien.
    .found = El original o su traducción no se puede leer en esta foto.
    .advice = Sostenga el teléfono quieto. Toque en la pantalla la hoja borrosa. Tome otra foto.
    .too-small = El texto del original o de su traducción es demasiado pequeño.
    .advice-too-small = Acérquese hasta que las dos hojas llenen la foto, o escanéelas una al lado de la otra.
    .cut-off = Una parte del original o de su traducción queda fuera de la foto.
    .advice-cut-off = Aléjese un poco. Deje ver un poco de mesa alrededor de las dos hojas. Tome otra foto.
    .overlap = Una hoja tapa una parte de la otra.
    .advice-overlap = Ponga las dos hojas una al lado de la otra, con un pequeño espacio, para que nada quede tapado. Tome otra foto.

itin-proof-missing =
    .title = Falta el comprobante del ITIN
    .why = ID.me pide el comprobante del ITIN antes que nada.
    .found = No se encontró la carta del ITIN.
    .advice = Agregue una foto de su carta del ITIN (CP565). También sirve un estado de cuenta del banco con los nueve dígitos. Si perdió la carta, llame al IRS.

primary-missing =
    .title = Falta la identificación con foto
    .why = Un documento debe mostrar su nombre, su foto y su fecha de nacimiento.
    .found = No se encontró una identificación con foto.
    .advice = Agregue su pasaporte o su licencia de conducir de Estados Unidos. También sirven otras identificaciones de la lista de ID.me.

second-document-missing =
    .title = Falta el segundo documento
    .why = Además del comprobante del ITIN, ID.me pide dos documentos.
    .found = No se encontró el segundo documento.
    .advice = Agregue otra identificación con foto, o un recibo de servicios o estado de cuenta reciente.

address-proof-missing =
    .title = Falta el comprobante de domicilio
    .why = Uno de sus documentos debe mostrar su domicilio.
    .found = No se encontró ningún documento con su domicilio.
    .advice = Agregue un recibo de servicios o estado de cuenta reciente con su nombre y domicilio. También sirve una licencia de conducir de Estados Unidos. No se acepta un apartado postal (P.O. Box).

back-missing =
    .title = Falta el reverso
    .why = ID.me pide los dos lados de la tarjeta.
    .found = Falta el reverso de esta tarjeta.
    .advice = Voltee la tarjeta y tome una foto del reverso.

front-missing =
    .title = Falta el frente
    .why = Su nombre, su foto y las fechas están en el frente.
    .found = Falta el frente de esta tarjeta, o no se puede leer.
    .advice = Tome una foto del lado que tiene su foto.

same-document-twice =
    .title = El mismo documento dos veces
    .why = Cada requisito pide un documento distinto.
    .found = El mismo documento está dos veces.
    .advice = Cambie uno por otro documento.

same-picture-twice =
    .title = La misma foto dos veces
    .why = Otra copia de una foto no muestra nada nuevo.
    .found = Esta foto está dos veces.
    .advice = Quite una. Si tenía que ser otro documento o el otro lado, tome otra foto.

names-disagree =
    .title = Dos nombres distintos
    .why = Todos los documentos deben ser de una sola persona.
    .found = Un documento dice { $first } y otro dice { $second }.
    .advice = Si uno es de otra persona, use otro documento. Si su nombre cambió, agregue el documento que lo muestra.

linking-document-needed =
    .title = Falta el documento del otro nombre
    .why = Si su nombre cambió, ID.me pide el documento que lo muestra.
    .found = Este documento tiene otro apellido que sus datos.
    .linked = Este documento tiene otro apellido que sus datos. El documento que agregó quizá muestra por qué.
    .advice = Si se casó o cambió de nombre, agregue el acta de matrimonio o la orden del juez. Si el IRS todavía tiene su nombre anterior, corríjalo primero (formulario W-7).
    .advice-linked = Revise que los dos nombres estén en ese documento. Lleve el original a la videollamada.

birth-dates-disagree =
    .title = Dos fechas de nacimiento distintas
    .why = Todos los documentos deben ser de una sola persona.
    .found = Un documento dice { $first } y otro dice { $second }.
    .advice = Mire las dos fechas. Si una es de otra persona, use otro documento.

renewal-paper =
    .title = Vencida, con papel de renovación
    .why = ID.me puede aceptar una licencia de Estados Unidos que venció hace menos de un año, junto con su papel de renovación.
    .found = Esta licencia está vencida. Se encontró un papel que quizá la renueva.
    .advice = Suba los dos. En ID.me elija “Expired U.S. State Driver’s License”. Revise que el papel siga vigente.

not-this-path =
    .title = No es el camino para usted
    .why = Con solo un pasaporte extranjero hay que confirmar que nunca tuvo un ITIN.
    .found = Usted tiene un ITIN, así que no puede usar el camino para quienes no lo tienen.
    .advice = Elija el camino para quienes tienen un ITIN.
