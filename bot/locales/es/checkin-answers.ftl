### Awaiting native review.
### Véase en/checkin-answers.ftl.

checkin-hard-buddy = Mi compañero o compañera
    .words = compañero, compañera
checkin-hard-team = Una persona
    .words = persona, hablar
checkin-hard-try = Algo que probar
    .words = probar, algo
checkin-hard-lines = Líneas de ayuda
    .words = líneas, ayuda
checkin-hard-enough = Solo anotarlo
    .words = solo anotar, basta, no
checkin-hard-noted = Queda anotado, y con eso basta.

checkin-try-1 = Algo que algunas personas prueban: nombrar cinco cosas cercanas del mismo color. Despacio; sirve cualquier color.
checkin-try-2 = Algo que algunas personas prueban: cinco veces, soltar el aire un poco más despacio que al tomarlo. Con los pies en el suelo, si resulta cómodo.
checkin-try-3 = Algo que algunas personas prueban: medio minuto de agua fría en manos y muñecas, y notar cómo se siente.
checkin-try-4 = Algo que algunas personas prueban: reducir la próxima hora a un pequeño paso. Un vaso de agua, una ventana abierta, una ducha.
checkin-try-5 = Algo que algunas personas prueban cuando hay ganas de consumir: esperar diez minutos y hacer algo con las manos. Suele subir y después aflojar. Si no, una persona es buena idea.
checkin-try-6 = Algo que algunas personas prueban: escribir una línea a alguien de confianza. «Hoy es difícil» basta.
checkin-try-another = Otra cosa
    .words = otra, otra cosa

checkin-day-which-word = { $day }: ¿qué palabra se acerca más?
checkin-day-unclear = No he podido saber qué día es. Sirve «checkin day ayer normal» o «checkin day lunes», para los últimos siete días.

extras-feelings = Sentimientos
    .words = sentimientos, sentimiento
extras-craving = Ganas de consumir
    .words = ganas
extras-sleep = Sueño
    .words = sueño
extras-gratitude = Algo bueno
    .words = gratitud, algo bueno
extras-intention = Para hoy
    .words = para hoy, intención
extras-which = Junto a la palabra puedo guardar sentimientos, ganas de consumir, sueño, algo bueno y una intención; todo está apagado hasta que lo pidas. Encendido ahora: { $on }. «checkin extras sleep on» enciende uno.
extras-on = { $extra }: encendido. Bajo la palabra de cada día hay un botón para ello, y saltarlo está bien. Va cifrado con una clave solo tuya, la moderación no lo ve, y al apagarlo se quita todo.
extras-off = { $extra }: apagado. He quitado lo que guardaba de ello.
extras-kept = Guardado, para ti.
extras-noted = Anotado: { $said }.

extras-feelings-ask = ¿Qué hay ahora mismo? Hasta seis, uno tras otro.
extras-feelings-noted = Anotado: { $said }. ¿Algo más? Si eliges uno otra vez, se quita.
extras-done = Eso es todo
    .words = listo, ya está
extras-feelings-calm = calma
extras-feelings-hopeful = esperanza
extras-feelings-grateful = gratitud
extras-feelings-proud = orgullo
extras-feelings-tired = cansancio
extras-feelings-anxious = ansiedad
extras-feelings-sad = tristeza
extras-feelings-lonely = soledad
extras-feelings-angry = enfado
extras-feelings-ashamed = vergüenza
extras-feelings-bored = aburrimiento
extras-feelings-numb = vacío

extras-craving-ask = ¿Qué fuerza tuvieron hoy, en su punto más alto?
extras-craving-none = ninguna
extras-craving-slight = leve
extras-craving-some = algo
extras-craving-strong = fuerte
extras-craving-very-strong = muy fuerte

extras-sleep-ask = ¿Qué tal la noche?
extras-sleep-well = dormí bien
extras-sleep-fairly = bastante bien
extras-sleep-badly = no tan bien
extras-sleep-hardly = casi nada

form-gratitude = Algo bueno de hoy
form-gratitude-words = Tan pequeño como quieras
    .hint = Un café, un mensaje, un minuto tranquilo. La moderación no lo ve.
form-intention = Algo para hoy
form-intention-words = Una cosa pequeña que te gustaría
    .hint = No tiene que salir. La moderación no lo ve.

command-checkin-day = Rellenar o cambiar uno de los últimos días
    .example = checkin day ayer normal
    .name = día
command-checkin-extras = Elegir qué más va junto a la palabra
    .example = checkin extras sleep on
    .name = además
argument-past = un día, como ayer o lunes
argument-word = bien, normal, con altibajos, mal, difícil u hoy no
argument-extra = feelings, craving, sleep, gratitude o intention
argument-extra-feelings = sentimientos
argument-extra-craving = ganas de consumir
argument-extra-sleep = sueño
argument-extra-gratitude = algo bueno
argument-extra-intention = una intención para el día
