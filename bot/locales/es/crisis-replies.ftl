### Awaiting native review.
### Véase en/crisis-replies.ftl. No se repite nada de lo escrito ni se nombra ningún método.

reply-opening-self = Una nota privada, solo para ti. Soy un programa, he leído tu mensaje y me alegra que lo hayas escrito.
reply-opening-other = Una nota privada, solo para ti. Soy un programa y he leído tu mensaje. Es bueno que cuides de alguien.
reply-late = No estaba cuando escribiste ({ $when }) y lo he leído ahora. Lo siento. Si ya es distinto, toma lo que ayude y deja lo demás.

reply-stay = No te quedes a solas con esto: ve adonde haya alguien o mantén a alguien al teléfono. Si cerca de ti hay algo que pueda hacerte daño, aléjate de ello.
reply-overdose-self = Llama ahora, aunque de momento te sientas bien. Abre la puerta, túmbate de lado y no te quedes a solas: que alguien esté contigo. Di lo que has tomado. Si hay naloxona, di dónde.
reply-overdose-other = Primero llama. Si hay naloxona, dásela. Si respira, ponla de lado; si no respira, quien atiende el teléfono te dirá qué hacer. Quédate hasta que llegue la ayuda.
reply-self-harm = Si tienes una herida, que alguien la vea hoy. No hace falta que cuentes más de lo que quieras.
reply-substance = Las ganas suben y bajan, casi siempre en media hora. ¿Puedes alejarte de donde está y estar mientras tanto con alguien, o al teléfono? Si ya ha pasado: la cantidad de antes puede ser demasiada ahora, así que no te quedes a solas.
reply-violence = No es culpa tuya, y tú decides qué pasa ahora. Si alguien más mira este dispositivo, borra este mensaje después de leerlo; también hay ayuda para quien se queda.
reply-sexual-violence = Lo que te hicieron no es culpa tuya. Tú decides a quién contarlo y qué pasa ahora.
reply-other = Puedes preguntar directamente: «¿Estás pensando en quitarte la vida?». Preguntar no le mete esa idea a nadie en la cabeza. Escucha, quédate a su lado o al teléfono, y cuéntaselo a alguien de confianza para ambos. No tienes que cargar con esto a solas; los números también son para ti.
reply-violence-other = Créele, pregunta qué necesita y deja que decida. No te enfrentes a quien le hace daño: puede ser más peligroso. Los números también son para ti.

reply-barrier = No hace falta que sepas si es grave, y puedes colgar o dejar de escribir cuando quieras.
reply-trusted = ¿Hay alguien en quien confíes? «¿Puedes hablar?» basta para escribirle.
reply-told-room = Estoy avisando al equipo de { $team }, con un enlace a tu mensaje. Aún no ha contestado nadie, así que no esperes por ellos.
reply-told-direct = Estoy avisando al equipo de { $team }, sin tus palabras. Aún no ha contestado nadie, así que no esperes por ellos.
reply-told-nobody = No se lo he dicho a nadie.
reply-again = Eso también lo he leído. Los números que te di siguen ahí, a cualquier hora. Solo soy un programa; una persona sería mejor compañía ahora.

reply-safe = ¿Puedes leer aquí con tranquilidad?
reply-safe-yes = Sí, muéstramelo

reply-talk = Hablar con alguien
reply-more = Más ayuda
reply-misread = Me has entendido mal
reply-show = Mostrar al equipo lo que escribí

reply-soft = Eso suena a mucho peso. Solo soy un programa, así que: ¿ayudaría una persona? No se lo he dicho a nadie.
reply-lines = Líneas de ayuda
reply-soft-off = No me preguntes eso

reply-seen = Alguien del equipo de { $team } lo ha visto y quiere escribirte. Si no puede esperar, no esperes, por favor: di «help now».
reply-seen-by = { $name }, del equipo de { $team }, lo ha visto y quiere escribirte. Si no puede esperar, no esperes, por favor: di «help now».
reply-unanswered = Nadie del equipo ha respondido todavía. No nos esperes, por favor:
reply-tomorrow = Escríbeme mañana
reply-day-after = Hola. Me pediste que te escribiera hoy.

    ¿Cómo va ahora? No hace falta que contestes. Solo soy un programa, pero esto lleva a personas:

crisis-talk-asked = He pedido al equipo de { $team } que alguien te escriba. Aún no ha contestado nadie, así que no esperes por ellos.
crisis-talk-nobody = Ahora mismo no encuentro ningún equipo para ti, y prefiero decírtelo. ¿Hay alguien en quien confíes? «¿Puedes hablar?» basta para escribirle. Y estas personas escuchan:
crisis-misread = Gracias por aclararlo, y perdona: soy un programa y a veces entiendo mal. No se ha guardado nada de tus palabras.
crisis-misread-told = Gracias por aclararlo, y perdona: soy un programa y a veces entiendo mal. El equipo lee ahora que tú lo dices. Si nunca debo avisar a un equipo por ti, di «alerts off».
crisis-soft-off = De acuerdo, no volveré a preguntarlo. «help now» funciona siempre, y «offers on» lo trae de vuelta.
crisis-gone = De eso hace un tiempo. Esto ayuda en cualquier momento:
form-crisis-show = Mostrar al equipo
form-crisis-show-words = ¿Qué puede leer el equipo?
    .hint = Pega lo que escribiste, o dilo de nuevo. Va al equipo al momento y yo no guardo nada.
crisis-shown = Se lo he dado al equipo de { $team } y no he guardado nada. Aún no ha contestado nadie, así que no esperes por ellos.
crisis-shown-nobody = Ahora mismo no hay un equipo al que mostrárselo; nadie lo ha leído y no he guardado nada.

command-alerts = Si se avisa a un equipo cuando pareces estar en peligro
    .example = alerts off
    .name = avisos
argument-wanted = on u off
alerts-on = Si pareces estar en peligro, te contesto en privado y aviso al equipo. «alerts off» lo termina.
alerts-off = Ya no avisaré a nadie por ti. Si pareces estar en peligro, te seguiré contestando en privado. «alerts on» lo trae de vuelta.
command-offers = Si pregunto si ayudaría una persona cuando no pareces estar bien
    .example = offers off
    .name = ofertas
offers-on = Con gusto. Si no pareces estar bien, preguntaré si ayudaría una persona, como mucho una vez al día.

watched-rooms = En estas salas un programa lee lo que se dice por si hay señales de que alguien está en peligro. Entonces le escribe en privado y puede avisar al equipo. Lo que se dice ahí no se guarda:
watched-notice = En esta sala un programa lee lo que se dice por si hay señales de que alguien está en peligro. Entonces escribe a esa persona en privado, con líneas de ayuda, y puede avisar al equipo de { $team }. Nada de lo que se dice aquí se guarda. «alerts off» en un mensaje para mí termina los avisos sobre ti.
watched-not-here = En esta sala no leo, así que no hay nada que contar de ella.
command-watched-notice = Publicar aquí que leo lo que se dice
    .example = watched notice
    .name = aviso
