### Awaiting native review.
### Siehe en/members.ftl. Befehle in Anführungszeichen bleiben englisch, so heißen sie überall.

join-welcome = Hallo, ich bin Handrail. Ich kann dich einmal am Tag, hier unter uns, fragen, wie es dir geht. Einmal antippen genügt; auslassen ist auch in Ordnung.

    Gut zu wissen:
    - Ich bin ein Programm. Ich bin kein Notdienst, und niemand sitzt hinter diesem Chat.
    - Klingt eine Nachricht, als wärst du in Gefahr, antworte ich mit Hilfetelefonen und alarmiere vielleicht das Team deiner Gemeinschaft; nie mit deinen Worten. „alerts off“ beendet das Alarmieren.
    - Ich behalte deine Uhrzeit, deine Zeitzone und das Wort, das du jeden Tag antippst. Das Wort ist verschlüsselt, und die Moderation sieht es nicht.
    - „stop“ beendet alles sofort, „pause“ gibt dir Ruhe.

    Das hier ist für Menschen ab 18.
join-start = Anfangen
    .words = start, los, beitreten
join-again = Wieder anfangen
    .words = start, anfangen
join-adult = Ich bin 18 oder älter: los
    .words = ja, los, 18, ich bin 18 oder älter
join-not-adult = Ich bin jünger
    .words = nein, jünger
join-what-is-kept = Was behältst du?
    .words = about, was behältst du
join-about = Was ich behalte: deine Sprache, deine Zeitzone und deine Uhrzeit; verschlüsselt, welches Konto deines ist und welches Wort du jeden Tag antippst; Notizen, ebenfalls verschlüsselt, nur wenn du es möchtest. Die Daten eines jeden Menschen haben einen eigenen Schlüssel. Werden sie gelöscht, wird dieser Schlüssel vernichtet.

    Wer es sieht: du. Die Leute, die diesen Bot betreiben, kümmern sich um den Rechner und sind gebeten, nicht mitzulesen. Die Moderation sieht nichts davon, außer du zeigst es. Meldet jemand eine Nachricht von dir, liest das Team, was darin steht.

    Gefahr: Ich achte bei allem, was man mir schreibt, auf Zeichen, dass jemand in Gefahr ist, und speichere nichts davon. Finde ich welche, behalte ich, wann es war, wie ernst, welche meiner Regeln es bemerkt hat und was das Team getan hat.

    Wie du es beendest: „stop“. Du kannst später wiederkommen oder auch nicht.

    Auf Discord und in Räumen ohne Verschlüsselung kann die Plattform selbst lesen, was wir schreiben.
join-young = Danke, dass du ehrlich bist. Dieser Ort ist bisher für Erwachsene, und ich habe nichts behalten. Diese Menschen sind für dich da, und mit ihnen zu reden kostet nichts:
join-already = Du bist schon dabei. Was würde dir gerade helfen?
join-back = Schön, dass du wieder da bist. Alles ist noch da, wo du es gelassen hast, und ich frage wieder zu deiner Zeit.

form-join = Deine tägliche Frage
form-join-hour = Um welche Uhrzeit soll ich dich fragen?
    .hint = Zum Beispiel 9:00, halb acht abends oder mittags.
form-join-place = Nach welcher Stadt geht deine Uhr?
    .hint = Etwa Berlin oder Wien. Leer oder „-“: Ich rate und frage nach. Ich behalte nur die Zeitzone.
join-sure = Bei dir ist es jetzt { $now }, stimmt das? Dann frage ich dich jeden Tag um { $hour }.
join-sure-yes = Ja, frag mich um diese Zeit
    .words = ja, j, stimmt, genau, ok
join-sure-change = Etwas ändern
    .words = nein, ändern
join-done = Du bist dabei. Deine erste Frage: { $first }. Bis dahin geht es hier überall hin:

place-which = Welcher Ort ist deiner?
place-option = { $city }, { $country } (jetzt { $now })
place-changed = Erledigt. Bei dir ist es jetzt { $now }. Deine Uhrzeiten bleiben, wie sie sind, nur nach der neuen Uhr.

stopped = Ich höre auf und schreibe dir nicht mehr. Was dir gehört, bleibt sicher und ungelesen; „start“ bringt alles zurück. Pass auf dich auf.
stopped-nothing = Es gibt nichts zu beenden: Ich behalte nichts über dich und schreibe nur, wenn du mir schreibst.
stopped-here = Für { $community } höre ich auf. Deine tägliche Frage geht weiter; „stop“ allein beendet auch sie.
paused = Ich mache Pause. Am { $until } frage ich wieder, nicht vorher.
paused-open = Ich mache Pause und frage erst wieder, wenn du „resume“ sagst.
resumed = Gern. Ich frage wieder zu deiner Zeit.
language-changed = Gern. Ab jetzt spreche ich Deutsch mit dir.
language-unknown = Diese Sprache spreche ich noch nicht. Ich kann: { $names }.

help-intro = Das verstehe ich:
help-outro = Knöpfe tun dasselbe. „help stop“ erzählt mehr über eines davon.
talk-not-yet = Ich kann dich von hier aus noch nicht mit einem Menschen verbinden. Gibt es jemanden, dem du vertraust und schreiben könntest? „Hilfe jetzt“ zeigt dir Menschen, die zuhören, viele davon Tag und Nacht.

command-start = Mitmachen oder wiederkommen
    .example = start
    .name = anfangen
    .words = anfangen, loslegen, beitreten, mitmachen
command-stop = Alles sofort beenden; du kannst wiederkommen
    .example = stop
    .name = aufhören
    .words = stopp, aufhören, hör auf, abmelden, alles beenden, lass mich in ruhe
command-pause = Ruhe bis zu einem Tag, den du nennst
    .example = pause bis Freitag
    .name = pause
command-resume = Nach einer Pause weitermachen
    .example = resume
    .name = weiter
    .words = weiter, weitermachen, fortsetzen
command-place = Nach der Uhr eines anderen Ortes leben
    .example = place Berlin
    .name = ort
    .words = ort, zeitzone
command-language = Aussuchen, welche Sprache ich mit dir spreche
    .example = language Deutsch
    .name = sprache
    .words = sprache
command-about = Was ich behalte und wer es sieht
    .example = about
    .name = info
command-help = Was ich verstehe
    .example = help
    .name = hilfe
    .words = hilfe, menü, befehle
command-talk = Mit jemandem reden
    .example = talk
    .name = reden
    .name = treffen
argument-what = everything (alles) oder here (nur hier)
argument-until = ein Tag, etwa Freitag oder 4. Dezember
argument-where = eine Stadt oder ein Ort
argument-name = der Name der Sprache

# In `help`: one line for several commands. $example (text): a line to copy.
group-checkin = deine tägliche Frage
help-example = Zum Beispiel: { $example }
argument-about = ein Wort von mir, über das du mehr wissen willst
# A message for everybody in a room, posted by a moderator.
join-invitation = Hallo, ich bin Handrail, ein Programm. Wenn du magst, frage ich dich einmal am Tag unter vier Augen, wie es dir geht; ein Tippen genügt, und niemand hier sieht es. „Anfangen“ führt zu einer Direktnachricht, „Hilfe jetzt“ zeigt Hilfetelefone.
command-welcome = Hier eine Nachricht zeigen, mit der man anfangen kann
    .example = welcome
    .name = willkommen
# The platform lets no direct message of ours through; said where they joined, in private.
join-closed = Ich kann dir nicht privat schreiben: Deine Direktnachrichten sind für mich geschlossen. Magst du sie für Mitglieder dieses Servers öffnen und dann noch einmal den Knopf drücken? Bis dahin behalte ich nichts.
