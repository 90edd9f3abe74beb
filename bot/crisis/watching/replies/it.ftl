### Awaiting native review.
### Vedi bot/locales/en/crisis-replies.ftl. Solo le risposte; il resto parla un'altra lingua.

reply-opening-self = Un messaggio privato, solo per te. Sono un programma, ho letto quello che hai scritto, ed è un bene che tu l'abbia scritto.
reply-opening-other = Un messaggio privato, solo per te. Sono un programma e ho letto quello che hai scritto. È bello che tu ti prenda cura di qualcuno.
reply-late = Non c'ero quando hai scritto ({ $when }) e lo leggo solo adesso. Mi dispiace. Se nel frattempo è cambiato qualcosa, prendi ciò che aiuta e lascia il resto.
reply-stay = Non restare da solo o da sola con questo: va' dove c'è qualcuno, o tieni qualcuno al telefono. Se vicino a te c'è qualcosa che potrebbe farti male, allontanati.
reply-overdose-self = Chiama adesso, anche se finora ti senti bene. Apri la porta, stenditi su un fianco e non restare senza compagnia: fa' venire qualcuno. Di' che cosa hai preso. Se c'è del naloxone, di' dove.
reply-overdose-other = Prima chiama. Se c'è del naloxone, daglielo. Se la persona respira, girala su un fianco; se non respira, al telefono ti dicono che cosa fare. Resta finché arriva l'aiuto.
reply-self-harm = Se hai una ferita, falla vedere oggi a qualcuno. Non devi raccontare più di quanto vuoi.
reply-substance = La voglia sale e scende, di solito entro mezz'ora. Puoi allontanarti da dove si trova e stare intanto con qualcuno, o al telefono? Se è già successo: la quantità di prima adesso può essere troppa, quindi non restare senza compagnia.
reply-violence = Non è colpa tua, e decidi tu che cosa succede adesso. Se qualcun altro guarda questo dispositivo, cancella questo messaggio dopo averlo letto; c'è aiuto anche per chi resta.
reply-sexual-violence = Quello che ti hanno fatto non è colpa tua. Decidi tu a chi dirlo e che cosa succede adesso.
reply-other = Puoi chiedere direttamente: «Stai pensando di toglierti la vita?» Chiederlo non mette quest'idea in testa a nessuno. Ascolta, resta accanto o al telefono, e dillo a qualcuno di cui vi fidate. Non devi portarlo da solo o da sola; i numeri sono anche per te.
reply-violence-other = Credi a questa persona, chiedi di che cosa ha bisogno e lascia che decida. Non affrontare chi le fa del male: può diventare più pericoloso. I numeri sono anche per te.
reply-barrier = Non devi sapere se è grave, e puoi riattaccare o smettere di scrivere quando vuoi.
reply-trusted = C'è qualcuno di cui ti fidi? «Puoi parlare?» basta come messaggio.
reply-told-room = Sto avvisando il gruppo di { $team }, con un link al tuo messaggio. Nessuno ha ancora risposto, quindi non aspettare.
reply-told-direct = Sto avvisando il gruppo di { $team }, senza le tue parole. Nessuno ha ancora risposto, quindi non aspettare.
reply-told-nobody = Non l'ho detto a nessuno.
reply-again = Ho letto anche questo. I numeri di prima valgono ancora, a ogni ora. Sono solo un programma; adesso una persona sarebbe una compagnia migliore.
reply-safe = Puoi leggere qui in tranquillità?
reply-safe-yes = Sì, mostramelo
reply-talk = Parlare con qualcuno
reply-more = Altro aiuto
reply-misread = Mi hai capito male
reply-show = Mostrare al gruppo che cosa ho scritto
reply-soft = Sembra un peso grande. Sono solo un programma, quindi: aiuterebbe una persona? Non l'ho detto a nessuno.
reply-lines = Linee di aiuto
reply-soft-off = Non chiedermelo

reply-seen = Qualcuno del gruppo di { $team } l'ha visto e vuole scriverti. Se non può aspettare, non aspettare: scrivi «help now».
reply-seen-by = { $name }, del gruppo di { $team }, l'ha visto e vuole scriverti. Se non può aspettare, non aspettare: scrivi «help now».
reply-unanswered = Nessuno del gruppo ha ancora risposto. Per favore, non aspettarci:
reply-tomorrow = Scrivimi domani
reply-day-after = Ciao. Volevi che ti scrivessi oggi.

    Come va adesso? Non devi rispondere. Sono solo un programma, ma da qui si arriva a delle persone:

lines-emergency = Se una vita è in pericolo ({ $country }): chiama il **{ $number }**.
lines-emergency-police = Se una vita è in pericolo ({ $country }): chiama il **{ $number }**. Se qualcuno ti minaccia, la polizia: **{ $police }**.
lines-anywhere = Se una vita è in pericolo, chiama il numero di emergenza del posto in cui sei (112 in gran parte d'Europa, 911 in Nord America).

    Linee di aiuto per paese: { $directory }
lines-people = Persone che ascoltano:
lines-call = chiama { $number }
lines-call-press = chiama { $number }, poi premi { $key }
lines-text = SMS al { $number }
lines-text-word = SMS con { $word } al { $number }
lines-chat = chat
lines-always = a ogni ora
lines-closed = chiuso in questo momento
lines-directory = Linee di aiuto per paese: { $directory }
lines-public = Questi numeri vengono da elenchi pubblici; se uno non risponde, prova il prossimo.
lines-checked = Qualcuno ha controllato questi numeri il { DATETIME($day, dateStyle: "long") } o dopo. Se uno non risponde, prova il prossimo.
