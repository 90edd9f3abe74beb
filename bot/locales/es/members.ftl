### Awaiting native review.
### Véase en/members.ftl. Las órdenes entre comillas quedan en inglés: así se llaman en todas partes.

join-welcome = Hola, soy Handrail. Puedo preguntarte una vez al día, aquí en privado, cómo estás. Basta un toque para contestar; saltarse un día también está bien.

    Conviene saber:
    - Soy un programa. No soy un servicio de emergencias, y no hay nadie detrás de este chat.
    - Si un mensaje suena a que estás en peligro, contesto con líneas de ayuda y puedo avisar al equipo de tu comunidad; nunca con tus palabras. «alerts off» termina los avisos.
    - Guardo tu hora, tu zona horaria y la palabra que tocas cada día. La palabra va cifrada, y la moderación no la ve.
    - «stop» lo termina todo al momento, «pause» te da un descanso.

    Esto es para personas de 18 años o más.
join-start = Empezar
    .words = start, unirme
join-again = Empezar de nuevo
    .words = start, empezar
join-adult = Tengo 18 años o más: empezar
    .words = sí, si, empezar, 18, tengo 18 años o más
join-not-adult = Tengo menos
    .words = no, menos, soy menor
join-what-is-kept = ¿Qué guardas?
    .words = about, qué guardas, que guardas
join-about = Lo que guardo: tu idioma, tu zona horaria y la hora que elegiste; cifrado, cuál es tu cuenta y la palabra que tocas cada día; notas, también cifradas, solo si me lo pides. Los datos de cada persona tienen su propia clave. Cuando se borran, esa clave se destruye.

    Quién lo ve: tú. Quienes mantienen este bot cuidan de la máquina y tienen el encargo de no leer. La moderación no ve nada de eso, salvo que tú lo compartas. Si alguien denuncia un mensaje tuyo, el equipo lee lo que dice.

    Peligro: miro lo que se me escribe por si hay señales de que alguien está en peligro, y nunca lo guardo. Si las encuentro, guardo cuándo fue, lo grave que parece, cuál de mis reglas lo vio y qué hizo el equipo.

    Cómo terminarlo: «stop». Puedes volver más adelante, o no.

    En Discord y en salas sin cifrado, la propia plataforma puede leer lo que escribimos.
join-young = Gracias por tu sinceridad. Por ahora este lugar es para personas adultas, y no he guardado nada. Estas personas están ahí para ti, y hablar con ellas es gratis:
join-already = Ya estás dentro. ¿Qué te ayudaría ahora mismo?
join-back = Qué bien tenerte de vuelta. Todo sigue donde lo dejaste, y volveré a preguntarte a tu hora.

form-join = Tu pregunta diaria
form-join-hour = ¿A qué hora te pregunto cada día?
    .hint = Por ejemplo 9:00, 7 de la tarde o mediodía.
form-join-place = ¿Por el reloj de qué ciudad vives?
    .hint = Por ejemplo Madrid o Bogotá. Vacío o «-»: lo adivino y pregunto. Solo guardo la zona horaria.
join-sure = Donde estás, la hora es ahora { $now }, ¿verdad? Entonces te preguntaré cada día a esta hora: { $hour }.
join-sure-yes = Sí, pregúntame a esa hora
    .words = sí, si, s, vale, ok
join-sure-change = Cambiar algo
    .words = no, cambiar
join-done = Ya estás dentro. Tu primera pregunta: { $first }. Hasta entonces, desde aquí se llega a todo:

place-which = ¿Cuál de estos es tu lugar?
place-option = { $city }, { $country } (ahora { $now })
place-changed = Hecho. Donde estás, la hora es ahora { $now }. Tus horas quedan como están, en el nuevo reloj.

stopped = Paro aquí y no te escribo más. Lo tuyo queda a salvo y sin leer; «start» lo trae todo de vuelta. Cuídate.
stopped-nothing = No hay nada que parar: no guardo nada sobre ti, y solo escribo cuando tú me escribes.
stopped-here = Paro en { $community }. Tu pregunta diaria sigue; «stop» a secas la termina también.
paused = Descanso. Volveré a preguntarte el { $until }, no antes.
paused-open = Descanso. No te preguntaré hasta que digas «resume».
resumed = Con gusto. Volveré a preguntarte a tu hora.
language-changed = Con gusto. Desde ahora te hablo en español.
language-unknown = Ese idioma todavía no lo hablo. Sé: { $names }.

help-intro = Esto es lo que entiendo:
help-outro = Los botones hacen lo mismo. «help stop» cuenta más sobre uno de ellos.
talk-not-yet = Todavía no puedo ponerte en contacto con una persona desde aquí. ¿Hay alguien de confianza a quien podrías escribir? «Ayuda ahora» muestra a personas que escuchan, muchas de ellas día y noche.

command-start = Unirte o volver
    .example = start
    .name = empezar
    .words = empezar, comenzar, unirme, inicio
command-stop = Terminarlo todo al momento; puedes volver
    .example = stop
    .name = parar
    .words = parar, detener, basta, alto, no me escribas más, déjame en paz, darme de baja
command-pause = Descansar hasta el día que digas
    .example = pause hasta el viernes
    .name = pausa
    .words = pausa, descansar
command-resume = Seguir después de un descanso
    .example = resume
    .name = seguir
    .words = seguir, continuar, reanudar
command-place = Vivir con el reloj de otro lugar
    .example = place Bogotá
    .name = lugar
    .words = lugar, zona horaria
command-language = Elegir en qué idioma te hablo
    .example = language español
    .name = idioma
    .words = idioma
command-about = Qué guardo y quién lo ve
    .example = about
    .name = info
command-help = Qué entiendo
    .example = help
    .name = ayuda
    .words = ayuda, menú, órdenes
command-talk = Hablar con alguien
    .example = talk
    .name = hablar
    .name = reuniones
argument-what = everything (todo) o here (solo aquí)
argument-until = un día, como viernes o 4 de diciembre
argument-where = una ciudad o un pueblo
argument-name = el nombre del idioma

# In `help`: one line for several commands. $example (text): a line to copy.
group-checkin = tu pregunta de cada día
help-example = Por ejemplo: { $example }
argument-about = una palabra mía, para saber más de ella
# A message for everybody in a room, posted by a moderator.
join-invitation = Hola, soy Handrail, un programa. Si quieres, una vez al día te pregunto en privado cómo estás; basta un toque para responder y aquí nadie lo ve. «Empezar» te lleva a un mensaje directo y «Ayuda ahora» muestra líneas de ayuda.
command-welcome = Publica aquí un mensaje para que la gente empiece
    .example = welcome
    .name = bienvenida
# The platform lets no direct message of ours through; said where they joined, in private.
join-closed = No puedo escribirte en privado: tus mensajes directos están cerrados para mí. ¿Puedes abrirlos para miembros de este servidor y volver a pulsar el botón? Hasta entonces no guardo nada.
