# What is to be said of the rows of a client list. The line stands before each sentence.
roster-missing-name = No hay nombre en esta fila. Escriba el nombre o borre la fila.
roster-bad-date-not-a-date = «{ $text }» en la columna «{ $column }» no es una fecha. Escríbala como año-mes-día: 1990-04-12.
roster-bad-date-no-such-day = «{ $text }» en la columna «{ $column }» no es un día del calendario. Pregunte al cliente y escríbala como año-mes-día: 1990-04-12.
roster-bad-date-year-alone = La columna «{ $column }» solo tiene un año. Escriba la fecha completa como año-mes-día: 1990-04-12.
roster-bad-date-not-shown = La columna «{ $column }» tiene un error o signos de número en lugar de una fecha. En la hoja de cálculo, ensanche la columna o escriba la fecha de nuevo, y vuelva a guardar la lista.
roster-bad-date-future = «{ $text }» en la columna «{ $column }» está en el futuro. Pregunte al cliente su fecha de nacimiento.
roster-bad-date-long-ago = «{ $text }» en la columna «{ $column }» es de hace demasiado tiempo. Revise el año.
roster-ambiguous-date = La fecha de la columna «{ $column }» puede ser { $one } o { $other }. Escríbala como año-mes-día, o escriba DD/MM/AAAA o MM/DD/AAAA en el título de la columna.
roster-bad-itin-lost-digits = La hoja de cálculo quitó dígitos del número en la columna «{ $column }» (9.0E+08). No se pueden recuperar: escriba el número completo, con guiones.
roster-bad-itin-not-shown = La columna «{ $column }» tiene un error o signos de número en lugar de un número. En la hoja de cálculo, ensanche la columna o escriba el número de nuevo, y vuelva a guardar la lista.
roster-bad-itin-not-a-number = Lo que hay en la columna «{ $column }» no es un número. Escriba nueve dígitos, o los últimos cuatro, o déjela vacía. Revise si hay letras, como una O en lugar de un cero.
roster-bad-itin-length =
    { $digits ->
        [one] El número en la columna «{ $column }» tiene un dígito; un ITIN tiene nueve. Escriba los nueve o los últimos cuatro.
       *[other] El número en la columna «{ $column }» tiene { $digits } dígitos; un ITIN tiene nueve. Escriba los nueve o los últimos cuatro.
    }
roster-bad-itin-not-an-itin = El número en la columna «{ $column }» no es un ITIN, que empieza con 9. Si es un número de Seguro Social, este cliente no necesita el camino del ITIN.
roster-bad-itin-no-such-group = Los dígitos cuarto y quinto del número en la columna «{ $column }» no son los de un ITIN (50–65, 70–88, 90–92 o 94–99). Compárelo con la carta del ITIN.
roster-bad-path = La columna «{ $column }» no dice si el cliente vive en Estados Unidos. Escriba «us» u «outside-us».
roster-bad-path-formula = La columna «{ $column }» tiene una fórmula o un error. Escriba «us» u «outside-us».
roster-duplicate-client-row = Esta fila dice lo mismo que la línea { $first } y se dejó fuera. Borre una de las dos.
roster-duplicate-client-id = El cliente de la línea { $first } tiene la misma clave. Dé otra clave a uno de los dos.
roster-duplicate-client-itin = El cliente de la línea { $first } tiene el mismo ITIN. Uno de los dos números está mal: compárelos con las cartas del ITIN.
roster-joint-row = Esta fila nombra a dos personas, que se leyeron como dos clientes. Un ITIN o una fecha de nacimiento que aparece una vez se dio a la primera. Revise a las dos, o dé una fila a cada una.
roster-broken-row-too-many-cells = Esta fila tiene más celdas que títulos hay, así que no se sabe qué valor es cuál, y se dejó fuera. Ponga entre comillas las celdas con comas, o guarde la lista como XLSX.
roster-broken-row-open-quote = Una comilla de esta fila nunca se cierra, así que la fila se dejó fuera. Cierre o quite la comilla, o guarde la lista como XLSX.
roster-broken-row-long-cell = Una celda de esta fila es más larga que cualquier celda de una hoja de cálculo, así que la fila se dejó fuera.
roster-formula-name = El nombre es una fórmula o un error, así que no se conoce. Escriba el nombre mismo, o guarde la lista solo con valores.
roster-formula-other = La columna «{ $column }» tiene una fórmula o un error, así que su valor no se conoce. Escriba el valor mismo, o guarde la lista solo con valores.
roster-totals-row = Un total, no un cliente.
roster-title-row = Un título o un pie de página, no un cliente.

# The words for them.
roster-code-missing-name = Sin nombre
roster-code-bad-date = Fecha
roster-code-ambiguous-date = Fecha de dos lecturas
roster-code-bad-itin = ITIN
roster-code-bad-path = Dónde vive el cliente
roster-code-duplicate-client = Repetido
roster-code-joint-row = Dos personas
roster-code-broken-row = Fila dañada
roster-code-formula = Fórmula
roster-code-totals-row = Total
roster-code-title-row = Título

# Why a list cannot be read.
roster-error-empty = La lista está vacía.
roster-error-too-large = La lista es demasiado grande ({ $what }). Deje solo las filas y columnas necesarias.
roster-error-binary = Esto no es una lista. Las listas son archivos CSV, XLSX u ODS.
roster-error-workbook = Este libro está dañado. Ábralo en la hoja de cálculo y vuelva a guardarlo.
roster-error-locked = Este libro está protegido con contraseña. Guárdelo sin ella.
roster-error-old-workbook = Este es un libro de Excel antiguo o protegido. Guárdelo como XLSX, sin contraseña.
roster-error-other-archive = Este es un archivo comprimido y no un libro. Las listas son archivos CSV, XLSX u ODS.
roster-error-no-names = Ninguna columna tiene nombres. La lista necesita una fila de títulos, como «Nombre», «Apellidos», «Clave», «ITIN», «Fecha de nacimiento». Títulos encontrados: { $columns }.

# Folders.
folders-two-ids = Varios clientes tienen esta clave. Dé a cada uno la suya.
folders-id-and-name = La clave es de un cliente, pero el nombre es de otro. Cambie el nombre de la carpeta.
folders-number-at-end = El número del final es la clave de un cliente, pero nada más lo dice. Ponga la clave al principio del nombre.
folders-name-not-sure = El nombre se parece al de un cliente, pero no es el mismo. Si es suya, ponga la clave del cliente al principio del nombre.
folders-one-name = Varios clientes tienen este nombre. Ponga la clave del cliente al principio del nombre.
folders-born-otherwise = El nombre es de un cliente, pero el año no es el de su nacimiento. Si es suya, ponga la clave del cliente al principio del nombre.
folders-inside = Una carpeta de un cliente está dentro de la de otro. Sáquela.

# What was understood of a list.
batch-clients =
    { $count ->
        [one] Un cliente en la lista (títulos en la línea { $header }).
       *[other] { $count } clientes en la lista (títulos en la línea { $header }).
    }
batch-sheet = Hoja leída: { $sheet }.
batch-other-sheet = La hoja «{ $sheet }» también parece una lista de clientes y no se leyó.
batch-look = Revise estas líneas
batch-named = No son clientes
batch-heading-clients = Clientes
batch-heading-unclear = Carpetas por revisar
batch-heading-unmatched = Carpetas y archivos de nadie
batch-heading-without = Clientes sin archivos
batch-nothing-to-look = No hay nada que revisar.
batch-line = Línea { $line }
batch-no-name = (sin nombre)
batch-born = nacimiento { $date }
batch-call = llamada { $date }
batch-may-be = puede ser de { $clients }
batch-how-id = por la clave
batch-how-name = por el nombre
batch-how-name-and-birth-date = por el nombre y el año de nacimiento
batch-how-shared = compartida
batch-path-us = Estados Unidos
batch-path-outside-us = fuera de Estados Unidos
batch-summary =
    { $count ->
        [one] Un cliente: { $ready } listo, { $fix } por corregir, { $review } por revisar.
       *[other] { $count } clientes: { $ready } listos, { $fix } por corregir, { $review } por revisar.
    }
batch-stopped =
    { $count ->
        [one] Se detuvo antes de terminar el último cliente. La próxima vez seguirá desde ahí.
       *[other] Se detuvo antes de terminar los últimos { $count } clientes. La próxima vez seguirá desde ahí.
    }
batch-not-kept = Los resultados están completos, pero no se pudieron guardar para la próxima vez ({ $reason }).
batch-unreadable-folder = No se puede leer esta carpeta: { $folder }
