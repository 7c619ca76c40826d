# El reporte como página para el navegador, y como tabla.
report-title = Revisión de documentos
report-day = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { $year }
report-as-of = Fechas contadas al { $date }
report-call-on = Videollamada prevista para el { $date }
report-more-to-do = Después haga esto
report-places = Lo que pide ID.me
report-place = Requisito
report-place-state = Estado
report-place-document = Documento
report-pages = Páginas
report-problems = Problemas
report-also-noted = También es bueno saber
report-facts = Lo que se leyó
report-fact = Dato
report-fact-value = Como se leyó
report-fact-source = Se leyó en
report-source-text = texto impreso
report-source-mrz = renglones con <<<
report-source-barcode = código de barras
report-hard-to-read = difícil de leer
report-names = El nombre, parte por parte
report-names-record = Sus datos
report-names-document = Documento
report-names-difference = Diferencia
report-names-outcome = Resultado
report-names-whole = El nombre completo
report-relation-exact = igual
report-relation-format-only = el mismo, escrito de otra manera
report-relation-review = revise esto
report-relation-mismatch = distinto
report-relation-unreadable = no se pudo leer
report-cover-places = Las caras, los números, los renglones con <<< y los códigos de barras están tapados.
report-cover-whole = Esta foto se ve en cuadros a propósito. No se sabe dónde hay una cara o un número en ella.
report-cover-nothing = Nada está tapado en esta foto. Guarde este reporte en un lugar seguro.
report-no-picture = En este reporte no hay foto de esta página.
report-picture-alt = { $count ->
    [0] { $document }. No hay nada marcado.
    [one] { $document }. Hay 1 lugar marcado.
   *[other] { $document }. Hay { $count } lugares marcados.
}
report-program = Revisado con { $program }
requirements-idme-itin-us = ID.me con ITIN, viviendo en Estados Unidos
requirements-idme-itin-outside-us = ID.me con ITIN, viviendo fuera de Estados Unidos
requirements-idme-non-us-passport = ID.me con pasaporte extranjero, sin ITIN
report-clients = Clientes
report-client = Cliente
report-clients-all = { $count ->
    [one] 1 cliente
   *[other] { $count } clientes
}
report-verdict = Resultado
report-first-thing = Primero haga esto
report-count = Cosas por hacer
report-files = Archivos
report-row = Renglón
report-row-client = cliente
report-row-document = documento
report-row-file = archivo
report-until = Sigue siendo reciente hasta
report-day-of-check = Fechas contadas al
report-remarks = Revise también
