# Véase en/hosting.ftl. Awaiting native review.

hosting-opens-soon = { $minutes ->
    [one] **{ $name }** empieza en un minuto.
   *[other] **{ $name }** empieza en { $minutes } minutos.
}
hosting-closes-soon = { $minutes ->
    [one] Queda un minuto. Quien esté hablando puede usarlo para terminar.
   *[other] Quedan { $minutes } minutos. Aún hay tiempo para unas palabras.
}
hosting-off = **{ $name }** al final no empieza ahora. «meetings» muestra cuándo es.
hosting-open = { $has ->
    [1] **{ $name }** está abierta. Hoy: { $topic }.
   *[other] **{ $name }** está abierta.
    }

    Para hablar, levanta la mano: escribe **!** o pulsa el botón. «listo» pasa la palabra. Solo escuchar también está bien.
hosting-raise = Levantar la mano
hosting-done = Listo
hosting-done-words = listo, lista, ya está
hosting-closed = { $closes ->
    [1] **{ $name }** ha terminado y la sala se cierra. Gracias por estar aquí.
   *[other] **{ $name }** ha terminado. Gracias por estar aquí.
}
hosting-closed-late = { $closes ->
    [1] **{ $name }** tenía que terminar hace un rato; no estuve, perdón. La sala se cierra ahora.
   *[other] **{ $name }** tenía que terminar hace un rato; no estuve, perdón.
}
hosting-share-time = { $minutes ->
    [one] Ya va un minuto, más o menos. Termina con calma.
   *[other] Ya van unos { $minutes } minutos. Termina con calma.
}
hosting-floor-yours = la palabra es tuya. «listo» cuando hayas dicho lo que querías.
hosting-floor-free = La palabra está libre. Escribe **!** si la quieres.
hosting-extended = { $minutes ->
    [one] Seguimos un minuto más.
   *[other] Seguimos { $minutes } minutos más.
}
hosting-topic-now = Nuestro tema: { $topic }.
hosting-welcome = { $has ->
    [1] Te damos la bienvenida, qué bien que estés aquí. Hablamos de { $topic }. Basta con escuchar; escribe **!** si quieres hablar.
   *[other] Te damos la bienvenida, qué bien que estés aquí. Basta con escuchar; escribe **!** si quieres hablar.
}
hosting-late = { $has ->
    [1] Qué bien que vengas. { $name } ha empezado; el tema es { $topic }. Basta con escuchar; escribe ! en la sala si quieres hablar.
   *[other] Qué bien que vengas. { $name } ha empezado. Basta con escuchar; escribe ! en la sala si quieres hablar.
}
hosting-milestones = Hitos. Si quieres que la sala sepa de uno, púlsalo: todos verán tu nombre al lado. Cada día cuenta, y volver también.
hosting-milestone-day = Un día
hosting-milestone-week = Una semana
hosting-milestone-month = Un mes
hosting-milestone-quarter = Tres meses
hosting-milestone-half = Medio año
hosting-milestone-months9 = Nueve meses
hosting-milestone-year = Un año
hosting-milestone-years = Más años
hosting-milestone-other = Uno propio
hosting-milestone-said = { $period }. Qué bien tenerte aquí.
hosting-milestone-thanks = La sala lo sabe. Gracias por compartirlo.
hosting-hand-up = { $number ->
    [one] Tu mano está levantada; eres la siguiente persona.
   *[other] Tu mano está levantada; tienes el número { $number }.
}
hosting-hand-now = La palabra es tuya.
hosting-hand-yours = Tienes la palabra. «listo» la pasa.
hosting-hand-down = Tu mano está bajada. Puedes levantarla cuando quieras.
hosting-hand-thanks = Gracias por compartir.
hosting-not-here = No hay ninguna reunión abierta en esta sala.
hosting-opened = { $name } está abierta. Aquí valen «host next», «host topic», «host note», «host extend» y «host close».
hosting-open-already = { $name } ya está abierta.
hosting-closing = Termina ahora.
hosting-extend-done = { $minutes ->
    [one] Un minuto más.
   *[other] { $minutes } minutos más.
}
hosting-extend-unclear = ¿Cuántos minutos? De 1 a 120, como «host extend 10».
hosting-next-done = Pasada.
hosting-queue-empty = Nadie tiene la palabra y no hay manos levantadas.
hosting-queue-speaks = Habla:
hosting-queue-waits = Esperan:
hosting-topic-set = La sala conoce el tema.
hosting-topic-is = { $has ->
    [1] El tema es: { $topic }.
   *[other] No hay tema. «host topic gratitud» pone uno.
}
hosting-notes = Esto se puede publicar, como «host note milestones»:
hosting-note-posted = Publicado.
hosting-note-unknown = No hay ningún texto guardado con esa palabra. «host note» muestra los que hay.
hosting-no-meeting-here = En esta sala no se hace ninguna reunión. La moderación puede decir aquí «host room» con su nombre.
hosting-room-on = { $name } se hace en esta sala. Al empezar dejo escribir a todos, y después dejo los permisos exactamente como estaban. Si no tengo permiso para ello, tu equipo lo sabrá en un minuto.
hosting-room-closed = { $name } se hace en esta sala, y entre reuniones la mantengo cerrada. «host room» con su nombre y «off» lo deja todo como estaba. Si no tengo permiso para ello, tu equipo lo sabrá en un minuto.
hosting-room-off = { $name } ya no se hace en el chat. Los permisos de la sala vuelven a ser los de antes.
hosting-room-where = Dilo, por favor, en la sala donde se hará; no en un hilo ni en mensajes directos.
hosting-room-busy = Ahora mismo está abierta. «host close» la termina primero.
hosting-not-hosted = Esa reunión no se hace en el chat. Di «host room» con su nombre en la sala donde será.
hosting-set-done = Anotado para { $name }.
hosting-value-unclear = No entiendo qué quieres decir. Valen cosas como «share 3», «greeting off» o «topic gratitud»; «none» lo vacía.
hosting-text-behind = Escribe el texto detrás, con los párrafos que quieras.
hosting-role-owners = Solo quien es dueño del servidor puede pedirme que preste un rol.
hosting-cannot-open = No puedo cambiar quién escribe en la sala de **{ $name }**, así que no puedo abrirla ni cerrarla. La reunión se hace igualmente y la sala queda como está. En Discord necesito Gestionar permisos y Enviar mensajes en ese canal; en Matrix, el poder que pide cambiar permisos, y al menos 50.
hosting-cannot-close = No pude dejar como antes quién puede escribir en la sala de **{ $name }**. Mirad sus permisos, por favor.
hosting-cannot-write = No puedo escribir en la sala de **{ $name }**. Permitídmelo, por favor, para que pueda abrir sus reuniones.
command-host-room = Hacer una reunión en esta sala
    .example = host room Nuevos
command-host-set = Cómo se hace una reunión en el chat
    .example = host set Nuevos share 3
command-host-keep = Guardar un texto con una palabra clave
    .example = host keep Nuevos consejos Hablamos de lo nuestro y no damos consejos.
command-host-open = Empezar ahora la reunión de esta sala
    .example = host open
command-host-close = Terminar ahora la reunión de esta sala
    .example = host close
command-host-extend = Alargar la reunión
    .example = host extend 10
command-host-next = Dar la palabra a la siguiente mano
    .example = host next
command-host-queue = Quién habla y quién espera
    .example = host queue
command-host-note = Publicar un texto guardado o empezar los hitos
    .example = host note milestones
command-host-topic = Decir de qué trata la reunión
    .example = host topic gratitud
command-hand = Levantar la mano en una reunión
    .example = hand
command-hand-down = Bajar la mano
    .example = hand down
command-hand-done = Decir que has dicho lo que querías
    .example = hand done
group-hand = pedir la palabra en una reunión por chat
group-host = hacer reuniones por chat (para quienes facilitan)
argument-between = cerrada entre reuniones, o quitar
argument-between-closed = cerrada entre reuniones
argument-between-off = ya no en el chat
argument-part = qué cambiar
argument-part-opening = lectura inicial
argument-part-closing = lectura final
argument-part-topic = tema
argument-part-share = minutos por persona
argument-part-greeting = bienvenida
argument-part-role = rol de quien dirige
argument-content = el texto o valor; «none» lo vacía
argument-note = una palabra clave
argument-minutes = cuántos minutos
argument-theme = de qué trata
form-hosting-text = Un texto para la reunión
form-hosting-text-text = El texto
    .hint = Palabras propias de tu comunidad. Vacío lo quita.
