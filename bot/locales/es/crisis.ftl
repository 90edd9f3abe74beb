### Awaiting native review.
### Véase en/crisis.ftl. Líneas cortas: a quien las lee le quedan pocas fuerzas.

lines-emergency = Si hay una vida en peligro ({ $country }): llama al **{ $number }**.
lines-people = Personas que escuchan:
lines-call = llamada al { $number }
lines-text = SMS al { $number }
lines-chat = chat
lines-elsewhere = ¿En otro lugar? Di «help now» y el nombre del país, o mira aquí: { $directory }. Estos números vienen de listas públicas; si uno no contesta, prueba con el siguiente.
lines-anywhere = Si hay una vida en peligro, llama al número de emergencias de donde estás (112 en gran parte de Europa, 911 en Norteamérica).

    Líneas de tu país: di «help now» y su nombre, o mira aquí: { $directory }
lines-unknown-country = No conozco ningún país con ese nombre.
command-help-now = Líneas de ayuda y número de emergencias
    .example = help now
argument-country = un país, si no es el tuyo
