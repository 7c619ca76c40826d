watch-begun = Vigilando { $folder }. Termine con Ctrl+C.
watch-blind = Este sistema no avisa de todo lo que pasa en la carpeta. Con --every se revisa cada cierto tiempo.
watch-not-written = { $file }: no se pudo escribir el resultado al lado: { $reason }
