### Awaiting native review.
### Siehe en/core.ftl. Ton: schlicht, warm, kurz; „du“; nie ein Vorwurf.

language-names = Deutsch, German, alemán

door-checkin = Wie es mir geht
    .words = check in, checkin, einchecken
door-talk = Mit jemandem reden
    .words = reden, sprechen, mit jemandem sprechen
door-meetings = Treffen
    .words = meeting, meetings, gruppen
door-help = Hilfe jetzt
    .words = hilfetelefon, hilfetelefone, krise, notfall, notruf, sos

form-question-first = **{ $title }**

    { $question } { $hint }

    Du kannst jederzeit „{ $cancel }“ sagen.
form-question = { $question } { $hint }
form-cancel = abbrechen
form-cancelled = In Ordnung, es bleibt alles, wie es war.
form-again = Noch einmal öffnen
form-too-long = Das sind { $given } Zeichen, { $longest } passen hinein. Kannst du es etwas kürzen? Ich habe es nicht gespeichert, heb deinen Text also bitte auf.
form-missing = Hier brauche ich ein oder zwei Worte.
form-option-unclear = Ich habe nicht verstanden, was davon du meinst. Suchst du dir bitte etwas aus?

error-ours = Entschuldige, das lag an mir und nicht an dir: In mir ging etwas schief, und das hat nicht geklappt. Alles von vorher ist sicher. Versuch es bitte gleich noch einmal.
error-storage = Ich kann gerade nichts aufschreiben und habe das darum nicht behalten. Versuch es bitte in ein paar Minuten noch einmal. Wenn du in Gefahr bist, warte bitte nicht auf mich: Ruf den Notruf an.
error-not-joined = Das geht, sobald du dabei bist. Es dauert eine Minute, und du kannst jederzeit wieder gehen.
error-stopped = Du wolltest, dass ich aufhöre, darum bin ich still. Möchtest du wieder anfangen? Alles ist noch da, wo du es gelassen hast.
# $owners (number): 1 where it takes an owner of the community, else 0.
error-not-allowed = { $owners ->
    [1] Eine Gemeinschaft einrichten können die, denen sie gehört: auf Discord, wer den Server besitzt oder verwalten darf, auf Matrix, wer Machtstufe 100 hat. Bitte frag dort nach.
   *[other] Das kann nur die Moderation dieser Gemeinschaft. Wenn du es auch können solltest, frag dort bitte nach.
}
command-unknown = { $near ->
    [0] Ich bin ein kleines Programm und kenne nur wenige Wörter. Hier geht es überall hin:
   *[other] Ich bin ein kleines Programm und kenne das nicht. Meintest du „{ $nearest }“? Hier geht es überall hin:
}
command-arguments = Ich habe nicht ganz verstanden, was dazugehört. So geht es: { $example }
choice-gone = Dieser Knopf gehört zu einer älteren Nachricht. Diese hier gehen jetzt:
undecryptable = Ich kann diese Nachricht nicht lesen: Deine App hat mir den Schlüssel dazu noch nicht gegeben. Schick sie bitte noch einmal; meist hilft schon diese Antwort. Wenn du gerade jetzt jemanden brauchst: „help now“ zeigt dir Hilfetelefone, oder ruf den Notruf an.

limit-reached = Das war viel auf einmal. In einer Minute höre ich wieder zu; was du eben geschickt hast, habe ich nicht aufgenommen, schick es dann bitte noch einmal. „help now“ geht immer.
