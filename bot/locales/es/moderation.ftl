### Awaiting native review.
### What the team of a community is told.

staff-invite-declined = Alguien me ha invitado a una sala que no está en mi lista, así que no he entrado. Si debo estar allí, quien administra el programa puede añadirla a la configuración.
staff-account-restricted = Por ahora la plataforma no me deja escribir a nadie por mi cuenta. Las preguntas diarias descansan; quien me escriba recibirá respuesta. El registro de quien administra el programa dice más, y quizá haya que preguntar a la plataforma.

audit = { $count ->
        [0] Nadie del equipo ha usado todavía una orden en { $community }.
        [one] La última orden del equipo en { $community }:
       *[other] Las últimas { $count } órdenes del equipo en { $community }, la más nueva primero:
    }
audit-whole = El registro está entero: no se cambió ni se quitó ninguna entrada.
audit-broken = La entrada { $number } no encaja con la anterior: alguien cambió la base de datos por otra vía. Díselo, por favor, a quienes llevan este bot.
audit-somebody = alguien que ya no está
audit-nowhere = Pregunta, por favor, en una sala de tu comunidad.

command-moderation-audit = Qué hizo el equipo con sus órdenes
    .example = moderation audit
