### Awaiting native review.
### Véase en/crisis.ftl. Líneas cortas: a quien las lee le quedan pocas fuerzas.

lines-emergency = Si hay una vida en peligro ({ $country }): llama al **{ $number }**.
lines-emergency-police = Si hay una vida en peligro ({ $country }): llama al **{ $number }**. Si alguien te amenaza, la policía: **{ $police }**.
lines-anywhere = Si hay una vida en peligro, llama al número de emergencias de donde estás (112 en gran parte de Europa, 911 en Norteamérica).

    Líneas de tu país: di «help now» y su nombre, o mira aquí: { $directory }
lines-people = Personas que escuchan:
lines-call = llamada al { $number }
lines-call-press = llamada al { $number } y luego pulsa { $key }
lines-text = SMS al { $number }
lines-text-word = SMS con { $word } al { $number }
lines-chat = chat
lines-always = a cualquier hora
lines-closed = ahora no atiende
lines-directory = Líneas de ayuda por países: { $directory }
lines-public = Estos números vienen de listas públicas; si uno no contesta, prueba con el siguiente.
lines-checked = Alguien comprobó estos números, el { DATETIME($day, dateStyle: "long") } o después. Si uno no contesta, prueba con el siguiente.

lines-elsewhere = ¿En otro lugar? Di «help now» y el nombre del país, o mira aquí: { $directory }
lines-unknown-country = No conozco ningún país con ese nombre.
lines-ask-country = ¿Estás en este país: { $country }? Lo uso para las líneas de ayuda y para nada más. No contestar también está bien.
lines-button-mine = Guardar { $country } como mi país
lines-button-country = Otro país
lines-button-text = Prefiero escribir
lines-button-call = Prefiero llamar
lines-button-topics = Sobre otra cosa
lines-which-topic = ¿De qué se trata? No hace falta estar seguro. No se guarda nada de esto.
command-help-now = Líneas de ayuda y número de emergencias
    .example = help now
    .name = ahora
argument-country = un país, si no es el tuyo
form-country = Líneas de ayuda
form-country-country = ¿En qué país estás?
    .hint = su nombre, o una ciudad grande de allí

command-country = Tu país, para las líneas de ayuda
    .example = country México
    .name = país
country-is = Para las líneas de ayuda me guío por este país: { $country }. «country» y un nombre lo cambia; «country olvidar» lo quita.
country-none = No guardo ningún país tuyo. Me guío por el de tu comunidad o por tu reloj. «country» y un nombre me dice el tuyo.
country-kept = Guardado: desde ahora, líneas de ayuda de { $country }.
country-forgotten = Olvidado. Para las líneas de ayuda me guío por el país de tu comunidad o por tu reloj.
    .words = olvidar, olvida, ninguno
country-unknown = No conozco ningún país con ese nombre, así que no ha cambiado nada. Sirve el nombre del país, o una ciudad grande de allí: **country México**, **country Bogotá**.
command-prefer = Líneas de ayuda a las que se escribe o se llama
    .example = prefer text
    .name = preferencia
argument-way = text (escribir), call (llamar) o either (ambas)
argument-way-text = escribir
argument-way-call = llamar
argument-way-either = ambas
prefer-text = Anotado: primero, las líneas a las que puedes escribir.
prefer-call = Anotado: primero, las líneas a las que puedes llamar.
prefer-either = Anotado: muestro ambas, primero la más cercana.

group-lines = las líneas de ayuda que ven vuestros miembros
command-lines-add = Añadir una línea de ayuda propia
    .example = lines add "Puerto alimentación" "0800 123 4567, SMS al 85258" "trastornos alimentarios" 24/7
command-lines-remove = Quitar una línea propia, por su número en «lines list»
    .example = lines remove 1
command-lines-list = Las líneas de ayuda propias de tu comunidad
    .example = lines list
command-lines-check = Lo que verían vuestros miembros en una crisis, para comprobarlo
    .example = lines check
argument-line = cómo se llama la línea
argument-reach = números y direcciones web, separados por comas
argument-topic = para qué es
argument-hours = 24/7, o como Mon-Fri 10:00-18:00; Sat 10:00-14:00
argument-number = su número en la lista
lines-no-community = ¿Para qué comunidad es? Dilo en una de sus salas, por favor; la respuesta solo la ves tú.
lines-added = Añadida, con el número { $number }. Los miembros de esta comunidad la ven desde ahora. «lines list» las muestra todas, «lines remove { $number }» la quita.
lines-known = Esa línea ya está; no ha cambiado nada.
lines-none = Aún no hay líneas propias. **lines add** añade una; las del país se muestran también sin eso.
lines-own = Las líneas propias de tu comunidad:
lines-removed = Quitada: { $name }.
lines-no-such = { $count ->
        [0] No hay líneas propias que quitar.
        [one] Hay una línea propia: **lines remove 1**.
       *[other] Las líneas propias tienen los números del 1 al { $count }; «lines list» las muestra.
    }
lines-too-many = Guardo { $most } líneas propias como mucho. Quita antes una, con **lines remove**.
line-letters = { $number } tiene letras, y no todos los teléfonos las muestran en las teclas. ¿Puedes escribirlo en cifras? Aún no se ha añadido nada.
line-unclear = No puedo leer { $number } como número ni como dirección web que empiece por https://. ¿Puedes escribirlo otra vez? Aún no se ha añadido nada.
line-prefixed = { $number } es un número corto con el prefijo de un país delante, y así nadie puede marcarlo. Quita el prefijo, por favor. Aún no se ha añadido nada.
line-ended = { $number } es el número antiguo de la línea 988 de Estados Unidos; **988** ya se muestra. No se ha añadido nada.
line-topic-unknown = No conozco ese tema. Conozco estos: { $topics }. Aún no se ha añadido nada.
line-hours-unclear = No puedo leer esas horas. Sirve «24/7», y «Mon-Fri 10:00-18:00; Sat 10:00-14:00». Aún no se ha añadido nada.
lines-check = Esto verían aquí los miembros. Busca cada línea, o llama: ¿es ese el número, contesta alguien, a esas horas?
lines-check-pages = Sus propias páginas:
lines-check-never = Nadie de esta comunidad las ha comprobado todas todavía.
lines-check-last = Comprobadas aquí por última vez el { DATETIME($day, dateStyle: "long") }.
lines-check-yes = Las he comprobado: son correctas
argument-state = done, cuando las hayáis comprobado
argument-state-done = comprobadas
lines-check-where = Aquí no puedo ver que eres del equipo. Di, por favor, **lines check done** en una sala de tu comunidad.
lines-check-no-country = No sé en qué país está esta comunidad, así que no sé qué verían sus miembros. Quien lleva este bot puede indicarlo: country, en [[community]] de la configuración.
lines-check-kept = { $count ->
        [one] Gracias. Anotado que comprobaste esta línea; vale hasta el { DATETIME($day, dateStyle: "long") }.
       *[other] Gracias. Anotado que comprobaste estas { $count } líneas; vale hasta el { DATETIME($day, dateStyle: "long") }.
    }
