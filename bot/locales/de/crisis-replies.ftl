### Awaiting native review.
### Siehe en/crisis-replies.ftl. Nichts vom Geschriebenen wird wiederholt, keine Methode genannt.

reply-opening-self = Eine private Nachricht, nur für dich. Ich bin ein Programm, habe deine Nachricht gelesen und bin froh, dass du sie geschrieben hast.
reply-opening-other = Eine private Nachricht, nur für dich. Ich bin ein Programm und habe deine Nachricht gelesen. Es ist gut, dass du auf jemanden achtest.
reply-late = Ich war nicht da, als du geschrieben hast ({ $when }), und habe es erst jetzt gelesen. Das tut mir leid. Wenn es inzwischen anders ist, nimm bitte, was hilft, und lass den Rest.

reply-stay = Bleib damit bitte nicht allein: Geh dorthin, wo jemand ist, oder behalte jemanden am Telefon. Wenn etwas in deiner Nähe ist, das dir schaden könnte, geh weg davon.
reply-overdose-self = Bitte ruf jetzt an, auch wenn es dir bis jetzt gut geht. Schließ die Tür auf, leg dich auf die Seite und bleib nicht allein: Hol jemanden zu dir. Sag, was du genommen hast. Wenn Naloxon da ist, sag, wo.
reply-overdose-other = Ruf zuerst an. Wenn Naloxon da ist, gib es. Atmet die Person, dreh sie auf die Seite; atmet sie nicht, sagen dir die Leute am Telefon, was zu tun ist. Bleib, bis Hilfe da ist.
reply-self-harm = Wenn du verletzt bist, lass bitte heute jemanden danach sehen. Du musst nicht mehr erzählen, als du willst.
reply-substance = Ein Drang steigt und fällt, meist innerhalb einer halben Stunde. Kannst du dich von dort entfernen, wo es ist, und solange bei jemandem sein oder am Telefon? Falls es schon geschehen ist: Die Menge von früher kann inzwischen zu viel sein, sei also bitte nicht allein.
reply-violence = Es ist nicht deine Schuld, und du entscheidest, was als Nächstes geschieht. Wenn noch jemand auf dieses Gerät schaut, lösche diese Nachricht nach dem Lesen; Hilfe gibt es auch für die, die bleiben.
reply-sexual-violence = Was dir angetan wurde, ist nicht deine Schuld. Du entscheidest, wem du es erzählst und was als Nächstes geschieht.
reply-other = Du kannst direkt fragen: „Denkst du daran, dir das Leben zu nehmen?“ Die Frage bringt niemanden auf diesen Gedanken. Hör zu, bleib dabei oder am Telefon, und sag es jemandem, dem ihr beide vertraut. Du musst das nicht allein tragen; die Nummern sind auch für dich da.
reply-violence-other = Glaub der Person, frag, was sie braucht, und lass sie entscheiden. Stell den, der ihr wehtut, bitte nicht zur Rede; das kann gefährlicher werden. Die Nummern sind auch für dich da.

reply-barrier = Du musst nicht sicher sein, ob es ernst ist, und du darfst jederzeit auflegen oder aufhören zu schreiben.
reply-trusted = Gibt es jemanden, dem du vertraust? „Kannst du reden?“ genügt als Nachricht.
reply-told-room = Ich alarmiere gerade das Team von { $team }, mit einem Link zu deiner Nachricht. Noch hat niemand geantwortet, warte also bitte nicht darauf.
reply-told-direct = Ich alarmiere gerade das Team von { $team }, ohne deine Worte. Noch hat niemand geantwortet, warte also bitte nicht darauf.
reply-told-nobody = Ich habe es niemandem gesagt.
reply-again = Auch das habe ich gelesen. Die Nummern von eben gelten weiter, zu jeder Stunde. Ich bin nur ein Programm; ein Mensch wäre jetzt die bessere Gesellschaft.

reply-safe = Kannst du hier ungestört lesen?
reply-safe-yes = Ja, zeig es mir

reply-talk = Mit jemandem reden
reply-more = Mehr Hilfe
reply-misread = Du hast mich falsch verstanden
reply-show = Dem Team zeigen, was ich schrieb

reply-soft = Das klingt nach einer Menge. Ich bin nur ein Programm, deshalb: Würde ein Mensch helfen? Ich habe es niemandem gesagt.
reply-lines = Hilfetelefone
reply-soft-off = Frag mich das nicht

reply-seen = Jemand aus dem Team von { $team } hat das gesehen und will dir schreiben. Wenn es nicht warten kann, warte bitte nicht: Sag „help now“.
reply-seen-by = { $name } aus dem Team von { $team } hat das gesehen und will dir schreiben. Wenn es nicht warten kann, warte bitte nicht: Sag „help now“.
reply-unanswered = Noch hat niemand aus dem Team geantwortet. Bitte warte nicht auf uns:
reply-tomorrow = Schreib mir morgen
reply-day-after = Hallo. Du wolltest, dass ich heute schreibe.

    Wie ist es jetzt? Du musst nicht antworten. Ich bin nur ein Programm, aber das hier führt zu Menschen:

crisis-talk-asked = Ich habe das Team von { $team } gebeten, dass dir jemand schreibt. Noch hat niemand geantwortet, warte also bitte nicht darauf.
crisis-talk-nobody = Ich erreiche gerade kein Team für dich und sage das lieber offen. Gibt es jemanden, dem du vertraust? „Kannst du reden?“ genügt als Nachricht. Und diese Menschen hören zu:
crisis-misread = Danke, dass du das richtigstellst, und entschuldige: Ich bin ein Programm und verstehe manches falsch. Von deinen Worten wurde nichts behalten.
crisis-misread-told = Danke, dass du das richtigstellst, und entschuldige: Ich bin ein Programm und verstehe manches falsch. Das Team liest jetzt, dass du das sagst. Wenn ich deinetwegen nie ein Team alarmieren soll, sag „alerts off“.
crisis-soft-off = Gut, das frage ich nicht mehr. „help now“ geht jederzeit, und „offers on“ bringt es zurück.
crisis-gone = Das ist eine Weile her. Das hier hilft jederzeit:
form-crisis-show = Dem Team zeigen
form-crisis-show-words = Was darf das Team lesen?
    .hint = Füg ein, was du schriebst, oder sag es neu. Es geht gleich ans Team, ich behalte nichts davon.
crisis-shown = Das habe ich dem Team von { $team } gegeben und nichts davon behalten. Noch hat niemand geantwortet, warte also bitte nicht darauf.
crisis-shown-nobody = Gerade gibt es kein Team, dem ich es zeigen könnte. Niemand hat es gelesen, und ich habe nichts davon behalten.

command-alerts = Ob ein Team alarmiert wird, wenn du in Gefahr scheinst
    .example = alerts off
    .name = alarme
argument-wanted = on oder off
alerts-on = Wenn du in Gefahr scheinst, antworte ich dir privat und alarmiere das Team. „alerts off“ beendet das.
alerts-off = Ich alarmiere deinetwegen niemanden mehr. Wenn du in Gefahr scheinst, antworte ich dir weiterhin privat. „alerts on“ bringt es zurück.
command-offers = Ob ich frage, ob ein Mensch helfen würde, wenn es dir nicht gut zu gehen scheint
    .example = offers off
    .name = angebote
offers-on = Gern. Wenn es dir nicht gut zu gehen scheint, frage ich höchstens einmal am Tag, ob ein Mensch helfen würde.

watched-rooms = In diesen Räumen liest ein Programm mit und achtet auf Zeichen, dass jemand in Gefahr ist. Dann schreibt es der Person privat und alarmiert vielleicht das Team. Was dort gesagt wird, wird nicht gespeichert:
watched-notice = In diesem Raum liest ein Programm mit und achtet auf Zeichen, dass jemand in Gefahr ist. Dann schreibt es der Person privat, mit Hilfetelefonen, und alarmiert vielleicht das Team von { $team }. Nichts, was hier gesagt wird, wird gespeichert. „alerts off“ in einer Nachricht an mich beendet das Alarmieren deinetwegen.
watched-not-here = In diesem Raum lese ich nicht mit, also gibt es nichts darüber zu sagen.
command-watched-notice = Hier bekannt geben, dass ich mitlese
    .example = watched notice
    .name = aushang
