### Awaiting native review.
### Véase en/buddies-together.ftl.

together-who = { $who ->
    [1] Quien te acompaña
    [2] A quien acompañas
   *[other] Tu buddy
}, desde: { $day }
together-which = ¿A quién te refieres?
together-which-first = ¿Para quién son estas palabras? Aún no he pasado nada. Toca un nombre y escribe después.
together-nobody = Ahora mismo no hay nadie al otro lado, así que no he pasado nada. «buddy status» dice cómo están las cosas.
together-own-room = Tenéis una sala propia. Allí podéis escribiros sin mí.

together-carried = { $who ->
    [1] Palabras para ti, de quien te acompaña:
    [2] Palabras para ti, de alguien a quien acompañas:
   *[other] Palabras para ti, de tu buddy:
}
together-answer = Responder
together-talk = Hablar un rato
together-said = Pasado.
together-said-without-file = He pasado las palabras. La foto o el archivo se quedó aquí, porque solo puedo llevar palabras.
together-talk-on = Desde ahora paso lo que escribas aquí a { $who ->
    [1] quien te acompaña
    [2] quien acompañas
   *[other] tu buddy
}. Las órdenes y las respuestas a mis preguntas se quedan conmigo. Termina cuando toques, o tras una hora sin una palabra tuya; entonces te aviso.
together-talk-off = No pasar nada más
together-talk-ended = Hecho. Lo que escribas aquí vuelve a ser solo para mí.
together-talk-was-off = Lo que escribes aquí es solo para mí; no estaba pasando nada.
together-talk-over = Llevamos una hora en silencio. Lo que escribas aquí vuelve a ser solo para mí.
together-only-words = Solo puedo llevar palabras, no fotos ni archivos. No he pasado nada.
together-too-long = Son { $given } caracteres, y puedo llevar { $longest } cada vez. No he pasado nada; mándalo por partes, por favor.
together-lost = Una palabra sobre un mensaje tuyo.

    No he podido entregar a tu buddy lo que escribiste; ahora no hay forma de llegar. No es por ti.
form-buddy-reply = Tu respuesta
form-buddy-reply-words = ¿Qué quieres que pase?
    .hint = Solo lo lee tu buddy.

together-met = Buenas noticias para ti.

    Habéis dicho que sí las dos partes. Aquí llevo vuestras palabras de una a otra. Nadie ve la cuenta de la otra persona; «buddy account» lo cambia cuando lo queráis las dos. El equipo no lee lo que os decís. Miro cada mensaje solo por si alguien está en peligro.
together-room = Os doy la bienvenida. Esta sala es vuestra.
together-openers = Algo para empezar, si queréis:

    - ¿Cómo quieres que te llamen aquí?
    - ¿Por qué buscaste un buddy justo ahora?
    - ¿Qué prefieres que no haga la otra persona, aunque sea con buena intención?

    45 minutos, hasta dos veces por semana, es un ritmo que va bien a mucha gente; «buddy rhythm» lo cambia y «buddy times» busca una hora. No tienes que salvar a nadie: «buddy help» dice qué hacer cuando es demasiado. «buddy end» no necesita motivo.

together-prompt-1 = Una idea para vosotros.

    ¿Cómo es para ti un buen día normal? ¿Y qué ayuda cuando no lo es?
together-prompt-2 = Una idea para vosotros.

    ¿En qué notaría la otra persona que no estás bien? ¿Qué te gustaría oír entonces, y qué no?
together-prompt-3 = Una idea para vosotros.

    ¿Qué ha ido mejor de lo esperado últimamente, por pequeño que sea?
together-prompt-4 = Una idea para vosotros, la última de mi parte.

    ¿Qué os gustaría hacer o decir de otra forma desde aquí? ¿Cada cuánto queréis hablar?
together-prompts-stop = No quiero más
together-prompts-stopped = De acuerdo, no os mando más.

together-talked = Una pregunta corta, solo para ti.

    ¿Habéis hablado ya? Solo tú ves lo que respondes.
together-talked-yes = Sí
together-talked-no = Todavía no
together-talked-how = Me alegro. ¿Y qué tal fue para ti?
together-good = Bien
together-unsure = No lo sé
together-talked-good = Qué bien. No lo vuelvo a preguntar.
together-talked-unsure = Gracias por decirlo. A veces hacen falta unas cuantas charlas, y a veces simplemente no encaja. ¿Qué ayudaría?
together-talked-not = Está bien; empezar lleva su tiempo. ¿Qué ayudaría?
together-way-times = Buscar una hora
together-way-silent = Mi buddy no dice nada
together-way-help = Me preocupa
together-end = Prefiero terminarlo
together-still = Una pregunta corta, solo para ti.

    ¿Sigue bien lo de tu buddy? Solo tú ves lo que respondes.
together-still-yes = Sí, sigue bien
together-still-no = Ya no
together-still-good = Bueno es saberlo. Vuelvo a preguntar en cuatro semanas.
together-still-sure = Gracias por decirlo. ¿Lo termino con delicadeza? Nadie tiene que dar un motivo, y no cuento lo que respondiste.
together-still-end = Sí, terminarlo con delicadeza
together-still-keep = No, seguimos
together-ended = Ya ha terminado. Se lo digo a la otra persona con cuidado, sin motivo. Gracias por el tiempo que diste.

together-nudge = Un saludo suave.

    Alguien te escribió ayer y se alegraría de saber de ti. Basta una palabra, y un no también es una buena respuesta.
together-silent = Un saludo suave.

    Tu buddy lleva un tiempo sin saber de ti. Todo está bien si no tienes tiempo o necesitas descansar. Basta un toque.
together-silent-here = Aquí estoy
together-silent-thanks = Gracias. Me alegra que estés.
together-silent-noted = Gracias por decírmelo. No has hecho nada malo. He preguntado con cuidado. Si no hay una palabra antes de esta fecha: { $day }, lo termino con delicadeza y busco a alguien para cada parte, en primer lugar.
together-rematched = Unas palabras mías.

    Ha pasado una semana sin una palabra, así que lo he terminado con delicadeza. No has hecho nada malo. Busco a alguien para ti, y vas en primer lugar.

together-times = Una propuesta para ti.

    A estas horas podríais las dos partes, en tu reloj, unos { $minutes } minutos, { $often ->
        [one] una vez por semana
        [2] hasta dos veces por semana
       *[other] hasta { $often } veces por semana
    }, si queréis. Toca todas las que te vayan bien. Cuando coincidáis en una, os la recuerdo.
together-times-which = Estas horas os van bien a las dos partes, en tu reloj. ¿Cuál te sirve?
together-times-none = No encuentro en la próxima semana ninguna hora en común. Quizá lo más fácil sea preguntaros; «buddy profile» cambia tus horas.
together-times-no = Ninguna
together-times-other = De acuerdo. «buddy times» las muestra otra vez, y más adelante otras.
together-time-noted = Anotado: { $time }. Si la otra persona también la elige, os la recuerdo.
together-time-agreed = Os va bien a las dos partes: { $time }. Os la recuerdo media hora antes.
together-time-told = Os va bien a las dos partes: { $time }.

    Te la recuerdo media hora antes.
together-soon = Un recordatorio para las { $hour }.

    A esa hora queríais hablar, unos { $minutes } minutos. Si al final no va bien, basta con avisaros.
together-rhythm = Vuestro ritmo: { $minutes } minutos, { $often ->
    [one] una vez por semana
    [2] hasta dos veces por semana
   *[other] hasta { $often } veces por semana
}. Cualquiera puede cambiarlo: «buddy rhythm 30 minutos, 1 por semana».
together-rhythm-set = Hecho: { $minutes } minutos, { $often ->
    [one] una vez por semana
    [2] hasta dos veces por semana
   *[other] hasta { $often } veces por semana
}. Se lo digo a la otra persona.
together-rhythm-told = Un pequeño cambio.

    La otra persona propone, desde ahora: { $minutes } minutos, { $often ->
        [one] una vez por semana
        [2] hasta dos veces por semana
       *[other] hasta { $often } veces por semana
    }. «buddy rhythm» lo cambia de nuevo.
together-rhythm-unclear = No he entendido ese ritmo. Bastan dos números, de 10 a 180 minutos y de 1 a 7 veces por semana: «buddy rhythm 45 minutos, 2 por semana».

together-account = Una pregunta para ti, con tiempo para pensarla.

    La otra persona querría que pudierais ver vuestras cuentas. Solo pasa si lo queréis las dos partes; si no, no se lo digo a nadie.
together-account-yes = Sí, mostrarlas
together-account-no = Por ahora no
together-account-asked = Anotado. Si la otra persona también quiere, os muestro vuestras cuentas. De un no, no te cuento nada.
together-account-both = Entonces lo queréis las dos partes. Ahora os muestro vuestras cuentas.
together-account-not = Está bien, y queda entre tú y yo.
together-accounts = Lo queríais las dos partes. Aquí os encontráis:

together-help = Gracias por estar pendiente. Algunas cosas que ayudan:

    - ¿Hay una vida en peligro ahora mismo? Llama a emergencias si sabes dónde está. Si no lo sabes, díselo al equipo.
    - Pregunta sin rodeos si piensa en quitarse la vida. Preguntar no da la idea.
    - Escucha más de lo que aconsejas. Pásale las líneas de ayuda de abajo, o una de donde vive: «help now» y el país.
    - No prometas secretos. Eres su buddy, no un servicio de emergencias: avisa al equipo, y luego descansa.
together-help-team = Avisar al equipo

command-buddy-say = Pasar unas palabras a tu buddy
    .example = buddy say ¿Qué tal el día?
command-buddy-talk = Hablar un rato con tu buddy, a través de mí
    .example = buddy talk
command-buddy-times = Buscar una hora para hablar
    .example = buddy times
command-buddy-rhythm = Cuánto y cada cuánto habláis
    .example = buddy rhythm 45 minutos, 2 por semana
command-buddy-silent = Tu buddy no responde
    .example = buddy silent
command-buddy-account = Ver vuestras cuentas, cuando lo queráis ambas partes
    .example = buddy account
command-buddy-help = Cuando te preocupa tu buddy
    .example = buddy help
argument-switch = on u off
argument-rhythm = minutos, y cuántas veces por semana
