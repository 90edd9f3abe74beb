### Die Seite, auf der jemand Handrail als beliebiges Mitglied einer Beispielgemeinschaft ausprobiert.
### Awaiting native review.

playground-title = Handrail: Spielwiese
playground-tag = Spielwiese
playground-note = Eine Vorführung auf diesem Rechner; sonst ist niemand hier.
playground-no-script = Diese Seite braucht JavaScript. Bitte schalte es für sie ein und lade sie neu.
playground-wrong-host = Diese Seite antwortet nur auf diesem Rechner oder unter einem Namen, der in ihrer Konfiguration steht.
playground-skip = Zu den Nachrichten springen
playground-menu = Personen, Räume und Uhr
playground-language = Sprache
playground-people = Du bist
playground-role-moderator = Moderation
playground-new-for = etwas Neues für { $name }

playground-rooms = Räume
playground-list-channels = Kanäle
playground-list-direct = Direktnachrichten
playground-list-private = Private Räume
playground-count = { $count } neu
playground-room-welcome = willkommen
playground-room-general = allgemein
playground-room-staff = team
playground-room-direct = Handrail
playground-room-private = privater Raum
playground-topic-welcome = Hier kommen alle an
playground-topic-general = Für alles und nichts
playground-topic-staff = Hier liest nur das Team mit
playground-topic-direct = Zwischen dir und dem Bot
playground-topic-private = Hier lesen nur die Eingeladenen mit
playground-room-closed = Dieser Raum ist geschlossen. Was gesagt wurde, bleibt lesbar.

playground-bot = Handrail
playground-bot-mark = Programm
playground-messages = Nachrichten in { $room }
playground-only-you = Nur du siehst das
playground-edited = bearbeitet
playground-in-answer-to = Antwort auf:
playground-download = { $name } herunterladen
playground-empty-direct = Hier ist noch nichts. Sag Hallo oder nimm einen Knopf unten.
playground-empty-room = Hier wurde noch nichts gesagt.

playground-card-title = Willkommen
playground-card-text = Handrail ist ein Programm an deiner Seite: auf Wunsch fragt es täglich, wie es dir geht, es führt zu einem Menschen, zu Treffen und jederzeit zu Hilfetelefonen. Alles beginnt bei dir, und alles lässt sich anhalten.
playground-card-call = Was du antwortest, steht in deinen Direktnachrichten mit Handrail.
playground-start = Anfangen

playground-quick = Wohin
playground-quick-checkin = Wie es mir geht
playground-quick-talk = Mit jemandem reden
playground-quick-meetings = Treffen
playground-quick-help = Hilfe jetzt

playground-write = In { $room } schreiben
playground-write-hint = Schreib etwas, oder / für Befehle
playground-send = Senden
playground-suggestions = { $count } Befehle; mit den Pfeiltasten wählen

playground-clock = Uhr der Vorführung
playground-clock-hour = + 1 Stunde
playground-clock-evening = Heute { $time }
playground-clock-tomorrow = Morgen { $time }
playground-clock-at = Andere Zeit
playground-clock-go = Los
playground-clock-note = Sie geht nur vorwärts. Was fällig wird, kommt sofort.
playground-clock-is = Es ist jetzt { $time }.

playground-form-optional = freiwillig
playground-form-send = Senden
playground-form-cancel = Abbrechen
playground-form-close = Schließen
playground-form-counter = { $count } von { $longest } Zeichen
playground-form-too-long = Das sind mehr als { $longest } Zeichen. Bitte kürze es ein wenig.
playground-form-missing = Bitte fülle das aus.
playground-form-place-now = Dort ist es { $time }.

playground-connecting = Verbinde …
playground-offline = Handrail antwortet gerade nicht. Ich versuche es weiter; was du schreibst, bleibt bis dahin hier.

playground-problem-room = Dort kannst du gerade nicht schreiben.
playground-problem-button = Diesen Knopf gibt es nicht mehr.
playground-problem-form = Dieses Formular gibt es nicht mehr.
playground-problem-too-long = Das ist zu lang für eine Nachricht. Bitte teile es auf.
playground-problem-backwards = Die Uhr geht nur vorwärts.
playground-problem-too-far = Das ist mehr als ein Jahr voraus. Bitte in kleineren Schritten.
playground-problem-ours = Bei uns ist etwas schiefgegangen. Bitte versuch es noch einmal.
