### Awaiting native review.
### Véase en/buddies-joining.ftl. «Buddy» queda como palabra, porque así se llaman las órdenes.

joining-welcome = Un buddy es otra persona de la comunidad que conoce algo parecido a lo tuyo. Dos preguntas cortas y puedo buscar: qué temas, y cuándo.

    Os pregunto a los dos antes de que sepáis uno del otro. Un no no necesita motivo, y nadie sabe de quién vino. Esto es para personas de 18 años o más.
# Read before they say yes.
joining-who-sees = Quién ve qué:
    - Antes de que los dos digáis que sí: lo que tenéis en común, y cosas generales como idiomas y horas. Nunca un nombre.
    - Después: cómo llegar a ti. Entre dos plataformas llevo yo vuestras palabras, y tu cuenta sigue siendo tuya.
    - Quienes moderan: solo números. En un grupo pequeño, quien facilita empareja a mano y ve quién busca y que dos comparten algo, nunca qué.
    - Está cifrado. «buddy profile» lo cambia, «buddy leave» lo borra.
joining-begin = Empezar
    .words = sí, vale, empezar
joining-where = ¿En cuál de tus comunidades?
joining-already = Ya estás entre los buddies de aquí. ¿Qué te gustaría?
joining-no-community = Los buddies vienen de una comunidad que me usa, y aún no conozco ninguna tuya. ¿Puedes decir «buddy join» en una sala de tu comunidad?
joining-not-among = Todavía no me has pedido un buddy. «buddy join» empieza; lleva menos de un minuto.
# $words (text): what was typed.
joining-unclear = No sé qué significa «{ $words }» aquí. ¿Puedes usar el número o las palabras de una opción, varias con comas en medio? Lo que elegiste antes sigue ahí.
# $given, $longest (numbers): characters.
joining-own-too-long = Eran { $given } caracteres, y caben hasta { $longest } en cada una. Unas pocas palabras, con comas en medio, encuentran mejor a otros. Lo que elegiste antes sigue ahí.
# $most (number)
joining-own-too-many = Eran más palabras tuyas de las que puedo comparar; valen hasta { $most }. Lo que elegiste antes sigue ahí.

## The questions

joining-ask-pool = ¿Buscas a alguien que lo conoce por su propia vida, o a alguien que también está cerca de una persona que lo vive?
joining-ask-topics = ¿Qué temas conoces por tu propia vida? Si estás aquí por alguien cercano: ¿qué vive esa persona? Elige todos los que quieras. «Un buddy no tiene que compartirlos» también vale, y no hace falta ningún diagnóstico.
joining-ask-hours = ¿Cuándo podrías escribir o hablar normalmente? Según tu propio reloj; elige todo lo que quieras.
joining-ask-stage = ¿Por dónde vas en tu camino, más o menos? No hay un sitio equivocado.
joining-ask-languages = ¿En qué idiomas podrías hablar con un buddy?
joining-ask-voice = ¿Prefieres solo escribir, o quizá también hablar?
joining-ask-interests = ¿Qué más te gusta? Hace más fáciles las primeras palabras.
joining-ask-gender = ¿Me dices tu género, con las palabras que te van bien? Solo lo uso si tú, o la otra persona, queréis un buddy del mismo género.
joining-ask-wish = ¿Un buddy debe tener el mismo género que tú?
joining-ask-age = ¿Qué edad tienes, más o menos? Muchas personas prefieren a alguien de edad cercana.
joining-ask-agree = Si nadie encaja, ¿qué te seguiría pareciendo bien? Solo cuenta donde la otra persona acepta lo mismo.
joining-ask-mentor = ¿Te gustaría además alguien que te acompañe, con un año o más de camino?

# $chosen (text): the options.
joining-chosen = Elegido hasta ahora: **{ $chosen }**
joining-seen-shared = Quién lo ve: a quien te propongo, solo donde lo dijisteis los dos. Quienes moderan: solo números; en un grupo pequeño, quien facilita ve que dos comparten algo, nunca qué.
joining-seen-buddy = Quién lo ve: a quien te propongo, sin tu nombre. Quienes moderan: solo números; en un grupo pequeño, quien facilita ve que dos comparten algo, nunca qué.
joining-seen-nobody = Quién lo ve: nadie. Solo lo uso para encontrar a quien encaje.
joining-write-several = Puedes contestar todo de una vez: números o palabras con comas en medio. «saltar» pasa a lo siguiente.
joining-write-own = Un número, una de estas, o palabras tuyas. «dejar» lo deja como está.

joining-own-button = Con mis palabras
    .words = mis palabras, otras
joining-done-button = Listo
    .words = listo, seguir, saltar
joining-skip-button = Saltar
    .words = saltar, seguir
joining-keep-button = Dejarlo como está
    .words = dejar, saltar, seguir
form-buddy-words = Con tus palabras
form-buddy-words-words = Unas palabras, con comas en medio
    .hint = Por ejemplo: turno de noche, madre reciente. Sustituyen a las anteriores; vacío: ninguna.

joining-wish-needs-gender = Para un buddy del mismo género necesito conocer el tuyo. Sin él, dejo ese deseo de lado.

## The profile

joining-summary = Con esto basta para buscar. Este es tu perfil; el resto es como casi todo el mundo empieza, y puedes cambiarlo ahora o después:
joining-look-button = Buscar a alguien
    .words = buscar, sí, vamos
joining-change-button = Cambiar algo
    .words = cambiar
joining-later-button = Todavía no
    .words = después, todavía no, no
joining-later = Está bien. Guardo lo que dijiste y aún no busco. «buddy join» sigue desde aquí.
joining-which = ¿Qué te gustaría cambiar?
joining-profile = Esto es lo que me has contado. Elige una línea para cambiarla:
# $item (text): what was asked. $value (text): the answer.
joining-changed = Guardado. { $item }: { $value }
# $next (text): a sentence about the next round.
joining-looking = Busco a alguien para ti. { $next } Te preguntaré en privado antes de que nadie sepa de ti.

    Una cosa lo hace más probable: ¿qué te parecería bien si nadie más encaja?
# $when (text): day and time.
joining-next = La próxima ronda es el { $when }.
joining-next-unknown = Cuándo es la próxima ronda lo decide vuestro equipo.
joining-profile-button = Mi perfil de buddy
joining-status-button = ¿Cómo va?
joining-join-button = Buscar un buddy
joining-pause-button = Pausar la búsqueda
joining-back-button = Buscar de nuevo
    .words = volver

joining-item-pool = Aquí por
joining-item-topics = Temas
joining-item-hours = Cuándo
joining-item-stage = En el camino
joining-item-languages = Idiomas
joining-item-voice = Escribir o hablar
joining-item-interests = Intereses
joining-item-gender = Género
joining-item-wish = Género del buddy
joining-item-age = Edad
joining-item-agree = Si nadie encaja
joining-item-mentor = También alguien que acompañe
# In a proposal, of the other one.
joining-theirs-hours = Cuándo, según su reloj
# On the reader\'s own clock.
joining-both-hours = Momentos libres en común

# Where nothing was said: what that means.
joining-nothing-topics = cualquiera
joining-nothing-hours = a cualquier hora
joining-nothing-stage = sin decir
joining-nothing-languages = cualquiera
joining-nothing-interests = sin decir
joining-nothing-gender = sin decir
joining-nothing-age = sin decir
joining-nothing-agree = entonces prefiero esperar

## The options; `.words` are what also means them when typed

joining-option-pool-peer = Por mí
    .words = yo, mí
joining-option-pool-family = Por alguien cercano
    .words = familia, familiar, pareja, amiga, amigo

joining-option-topics-alcohol = Alcohol
    .words = beber, bebida
joining-option-topics-opioids = Opioides
    .words = heroína, fentanilo, analgésicos, opiáceos
joining-option-topics-stimulants = Cocaína, metanfetamina, speed
    .words = cocaína, coca, metanfetamina, cristal, speed, crack
joining-option-topics-cannabis = Cannabis
    .words = marihuana, porros, hierba
joining-option-topics-medicines = Pastillas para dormir, benzos
    .words = benzos, pastillas, pastillas para dormir, tranquilizantes, medicamentos
joining-option-topics-nicotine = Nicotina
    .words = fumar, cigarrillos, tabaco, vapear
joining-option-topics-gambling = Juego y apuestas
    .words = juego, apuestas, ludopatía
joining-option-topics-screens = Videojuegos y pantallas
    .words = videojuegos, pantallas, internet, móvil
joining-option-topics-eating = Comer y el cuerpo
    .words = comida, comer, anorexia, bulimia, atracones, cuerpo
joining-option-topics-sex = Sexo, amor, porno
    .words = sexo, porno, pornografía, amor
joining-option-topics-depression = Ánimo bajo, depresión
    .words = depresión, ánimo bajo
joining-option-topics-anxiety = Ansiedad, pánico
    .words = ansiedad, pánico, preocupaciones, toc
joining-option-topics-trauma = Trauma
    .words = tept, abuso, violencia
joining-option-topics-grief = Duelo
    .words = pérdida
joining-option-topics-moods = Altibajos, bipolar
    .words = bipolar, manía, altibajos
joining-option-topics-voices = Oír voces, psicosis
    .words = psicosis, voces, esquizofrenia
joining-option-topics-selfharm = Autolesión
    .words = autolesiones, cortes
joining-option-topics-suicide = Pensamientos de suicidio
    .words = suicidio, pensamientos suicidas
joining-option-topics-mind = TDAH, autismo
    .words = tdah, autismo, asperger, neurodivergencia
joining-option-topics-illness = Enfermedad larga, dolor
    .words = enfermedad, dolor, dolor crónico, discapacidad
joining-option-topics-loneliness = Soledad
    .words = solo, sola
joining-option-topics-any = Un buddy no tiene que compartirlos
    .words = cualquiera, no el mío, no hace falta

joining-option-hours-weekday-morning = Mañanas entre semana, 6–11
    .words = mañanas entre semana, entre semana por la mañana
joining-option-hours-weekday-midday = Mediodías entre semana, 11–17
    .words = mediodías entre semana, entre semana al mediodía
joining-option-hours-weekday-evening = Tardes entre semana, 17–22
    .words = tardes entre semana, entre semana por la tarde
joining-option-hours-weekday-night = Noches entre semana, 22–6
    .words = noches entre semana, entre semana por la noche
joining-option-hours-weekend-morning = Mañanas de fin de semana, 6–11
    .words = mañanas de fin de semana, mañanas del fin de semana, fin de semana por la mañana
joining-option-hours-weekend-midday = Mediodías de fin de semana, 11–17
    .words = mediodías de fin de semana, mediodías del fin de semana, fin de semana al mediodía
joining-option-hours-weekend-evening = Tardes de fin de semana, 17–22
    .words = tardes de fin de semana, tardes del fin de semana, fin de semana por la tarde
joining-option-hours-weekend-night = Noches de fin de semana, 22–6
    .words = noches de fin de semana, noches del fin de semana, fin de semana por la noche
joining-option-hours-any = A cualquier hora
    .words = cualquiera, siempre, cuando sea
joining-option-hours-mornings = Por la mañana
    .words = mañanas, mañana, por la mañana, por las mañanas
joining-option-hours-middays = Al mediodía
    .words = mediodías, mediodía, al mediodía
joining-option-hours-evenings = Por la tarde
    .words = tardes, tarde, por la tarde, por las tardes
joining-option-hours-nights = Por la noche
    .words = noches, noche, por la noche, por las noches
joining-option-hours-weekdays = Entre semana
    .words = entre semana, días laborables
joining-option-hours-weekends = Fin de semana
    .words = fin de semana, fines de semana, el fin de semana

joining-option-stage-0 = Justo empezando
    .words = empezando, al principio
joining-option-stage-1 = Primeras semanas
    .words = semanas
joining-option-stage-2 = Primeros meses
    .words = meses
joining-option-stage-3 = Casi un año
    .words = cerca de un año
joining-option-stage-4 = De uno a tres años
    .words = un año o más
joining-option-stage-5 = Ya años
    .words = años, muchos años
joining-option-stage-none = Prefiero no decirlo
    .words = ninguna, no decir

joining-option-voice-text = Solo escribir
    .words = escribir, texto
joining-option-voice-voice = También hablar
    .words = hablar, llamadas, voz, las dos

joining-option-interests-music = Música
joining-option-interests-outdoors = Caminar, aire libre
    .words = caminar, senderismo, naturaleza, aire libre
joining-option-interests-sport = Deporte
    .words = correr, yoga, gimnasio, fútbol
joining-option-interests-books = Libros
    .words = leer, lectura
joining-option-interests-films = Películas y series
    .words = películas, series, cine
joining-option-interests-games = Juegos
    .words = videojuegos, juegos de mesa
joining-option-interests-cooking = Cocina y repostería
    .words = cocinar, cocina, comida
joining-option-interests-pets = Animales
    .words = mascotas, perros, gatos
joining-option-interests-crafts = Manualidades
    .words = tejer, carpintería, bricolaje
joining-option-interests-art = Arte
    .words = dibujar, pintar, fotografía
joining-option-interests-writing = Escribir
    .words = poesía, diario
joining-option-interests-garden = Jardín
    .words = plantas, jardinería
joining-option-interests-faith = Fe, meditación
    .words = fe, religión, meditación, espiritualidad
joining-option-interests-technology = Tecnología, ciencia
    .words = tecnología, ciencia, ordenadores, programar
joining-option-interests-travel = Viajar
    .words = viajes
joining-option-interests-parenting = Tener hijos
    .words = hijos, niños, crianza

joining-option-gender-woman = Mujer
    .words = femenino
joining-option-gender-man = Hombre
    .words = masculino
joining-option-gender-nonbinary = No binario
    .words = no binaria, no binarie
joining-option-gender-none = Prefiero no decirlo
    .words = ninguno, no decir

joining-option-wish-any = Cualquier género
    .words = cualquiera, no, igual me da
joining-option-wish-same = El mismo que el mío
    .words = el mismo, mismo, sí

joining-option-age-0 = 18–24
    .words = 18-24
joining-option-age-1 = 25–34
    .words = 25-34
joining-option-age-2 = 35–44
    .words = 35-44
joining-option-age-3 = 45–54
    .words = 45-54
joining-option-age-4 = 55–64
    .words = 55-64
joining-option-age-5 = 65 o más
    .words = 65+, más
joining-option-age-none = Prefiero no decirlo
    .words = ninguna, no decir

joining-option-agree-repeat = Un buddy que ya tuve
    .words = otra vez, repetir
joining-option-agree-text_only = Escribir a horas distintas
    .words = escribir, solo escribir
joining-option-agree-wider_stage = Alguien mucho más adelante, o más al principio
    .words = más adelante, más al principio
joining-option-agree-trio = Tres personas juntas
    .words = tres, trío

joining-option-mentor-no = No, gracias
    .words = no
joining-option-mentor-yes = Sí, con gusto
    .words = sí

## Resting, status, leaving

# $until (text): the first day on which the search goes on.
joining-paused = Descanso, entonces. No buscaré un buddy antes del { $until }. Tu perfil queda, y si tienes un buddy, sigue siéndolo.
joining-paused-open = Descanso, entonces. No buscaré un buddy hasta que digas «buddy back». Tu perfil queda, y si tienes un buddy, sigue siéndolo.
joining-back = Qué bien que vuelves.

joining-status-not-among = No me has pedido un buddy. Si quieres uno, lleva menos de un minuto.
joining-status-unfinished = Tu perfil no está terminado, así que aún no busco. Bastan dos respuestas cortas.
joining-status-held = La búsqueda descansa por ahora. Si quieres saber más, pregunta a vuestro equipo; puede ayudar.
joining-status-resting = Estás descansando, así que no busco a nadie. «buddy back» sigue.
# $until (text)
joining-status-resting-until = Descansas hasta el { $until }. Después busco de nuevo; «buddy back» sigue ya.
joining-status-looking = Busco a alguien para ti.
# $rounds (number): without a buddy so far.
joining-status-waited = { $rounds ->
        [one] Ha pasado una ronda sin alguien que encaje.
       *[other] Han pasado { $rounds } rondas sin alguien que encaje.
    } Eso depende de quién estaba, no de ti, y la próxima vez vas primero. Más horas, o más cosas que te parezcan bien, ayudarían.
# $until (text): day and time.
joining-status-asked = Encontré a alguien que puede ir contigo y te pregunté en privado. Abierto hasta el { $until }; un no no necesita motivo.
joining-status-waits = Le dijiste que sí a alguien. A más tardar el { $until } te digo cómo sigue.
# A name follows each of these.
joining-status-buddy = Tu buddy:
joining-status-mentor = Te acompaña:
joining-status-mentee = Acompañas a:
joining-status-unnamed = alguien que no ha mostrado su cuenta
joining-status-way-thread = Os encontráis en el hilo privado que abrí para vosotros.
joining-status-way-room = Os encontráis en la sala cifrada que abrí para vosotros.
joining-status-way-relay = Me escribís aquí a mí, y yo llevo vuestras palabras.

joining-leave-sure = ¿Borro tu perfil de buddy? Lo que me contaste de ti se borra, y si tienes un buddy, le digo con cuidado que terminó, sin motivo. Descansar lo conserva todo.
joining-leave-yes = Sí, borrarlo
    .words = sí, borrar
joining-leave-pause = Mejor descansar
    .words = descansar, pausa
joining-leave-no = Quedarme
    .words = no, quedarme
joining-leave-stayed = Bien. Todo está como estaba.
joining-left = Borrado. Gracias por haber estado. Puedes volver cuando quieras.

## What each command does (in `help` and in menus), with a line to copy

group-buddy = otra persona de la comunidad con quien escribirte
command-buddy-join = Encontrar un buddy: otra persona de la comunidad con quien escribirte
    .example = buddy join
    .words = buscar un buddy, encontrar un buddy, quiero un buddy
command-buddy-profile = Ver y cambiar lo que sé de ti para buscar un buddy
    .example = buddy profile hours
    .words = mi perfil de buddy
command-buddy-status = Cómo va la búsqueda de un buddy, y dónde os encontráis
    .example = buddy status
    .words = mi buddy
command-buddy-pause = Descansar de la búsqueda de un buddy
    .example = buddy pause hasta el viernes
command-buddy-back = Seguir buscando un buddy
    .example = buddy back
command-buddy-leave = Borrar tu perfil de buddy
    .example = buddy leave
argument-item = qué cambiar, como topics (temas) u hours (horas)
argument-item-pool = Aquí por
argument-item-topics = Temas
argument-item-hours = Cuándo
argument-item-stage = En el camino
argument-item-languages = Idiomas
argument-item-voice = Escribir o hablar
argument-item-interests = Intereses
argument-item-gender = Género
argument-item-wish = Género del buddy
argument-item-age = Edad
argument-item-agree = Si nadie encaja
argument-item-mentor = También alguien que acompañe
