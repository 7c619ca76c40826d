blurry =
    .title = Borrosa
    .why = Un revisor rechaza un documento cuyo texto no se puede leer a primera vista.
    .found = El texto está borroso (nitidez { $value } de 100; se necesita { $limit }).
    .advice = Sostenga el teléfono con las dos manos, toque el texto para que la cámara enfoque y tome la foto de nuevo.
