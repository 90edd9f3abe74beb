### La página en la que una persona prueba Handrail como cualquier miembro de una comunidad de muestra.
### Awaiting native review.

playground-title = Handrail: zona de pruebas
playground-tag = Pruebas
playground-note = Una demostración en este ordenador; no hay nadie más aquí.
playground-no-script = La zona de pruebas necesita JavaScript. Actívalo para esta página y vuelve a cargarla.
playground-wrong-host = La zona de pruebas solo responde en este ordenador, o con un nombre que figure en su configuración.
playground-skip = Ir a los mensajes
playground-menu = Personas, salas y reloj
playground-language = Idioma
playground-people = Eres
playground-role-moderator = moderación
playground-new-for = algo nuevo para { $name }

playground-rooms = Salas
playground-list-channels = Canales
playground-list-direct = Mensajes directos
playground-list-private = Salas privadas
playground-count = { $count } sin leer
playground-room-welcome = bienvenida
playground-room-general = general
playground-room-staff = equipo
playground-room-direct = Handrail
playground-room-private = sala privada
playground-topic-welcome = Donde llega todo el mundo
playground-topic-general = Para hablar de todo y de nada
playground-topic-staff = Aquí solo lee el equipo
playground-topic-direct = Entre tú y el bot
playground-topic-private = Aquí solo leen las personas invitadas
playground-room-closed = Esta sala está cerrada. Lo que se dijo se puede seguir leyendo.

playground-bot = Handrail
playground-bot-mark = programa
playground-messages = Mensajes en { $room }
playground-only-you = Solo tú puedes ver esto
playground-edited = editado
playground-in-answer-to = En respuesta a:
playground-download = Descargar { $name }
playground-empty-direct = Aún no hay nada aquí. Saluda o elige un botón de abajo.
playground-empty-room = Aquí todavía no se ha dicho nada.

playground-card-title = Te damos la bienvenida
playground-card-text = Handrail es un programa que te acompaña: un saludo diario si lo quieres, un camino hacia una persona, reuniones y líneas de ayuda a cualquier hora. Todo empieza contigo y todo se puede parar.
playground-card-call = Lo que contestes va a tus mensajes directos con Handrail.
playground-start = Empezar

playground-quick = Adónde ir
playground-quick-checkin = Cómo estoy
playground-quick-talk = Hablar con alguien
playground-quick-meetings = Reuniones
playground-quick-help = Ayuda ahora

playground-write = Escribir en { $room }
playground-write-hint = Escribe, o teclea / para ver los comandos
playground-send = Enviar
playground-suggestions = { $count } comandos; elige con las flechas

playground-clock = Hora de la demostración
playground-clock-hour = + 1 hora
playground-clock-evening = Hoy { $time }
playground-clock-tomorrow = Mañana { $time }
playground-clock-at = Otra hora
playground-clock-go = Ir
playground-clock-note = Solo avanza. Lo que toque se envía enseguida.
playground-clock-is = Ahora es { $time }.

playground-form-optional = opcional
playground-form-send = Enviar
playground-form-cancel = Cancelar
playground-form-close = Cerrar
playground-form-counter = { $count } de { $longest } caracteres
playground-form-too-long = Son más de { $longest } caracteres. Acórtalo un poco, por favor.
playground-form-missing = Rellena este campo, por favor.
playground-form-place-now = Allí es esta hora: { $time }.

playground-connecting = Conectando …
playground-offline = Handrail no responde en este momento. Sigo intentándolo; lo que escribas se guarda hasta entonces.

playground-problem-room = Ahora mismo no puedes escribir ahí.
playground-problem-button = Ese botón ya no está.
playground-problem-form = Ese formulario ya no está.
playground-problem-too-long = Es demasiado largo para enviarlo de una vez. Divídelo, por favor.
playground-problem-backwards = El reloj solo avanza.
playground-problem-too-far = Eso es más de un año. Da pasos más pequeños, por favor.
playground-problem-ours = Algo salió mal por nuestra parte. Inténtalo otra vez, por favor.
