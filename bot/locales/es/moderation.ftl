### Awaiting native review.
### What the team of a community is told.

staff-invite-declined = Alguien me ha invitado a una sala que no está en mi lista, así que no he entrado. Si debo estar allí, quien administra el programa puede añadirla a la configuración.
staff-account-restricted = Por ahora la plataforma no me deja escribir a nadie por mi cuenta. Las preguntas diarias descansan; quien me escriba recibirá respuesta. El registro de quien administra el programa dice más, y quizá haya que preguntar a la plataforma.
