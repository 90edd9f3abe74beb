### Awaiting native review.
### Véase en/pin.ftl.

pin-asked = Primero tu PIN, por favor.

    El botón abre un campo para escribirlo. También puedes escribirlo aquí; donde se me permite, borro ese mensaje enseguida.
pin-enter = Escribir el PIN
    .words = pin
pin-open = Gracias. Abierto hasta { $at }. Vuelve a pedirme lo que querías, por favor.
pin-wrong = No era ese. { $left ->
        [one] Un intento más, y luego descansa un rato.
       *[other] { $left } intentos más, y luego descansa un rato.
    } Si se te ha olvidado, ayuda «pin forgot».
pin-rests = Demasiados intentos: el PIN descansa hasta { $at }. Así nadie puede adivinarlo probando. Si se te ha olvidado, ayuda «pin forgot».
pin-unclear = Un PIN tiene de { $shortest } a { $longest } cifras y nada más. No ha cambiado nada.

pin-choose = Un PIN, entonces.

    Lo pido antes de tu historial, tu exportación, las imágenes y lo que compartes; después no lo vuelvo a pedir durante diez minutos. Lo que ya está en este chat se puede leer sin él: «tidy» borra lo que yo he escrito. De cuatro a ocho cifras, y mejor que no sean las de tu teléfono.

    Lo mejor es usar el botón: lo que escribes en su campo no se queda en el chat. Si lo escribes aquí, lo borro donde se me permite; si no, bórralo tú, por favor.
pin-choose-button = Elegir el PIN
    .words = elegir
pin-choose-other = Ese es. Ahora el PIN nuevo: de cuatro a ocho cifras.
pin-set-done = Listo: desde ahora pido primero tu PIN. Si alguna vez lo olvidas, «pin forgot» lo quita al cabo de un día.
pin-set-already = Ya tienes un PIN. «pin change» pone otro, «pin remove» lo quita.
pin-change-asked = Con gusto. El PIN que tienes ahora, por favor.
pin-remove-asked = Con gusto. Tu PIN una vez más, por favor, y queda quitado.
pin-removed = Ya no tienes PIN. Con «pin set» eliges otro.
pin-none = No tienes PIN. Con «pin set» eliges uno.

pin-goes = De acuerdo, eso pasa. Tu PIN se quita: { $at }.

    Por qué esperar un día: si ahora mismo tu teléfono lo tiene otra persona, te da tiempo a notarlo. El PIN correcto, o el botón, lo conserva.
pin-keep = Conservar el PIN
    .words = conservar
pin-kept = Tu PIN se queda.
pin-gone = Hecho, como se pidió ayer: ya no hay PIN. Si no fuiste tú, con «pin set» eliges otro.

form-pin = Tu PIN
form-pin-digits = PIN
    .hint = De cuatro a ocho cifras.
form-pin-new = Un PIN nuevo
form-pin-new-digits = PIN
    .hint = De cuatro a ocho cifras; que no sean las de tu teléfono.

group-pin = cifras antes de lo que otros no deben ver
command-pin-set = Elegir un PIN antes de tu historial, tu exportación y las imágenes
    .example = pin set
command-pin-change = Elegir otro PIN
    .example = pin change
command-pin-remove = No tener PIN
    .example = pin remove
command-pin-forgot = Quitar un PIN olvidado; tarda un día
    .example = pin forgot
