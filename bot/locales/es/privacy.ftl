### Awaiting native review.
### Véase en/privacy.ftl. Las órdenes entre comillas quedan en inglés.

privacy-held = Lo que guardo de ti, y nada más:
privacy-who-sees = Tú lo ves todo. La moderación no ve nada, salvo lo que compartiste o si pediste ayuda al equipo. Quienes llevan este bot cuidan de la máquina y tienen el ruego de no leer; donde se guarda, está cifrado. En Discord y en salas sin cifrado, la propia plataforma puede leer lo que escribimos.

    Las notas se sueltan al cabo de un año y las palabras al cabo de tres, o antes si así lo dicen quienes llevan este bot.

    Lo que guardan las salas de tu comunidad y otras personas no es mío: no puedo mostrarlo ni quitarlo.
privacy-export-button = Mándamelo todo
    .words = export, exportar
privacy-erase-button = Borrarlo
    .words = erase, borrar
privacy-keep-button = Mejor conservarlo
    .words = keep, conservar

privacy-nothing = No guardo nada tuyo: no te has unido, o ya se borró.

privacy-part-members = Tú: cuenta, idioma, zona horaria, comunidades, lo que aceptaste
privacy-part-buddies = Compañía: tu perfil, parejas, bloqueos y avisos
privacy-part-checkins = Preguntas del día: las palabras que tocaste, y notas
privacy-part-meetings = Reuniones: a cuáles dijiste que irías, recordatorios, turnos de conducción
privacy-part-hosting = Reuniones en el chat: manos levantadas y saludos
privacy-part-helplines = Líneas de ayuda: tu país y lo que prefieres
privacy-part-crises = Momentos difíciles: cuándo, cuán graves y qué hizo el equipo; no tus palabras
privacy-part-crisis-team = La lista del equipo, si estás en ella
privacy-part-community-lines = Líneas de ayuda que propusiste
privacy-part-resources = Otras ayudas que apuntaste
privacy-part-moderation = Moderación
privacy-part-pin = Un PIN: cómo se comprueba, nunca las cifras
privacy-part-tidying = Orden
privacy-part-dates = Fechas que importan, lo que hubo entre medias, y aniversarios
privacy-part-goals = Metas
privacy-part-looking-back = Imágenes que pediste, y el resumen de la semana
privacy-part-sharing = Lo que compartes, con quién, y quién lo vio
privacy-part-teamline = Líneas con el equipo: cuándo y con qué nombre; no las palabras
privacy-part-dashboard = Mensajes de un equipo a todos, de los que no quieres más
privacy-part-communities = Una configuración que empezaste
privacy-part-resting = Que estás en reposo
privacy-part-leaving = Comunidades que se van
privacy-part-alarms = Avisos de quienes llevan este bot
privacy-part-privacy = Que tus datos esperan a ser borrados

privacy-exported = Aquí está todo: una página para leer, y lo mismo como archivo para programas. Quien abra estos archivos puede leerlos; mira bien dónde los guardas.
privacy-export-title = Lo que Handrail guarda de mí

privacy-erase-ask = Puedo borrar todo lo que guardo de ti, en todas las comunidades: respuestas, notas, fechas, compañía, todo. Se destruye la clave con la que está cifrado, de modo que nadie puede recuperarlo; las copias de seguridad desaparecen en 30 días como mucho.

    Desde que lo confirmes no te mando nada más. Durante 24 horas aún puedes cambiar de idea. Para confirmar, escribe: { $phrase }
privacy-erase-type = Escribirlo
privacy-erase-phrase = borrar todo
form-erase = Borrar todo
form-erase-phrase = Para confirmar, escribe: borrar todo
    .hint = Exactamente estas dos palabras.
privacy-erase-unclear = No se borró nada. Para confirmar, escribe exactamente: { $phrase }
privacy-erase-planned = Hecho. No te mando nada más, y todo se borra el { $when }. Hasta entonces, «privacy keep» lo deshace.
privacy-erasure-due = Todo esto se borrará el { $when }, a no ser que digas «privacy keep».
privacy-kept = Se queda: no se borrará nada. Sigo en silencio hasta que digas «start».
privacy-nothing-to-keep = Nada tuyo está esperando a ser borrado.
privacy-erase-decide = Tus datos esperan a ser borrados. Si prefieres quedarte, di primero «privacy keep» y luego «start».
privacy-erased = Ya está: no guardo nada tuyo. Si un día quieres volver, «start» empieza de nuevo. Cuídate mucho.

command-privacy-show = Lo que guardo de ti y quién lo ve
    .example = privacy
command-privacy-export = Todo lo que guardo de ti, en archivos
    .example = privacy export
command-privacy-erase = Borrar todo lo que guardo de ti
    .example = privacy erase
command-privacy-keep = Deshacer un borrado mientras hay tiempo
    .example = privacy keep
group-privacy = lo que guardo de ti: verlo, llevártelo, borrarlo
command-privacy-history = Quién vio lo que compartiste, y cuándo
    .example = privacy history
