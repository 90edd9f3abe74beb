### Awaiting native review.
### Véase en/teamline.ftl.

team-talk = Con gusto. ¿Con quién quieres hablar?
team-talk-team = El equipo de aquí
team-which = ¿Al equipo de qué comunidad?
team-name = Al equipo de { $team }: ¿con tu nombre o sin él? Sin él leen un número, y solo quien guarda los nombres puede mirar el tuyo, si la seguridad de alguien lo pide. Entonces se te avisa. Todavía no se ha enviado nada.
team-name-apart = Esto va a otras personas del equipo de { $team }, a cada una en privado, y no a la persona de quien se trata. ¿Con tu nombre o sin él? Todavía no se ha enviado nada.
team-named = Con mi nombre
team-unnamed = Sin mi nombre
    .words = sin mi nombre, anónimo
team-no = No enviar
team-not-sent = Hecho. No se ha enviado nada, y no he guardado nada de ello.
report-how = Te escucho. Escribe «report» y unas palabras, o toca el botón. No se envía nada antes de que digas que sí.
report-tell = Contar al equipo
team-about = ¿Se trata de alguien del equipo? Entonces esa persona no lo leerá. Todavía no se ha enviado nada.
team-about-members = No, de otra persona
team-about-other = Sí, de alguien que no está en la lista
team-blocked = El equipo de aquí no recibe por ahora mensajes tuyos a través de mí. Si algo es urgente, «help now» muestra personas que escuchan a cualquier hora.
report-nobody = No queda nadie del equipo a quien pueda dárselo sin que lo lea la persona de quien se trata. Por eso no lo he enviado a nadie ni he guardado nada. La propia plataforma recibe avisos: en Discord, en el menú de un mensaje o de un servidor; en Matrix, quienes administran tu servidor. Y estas personas escuchan:
team-open = Tu línea con el equipo de { $team } está abierta, { $how }. Lo que escribas aquí ahora les llega, y confirmo cada mensaje. «team close» la cierra. Puede tardar hasta que alguien lo lea; «help now» está a cualquier hora.
team-open-words = De camino al equipo de { $team }, { $how }. Lo que escribas aquí desde ahora también les llega, y confirmo cada mensaje. «team close» la cierra. Puede tardar hasta que alguien lo lea; «help now» está a cualquier hora.
team-how-unnamed = sin tu nombre
team-how-apart = sin pasar por la persona de quien se trata
team-how-named = con tu nombre
team-again = Tu línea con el equipo de { $team } está abierta, { $how }. Lo que escribas aquí les llega. «team close» la cierra.
team-carried = Al equipo.
team-carried-without-file = Las palabras van al equipo. La imagen o el archivo se ha quedado aquí, porque solo puedo llevar palabras.
team-rests = No se lo he enviado a nadie. Tu línea con el equipo está abierta, pero ha estado un rato en silencio. Para seguir, toca el botón y escríbelo otra vez.
team-go-on = Escribir al equipo
team-closed = Cerrada. Lo que escribas aquí vuelve a ser solo para mí.
team-close-none = No hay ninguna línea abierta con el equipo; lo que escribes aquí es solo para mí.
line-only-words = Solo puedo llevar palabras, no imágenes ni archivos. No se ha pasado nada.
line-too-long = Son { $given } caracteres, y puedo llevar { $longest } cada vez. No se ha pasado nada; envíalo por partes, por favor.
line-too-many = Es mucho a la vez, así que no he pasado este mensaje. Deja pasar un rato, por favor. Si no puede esperar, «help now» está a cualquier hora.
line-answered = Alguien te ha respondido.

    El equipo de { $team } escribe:
line-answered-named = Alguien te ha respondido.

    { $name }, del equipo de { $team }, escribe:
line-mine-close = Cerrar la línea
line-mine-write = Responder aquí
line-told-waiting = Unas palabras sobre tu mensaje.

    Nadie del equipo de { $team } ha respondido todavía. Se lo he recordado. Si es urgente, no les esperes: «help now» muestra personas que escuchan a cualquier hora.
line-told-claimed = Unas palabras sobre tu mensaje.

    Alguien del equipo de { $team } lo ha leído y te responderá.
line-told-closed = Unas palabras sobre tu mensaje.

    El equipo de { $team } ha cerrado la línea. Lo que escribas aquí vuelve a ser solo para mí; «team» abre una nueva.
line-told-blocked = Unas palabras sobre tu mensaje.

    El equipo de { $team } ha cerrado la línea y por ahora no recibe más mensajes a través de mí. «help now» muestra personas que escuchan a cualquier hora.
line-told-name = Unas palabras sobre tu mensaje.

    Quien guarda los nombres en { $team } ha mirado el tuyo, porque la seguridad de alguien parecía pedirlo. Queda anotado quién lo hizo y cuándo.
line-told-lost = Unas palabras sobre tu mensaje.

    No he podido entregarlo al equipo de { $team }; ahora mismo no se puede llegar a su sala. No es por ti. «help now» muestra personas que escuchan a cualquier hora.
line-member = Miembro { $number }
line-begins-talk = quiere escribir con el equipo.
line-begins-report = cuenta algo al equipo.
line-how =
    Lo que escribáis en este hilo le llega a través de mí. Lo que empieza con **//** se queda aquí. Solo se llevan palabras, no los cambios de después.

    Aquí podéis decir: «line claim», «line hand-over», «line note», «line close», «line block».
line-how-apart = Esto te llega en privado, a ti y a otras personas del equipo de quienes no se trata. La persona de quien se trata no lo lee; que siga así, por favor. «Responder» contesta a través de mí.
line-claim = Me ocupo yo
line-reply = Responder
line-close = Cerrar
line-copy = Respuesta desde otra sala vuestra:
line-copy-named = { $name } ha respondido desde otra sala vuestra:
line-note-arrived = Entregado.
line-note-lost = No entregado: ahora mismo no se le puede escribir.
line-note-waiting = { $member } lleva cuatro horas esperando una respuesta, y se lo he dicho.
line-note-closed = Cerrada. Lo que se escriba aquí ya no se lleva; en una semana olvido quién era.
line-note-closed-by-member = { $member } ha cerrado la línea. Lo que se escriba aquí ya no se lleva.
line-note-stopped = { $member } ha dicho basta a todo. Lo que se escriba aquí ya no se lleva.
line-note-blocked = Bloqueo puesto: de { $member } no llega nada más. «line unblock» con ese número lo quita.
line-note-name = Quien guarda los nombres ha mirado quién es { $member }. Queda anotado, y lo sabe.
line-note-claimed = se ocupa.
line-note-handed = se ocupa desde ahora.
line-noted = Anotado aquí y en ningún otro sitio.
line-done = Hecho.
line-closed-already = Esta línea está cerrada; no se ha llevado nada.
line-not-here = No sé a qué línea te refieres. Dilo en el hilo de la línea, por favor.
line-not-yours = Esa línea es para otras personas del equipo, o para otra sala. No se ha llevado nada.
line-no-helper = Nadie de la lista se llama así. «duty» muestra quién está.
line-no-team-here = Dilo en la sala de vuestro equipo, por favor.
line-not-keeper = Eso es solo para quien guarda los nombres; «team keepers» muestra quién es.
line-name = Esta es la persona detrás de { $member }. Úsalo solo por su seguridad, por favor.
line-unblocked = Quitado. Puede volver a escribiros.
line-unblock-none = Con ese número no hay nadie con bloqueo.
line-lookup = Miembro { $number }, { $day }:
line-lookups = Qué nombres se han mirado, y quién lo hizo:
line-lookups-none = No se ha mirado ningún nombre.
line-sign-names = Las respuestas llevan el nombre de quien las escribe, el que dice «duty name».
line-sign-team = Las respuestas las firma el equipo.
team-keepers = Quienes guardan los nombres, y pueden bloquear o mirar quién escribe sin nombre:
team-keepers-none = Aquí nadie guarda los nombres todavía: a quien escribe sin nombre no se le puede bloquear ni mirar el nombre. La persona propietaria elige a alguien con «team keeper».
team-keeper-added = { $name } guarda los nombres desde ahora.
team-keeper-removed = { $name } ya no los guarda.
report-sent = Gracias. El equipo lo verá, con una cita breve y tu nombre, y no guardo nada de ello; quien lo escribió no sabrá de quién viene el aviso.
report-sent-before = El equipo ya lo tiene, gracias.
report-in-direct = Aquí no puedo saber quién escribió qué. «report» con unas palabras llega al equipo; sobre un buddy está «buddy report».
report-no-team = Aquí no hay ningún equipo a quien decírselo, así que no lo he enviado a nadie. La propia plataforma recibe avisos, y estas personas escuchan:
report-title = Hay un aviso sobre un mensaje.
report-title-apart = Hay un aviso sobre un mensaje de alguien del equipo. Esto va a las demás personas en privado; que siga así, por favor.
report-by = Aviso de:
report-author = Escrito por:
report-where = Dónde:
report-link = el mensaje
form-line-report = Contar algo al equipo
form-line-report-words = ¿Qué ha pasado?
    .hint = Después pregunto si se trata de alguien del equipo
form-line-answer = Respuesta
form-line-answer-words = ¿Qué le paso?
    .hint = Le llega al miembro
command-team = Escribir al equipo de tu comunidad, con tu nombre o sin él
    .example = team ¿Podría alguien mirar esto?
command-team-close = Cerrar tu línea con el equipo
    .example = team close
command-team-keepers = Quién guarda los nombres de quienes escriben sin él
    .example = team keepers
command-team-keeper = Que alguien de la lista guarde los nombres
    .example = team keeper Sam
command-team-unkeeper = Alguien ya no guarda los nombres
    .example = team unkeeper Sam
command-report = Contar algo al equipo, sin pasar por aquellos de quienes se trata
    .example = report Alguien me escribe en privado una y otra vez
    .words = denunciar, reportar
    .menu = Avisar al equipo
command-line-reply = Responder al miembro de esta línea
    .example = line reply Lo hemos visto, gracias
command-line-note = Una nota del equipo que no se lleva
    .example = line note Ya nos conocemos de antes
command-line-claim = Decir que te ocupas de esta línea
    .example = line claim
command-line-hand-over = Que otra persona del equipo lleve esta línea
    .example = line hand-over Sam
command-line-close = Cerrar esta línea
    .example = line close
command-line-name = Mirar quién escribe, si la seguridad lo pide
    .example = line name
command-line-block = No recibir más mensajes de este miembro
    .example = line block
command-line-unblock = Quitar un bloqueo por el número del miembro
    .example = line unblock 7
command-line-lookups = Qué nombres se han mirado, cuándo y quién lo hizo
    .example = line lookups
command-line-sign = Firmar las respuestas como equipo o con nombres
    .example = line sign names
group-team = tu línea con quienes cuidan de este lugar
group-line = responder a los miembros que escriben al equipo
argument-signed = team o names (con nombres)
argument-signed-team = como equipo
argument-signed-names = con nombres
