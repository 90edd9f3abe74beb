### Awaiting native review.
### Véase en/core.ftl. Tono: sencillo, cálido, breve; de tú; nunca un reproche.

language-names = español, castellano, Spanish, Spanisch

door-checkin = Cómo estoy
    .words = check in, checkin
door-talk = Hablar con alguien
    .words = hablar, hablar con una persona
door-meetings = Reuniones
    .words = reunión, grupos
door-help = Ayuda ahora
    .words = ayuda ya, líneas, líneas de ayuda, teléfonos de ayuda, crisis, emergencia, socorro, sos

form-question-first = **{ $title }**

    { $question } { $hint }

    Puedes decir «{ $cancel }» en cualquier momento.
form-question = { $question } { $hint }
form-cancel = cancelar
form-cancelled = De acuerdo, todo queda como estaba.
form-again = Abrir otra vez
form-too-long = Son { $given } caracteres y aquí caben { $longest }. ¿Puedes acortarlo un poco? No lo he guardado, así que conserva tu copia.
form-missing = Aquí necesito una palabra o dos.
form-option-unclear = No he entendido cuál quieres decir. ¿Puedes elegir una de las opciones?

error-ours = Perdona, ha sido cosa mía y no tuya: algo ha ido mal por dentro y no he podido hacerlo. Todo lo de antes está a salvo. Vuelve a probar dentro de un momento.
error-storage = Ahora mismo no puedo apuntar nada, así que no he guardado eso. Vuelve a probar en unos minutos. Si estás en peligro, no me esperes: llama al número de emergencias.
error-not-joined = Eso funciona cuando ya te has unido. Es un minuto, y puedes irte cuando quieras.
error-stopped = Me pediste que parara, así que guardo silencio. ¿Quieres empezar de nuevo? Todo sigue donde lo dejaste.
# $owners (number): 1 where it takes an owner of the community, else 0.
error-not-allowed = { $owners ->
    [1] Configurar una comunidad les toca a quienes la llevan: en Discord, a quien tiene o puede gestionar el servidor; en Matrix, a quien tiene nivel de poder 100. Pregunta a alguien de ellos.
   *[other] Eso solo puede hacerlo la moderación de esta comunidad. Si crees que tú también deberías poder, pregúntales.
}
command-unknown = { $near ->
    [0] Soy un programa pequeño y conozco pocas palabras. Desde aquí se llega a todo:
   *[other] Soy un programa pequeño y no conozco esa. ¿Querías decir «{ $nearest }»? Desde aquí se llega a todo:
}
command-arguments = No he entendido bien lo que va con eso. Es así: { $example }
choice-gone = Ese botón es de un mensaje anterior. Estos funcionan ahora:
undecryptable = No puedo leer ese mensaje: tu aplicación aún no me ha dado su clave. Envíalo otra vez; esta respuesta suele arreglarlo. Si necesitas a alguien ahora mismo, «help now» muestra líneas de ayuda, o llama al número de emergencias.

limit-reached = Eso fue mucho de golpe. En un minuto vuelvo a escuchar; lo que acabas de mandar no lo he recogido, así que mándalo otra vez entonces. «help now» funciona siempre.
