### Awaiting native review.
### Eine Gemeinschaft vom Chat aus einrichten. Gelesen von denen, die sie leiten; was Mitglieder
### lesen, ist vermerkt.

# In "help": worum es bei einer Gruppe von Befehlen geht.
group-community = diese Gemeinschaft einrichten (die sie leiten)
command-community-setup = Diese Gemeinschaft Schritt für Schritt einrichten
    .example = community setup
command-community-show = Was für diese Gemeinschaft eingestellt ist, und woher es kommt
    .example = community show
command-community-set = Eine Einstellung dieser Gemeinschaft ändern
    .example = community set staff_room here
command-check-permissions = Welche Rechte mir in welchem Raum fehlen, und wie ich sie bekomme
    .example = check permissions
command-rehearse = Dem Team zeigen, wie Frage, Erinnerung und Alarm aussehen; als Probe markiert
    .example = rehearse
argument-setting = Welche Einstellung, etwa staff_room
argument-becomes = Was gelten soll; "here" für diesen Raum, "none" oder "default"

form-setup-rooms = Räume
form-setup-rooms-words = Welcher Raum, welche Räume?
    .hint = #Erwähnung, Link oder Id; mehrere mit Leerzeichen; "here" oder "none"
form-setup-country = Land
form-setup-country-words = Welches Land?
    .hint = DE, Österreich, … oder "none"
form-setup-zone = Zeitzone
form-setup-zone-words = Welche Stadt oder Zeitzone?
    .hint = Berlin oder Europe/Berlin
form-setup-moderators = Moderation
form-setup-moderators-words = Welche Rollen, welche Machtstufe?
    .hint = Auf Discord @Rollen oder Ids; auf Matrix eine Stufe von 1 bis 50; oder "none"

community-key-name = Name
community-key-staff-room = Teamraum
community-key-watched = Mitgelesene Räume
community-key-language = Sprache
community-key-country = Land
community-key-time-zone = Zeitzone
community-key-features = Was Mitglieder hier finden
community-key-moderators = Weitere Moderation
community-key-checkin-delivery = Wo täglich gefragt wird
community-key-checkin-room = Raum für die tägliche Frage
community-key-checkin-hour = Uhrzeit des täglichen Beitrags
community-key-quiet-hours = Ruhezeit für Mitglieder ohne eigene
community-key-buddy-room = Raum für Buddy-Gespräche
community-key-milestones = Meilensteine, nach denen ich frage
community-key-milestone-room = Raum für geteilte Meilensteine
community-key-milestone-chips = Rollen für Meilensteine
community-key-soft-offers = Leise Angebote in mitgelesenen Räumen
community-key-meetings-as-events = Treffen unter den Events auf Discord
community-feature-checkins = tägliche Fragen
community-feature-buddies = Buddys
community-feature-meetings = Treffen

# $name (text): der Gemeinschaft.
community-shown = Das gilt für { $name }. Zum Ändern: **community set** und das Wort in Klammern.
# $label, $key, $value, $source (texts).
community-line = { $label } ({ $key }): { $value } · { $source }
community-source-chat = im Chat eingestellt
community-source-file = aus der Konfiguration
community-source-default = wie mitgebracht
community-source-locked = festgelegt von denen, die diesen Bot betreiben
community-none = nichts
# In place of a list of milestones.
community-milestones-usual = die üblichen (24 Stunden, eine Woche, 30, 60 und 90 Tage, Monate, Jahre)
community-not-reached = (noch nicht erreicht, darum nutze ich ihn nicht)
community-on = an
community-off = aus
community-lines-no-country = Hilfetelefone: kein Land ist eingestellt, darum frage ich Mitglieder nach ihrem
# $count (number).
community-lines-state = { $count ->
    [0] Hilfetelefone, die Mitglieder sehen: geprüft
    [one] Hilfetelefone, die Mitglieder sehen: eines ist noch nicht geprüft ("lines check")
   *[other] Hilfetelefone, die Mitglieder sehen: { $count } sind noch nicht geprüft ("lines check")
}

# $key, $value (texts).
community-set = { $key }: { $value }. Das gilt ab jetzt.
community-about-staff = Ich schreibe jetzt eine Testnachricht dorthin. Kommt sie nicht an, sage ich dir, warum, und was hilft. Bis dahin nutze ich einen neuen Raum nicht.
community-about-watched = Offen gesagt: In mitgelesenen Räumen lese ich jede Nachricht, nur im Arbeitsspeicher, um zu merken, wenn jemand in Gefahr sein könnte. Nichts davon wird gespeichert. Bitte sag es den Mitgliedern. Es beginnt, sobald jemand im Dienst ist ("duty on") und eine Übung geklappt hat ("crisis drill").
# $key, $value (texts).
community-locked = Wer diesen Bot betreibt, hat { $key } in der Konfiguration festgelegt: { $value }. Von hier aus lässt sich das nicht ändern; bitte frag dort nach.
community-not-here = Ich kann hier nicht sehen, dass du eine Gemeinschaft leitest. Bitte sag **community setup** in einem ihrer Räume, dort sagt mir die Plattform, wer du bist; danach können wir hier weitermachen.
community-unclear-room = Ich konnte keinen Raum erkennen. Eine Erwähnung (#Raum), ein Link oder die Id geht; oder sag **community set staff_room here** im Raum selbst.
# $most (number).
community-too-many = { $most ->
    [one] Hier passt ein Raum. Bitte nenn nur einen.
   *[other] Hier passen höchstens { $most } Räume.
}
# $languages (text).
community-unclear-language = Ich spreche { $languages }. Bitte wähl davon eine.
community-unclear-country = Dieses Land kenne ich nicht. Sein Name oder seine zwei Buchstaben gehen: "Deutschland" oder "DE".
community-unclear-zone = Ich brauche einen Ort: eine Stadt ("Berlin") oder eine Zeitzone ("Europe/Berlin").
# $longest (number).
community-unclear-name = Ein Name hat 1 bis { $longest } Zeichen.
# $features (text).
community-unclear-features = Bitte zähl auf, was Mitglieder finden sollen: { $features }; oder "all", oder "none". Hilfe in der Krise ist immer da.
community-unclear-moderators = Auf Discord erwähnst du die Rollen oder nennst ihre Ids. Auf Matrix eine Machtstufe von 1 bis 50. Oder "none".
community-unclear-delivery = Das kann "dm" sein (Direktnachrichten), "channel" (ein Beitrag am Tag) oder "thread" (ein privater Thread).
community-unclear-milestones = Bitte so aufzählen: "24h 1w 30d 6m 1y years" (Stunden, Wochen, Tage, Monate, Jahre); "years" heißt jedes Jahr. Mit "none" gelten wieder die üblichen.
community-unclear-chips = Bitte einen Meilenstein und eine Discord-Rolle dafür schreiben, etwa "30d=@30-tage", mehrere mit Leerzeichen dazwischen; oder "none".
community-unclear-switch = Das kann "on" oder "off" sein.
community-needs-room = Erst brauche ich den Raum dafür: **community set checkin_room** und der Raum.

community-test = Ein Test, nichts zu tun: Dieser Raum wurde als der Ort genannt, an dem ich dem Team sage, wenn jemand einen Menschen brauchen könnte. Da ihr das lesen könnt, klappt es.
# $tried (number).
community-checking = { $tried ->
    [0] Hier sind noch keine Räume eingestellt, es gibt also nichts nachzusehen. **community setup** beginnt damit.
   *[other] Ich sehe jeden Raum an und schreibe eine Testnachricht in den Teamraum. Was ich finde, kommt als private Nachricht.
}
community-rooms-fine = Ich habe jeden eingestellten Raum angesehen: Ich habe dort alle Rechte, die ich brauche, und der Teamraum hat seine Testnachricht.
community-rooms-wrong = Einige Räume brauchen deine Hand:
# $key, $room (texts).
community-room-gone = { $key }, { $room }: { $discord ->
    [1] Ich sehe diesen Kanal nicht. Füg in seinen Einstellungen unter Berechtigungen meine Rolle hinzu und erlaub Kanal ansehen und Nachrichten senden; sag dann "check permissions".
   *[other] Ich bin nicht in diesem Raum. Bitte lad mich dorthin ein; sag dann "check permissions".
}
community-room-elsewhere = { $key }, { $room }: { $discord ->
    [1] Dieser Kanal gehört zu einem anderen Server, darum nutze ich ihn nicht und habe ihn losgelassen.
   *[other] Du bist selbst nicht in diesem Raum, darum nutze ich ihn nicht und habe ihn losgelassen. Tritt ihm bei, oder sag "community set" mit "here" im Raum.
}
community-room-silent = { $key }, { $room }: { $discord ->
    [1] Meine Testnachricht kam nicht an. Erlaub meiner Rolle in den Einstellungen des Kanals unter Berechtigungen Nachrichten senden; sag dann "check permissions".
   *[other] Meine Testnachricht kam nicht an. Bitte gib mir eine Machtstufe, die dort schreiben darf; sag dann "check permissions".
}
# $rights (text).
community-room-rights = { $key }, { $room }: { $discord ->
    [1] Mir fehlt: { $rights }. Erlaub es meiner Rolle in den Einstellungen des Kanals unter Berechtigungen; sag dann "check permissions".
   *[other] Mir fehlt: { $rights }. Erhöh in den Einstellungen des Raums unter Rollen und Berechtigungen meine Machtstufe; sag dann "check permissions".
}
right-discord-see = Kanal ansehen
right-discord-write = Nachrichten senden
right-discord-history = Nachrichtenverlauf anzeigen
right-discord-threads = Private Threads erstellen und Nachrichten in Threads senden
right-matrix-see = das Recht zu lesen
right-matrix-write = das Recht, Nachrichten zu senden
right-matrix-history = das Recht zu lesen, was vorher gesagt wurde
right-matrix-threads = das Recht, Threads zu öffnen

# $name (text).
community-welcome = Hallo, und danke, dass du mich zu { $name } geholt hast. Ich bin ein Programm, mit dem Menschen aufeinander achten: tägliche Fragen, Buddys, Treffen, und Hilfetelefone in der Krise.

    Vorher brauche ich ein paar Dinge von dir, vor allem einen Raum, in dem ich deinem Team sagen kann, wenn jemand einen Menschen brauchen könnte. Es dauert etwa fünf Minuten, jeder Schritt lässt sich auslassen, und Mitglieder bekommen vorher nichts.
community-setup-button = Einrichten
community-no-name = eurer Gemeinschaft

# $name (text).
setup-begin = **{ $name } einrichten.** Jede Antwort gilt sofort; du kannst jeden Schritt auslassen und später zurückkommen.
# $number, $count (numbers).
setup-step-staff-room = **{ $number } von { $count }: der Teamraum.** Wo darf ich deinem Team sagen, wenn jemand einen Menschen brauchen könnte? Am besten ein Raum, den nur das Team liest.
setup-step-watched = **{ $number } von { $count }: mitgelesene Räume.** In Räumen, die du nennst, lese ich jede Nachricht, um zu merken, wenn jemand in Gefahr sein könnte: nur im Arbeitsspeicher, nichts wird gespeichert, und ich antworte privat. Bitte sag es den Mitgliedern. Ohne solche Räume antworte ich nur denen, die mir schreiben.
setup-step-language = **{ $number } von { $count }: Sprache.** Was spreche ich, wo ich von jemandem nichts weiß?
setup-step-country = **{ $number } von { $count }: Land.** Wessen Hilfetelefone zeige ich, wo ich das Land von jemandem nicht kenne?
setup-step-time-zone = **{ $number } von { $count }: Zeitzone.** Nach wessen Uhr richten sich Treffen hier?
setup-step-features = **{ $number } von { $count }: was Mitglieder hier finden.** Hilfe in der Krise ist immer da; das Übrige liegt bei dir.
setup-step-moderators = **{ $number } von { $count }: Moderation.** Wer nach den Rechten der Plattform moderiert, tut es auch hier. Gibt es weitere? Auf Discord nenn Rollen, auf Matrix eine Machtstufe von 1 bis 50.
setup-step-help-lines = **{ $number } von { $count }: Hilfetelefone.** Bitte prüf diese selbst: Jemand wird sie in einer schlimmen Nacht anrufen.
# $value (text).
setup-now = Zurzeit: { $value }.
setup-here = Dieser Raum
    .words = hier, dieser raum
setup-write = Aufschreiben
    .words = schreiben
setup-none = Keine
    .words = keine
setup-with-checkins = Tägliche Fragen einschalten
setup-with-buddies = Buddys einschalten
setup-with-meetings = Treffen einschalten
setup-without-checkins = Ohne tägliche Fragen
setup-without-buddies = Ohne Buddys
setup-without-meetings = Ohne Treffen
setup-checked = Geprüft: sie stimmen
    .words = geprüft
setup-later = Noch nicht
    .words = noch nicht, später
setup-next = Weiter
    .words = weiter
setup-back = Zurück
    .words = zurück
setup-stop = Fürs Erste genug
    .words = genug
setup-stopped = In Ordnung. Was du gewählt hast, bleibt; **community setup** beginnt jederzeit von vorn.
# $name (text).
setup-done = **{ $name } ist eingerichtet.** Das gilt jetzt; **community set** ändert eine Sache, **community setup** geht alles noch einmal durch.
# $tried (number).
setup-tried = { $tried ->
    [0] Noch ist kein Teamraum eingestellt: Bis dahin erfährt niemand aus deinem Team, wenn jemand einen Menschen braucht.
   *[other] Ich schreibe jetzt eine Testnachricht in den Teamraum und sage dir privat, ob alles klappt. Danach: **duty on** für alle, die Alarme beantworten, und **crisis drill** zum Ausprobieren.
}

# $what (text).
community-not-used = Diese Gemeinschaft kommt ohne { $what } aus. Das hier ist für dich da:

rehearse-mark = Probe
rehearse-checkin = **Probe: niemand wird gefragt.** Ein Mitglied liest das einmal am Tag:
rehearse-reminder = **Probe: kein Treffen beginnt.** Wer um eine Erinnerung gebeten hat, liest das:

    Deine Erinnerung. "Abendgruppe" beginnt in einer halben Stunde.
rehearse-alert = **Probe: niemand ist in Gefahr.** So liest dieser Raum einen Alarm; ein echter beginnt nicht mit "Probe":
rehearse-pressed = Probe: Nichts wurde festgehalten, niemand hat etwas erfahren. Der echte Knopf tut seine Arbeit.
rehearse-begun = Probe: Ich habe eine tägliche Frage, eine Erinnerung und einen Alarm in den Teamraum geschrieben, jeweils als Probe markiert. Niemand wird gerufen. "crisis drill" probiert den ganzen Weg, auch die Pager.
rehearse-no-room = Hier gibt es keinen Teamraum, in den ich schreiben kann, also keinen Ort für eine Probe. **community set staff_room here** nennt einen.
