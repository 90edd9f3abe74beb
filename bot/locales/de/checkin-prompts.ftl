### Awaiting native review.
### Siehe en/checkin-prompts.ftl.

checkin-prompts-day-1 = Wenn du magst: Was könnte den Tag heute ein wenig leichter machen?
checkin-prompts-day-2 = Wenn du magst: Wer oder was tat dir in letzter Zeit gut?
checkin-prompts-day-3 = Wenn du magst: Was wünscht sich dein Körper heute?
checkin-prompts-day-4 = Wenn du magst: Was wäre genug für heute?
checkin-prompts-day-5 = Wenn du magst: Was geht dir heute als Erstes durch den Kopf?
checkin-prompts-day-6 = Wenn du magst: Welche kleine Sache ist gut so, wie sie ist?
checkin-prompts-day-7 = Wenn du magst: Welcher Ort fühlt sich sicher an, auch nur in Gedanken?
checkin-prompts-day-8 = Wenn du magst: Was würdest du jemandem sagen, der einen Tag wie deinen hat?
checkin-prompts-day-9 = Wenn du magst: Was kann bis morgen warten?
checkin-prompts-day-10 = Wenn du magst: Welcher Klang, Geruch oder welches Lied tut dir gut?
checkin-prompts-day-11 = Wenn du magst: Wovon brauchst du heute mehr, wovon weniger?
checkin-prompts-day-12 = Wenn du magst: Wem könntest du heute Hallo sagen?
checkin-prompts-day-13 = Wenn du magst: Was hat dir früher durch einen schweren Tag geholfen?
checkin-prompts-day-14 = Wenn du magst: Was ist dir heute aufgefallen, das sonst niemand gesehen hat?

checkin-prompts-week-1 = Die Woche in einer Zeile, wenn du magst: Was bleibt dir?
checkin-prompts-week-2 = Die Woche in einer Zeile, wenn du magst: Was hat dich getragen?
checkin-prompts-week-3 = Die Woche in einer Zeile, wenn du magst: Was war schwerer, als es aussah?
checkin-prompts-week-4 = Die Woche in einer Zeile, wenn du magst: Wer war gut zu dir, und warst du selbst dabei?
checkin-prompts-week-5 = Die Woche in einer Zeile, wenn du magst: Was möchtest du in die nächste mitnehmen?
checkin-prompts-week-6 = Die Woche in einer Zeile, wenn du magst: Was kannst du jetzt ablegen?

checkin-prompts-morning-1 = Für heute, wenn du magst: Über welche kleine Sache wärst du heute Abend froh?
checkin-prompts-morning-2 = Für heute, wenn du magst: Womit gehst du behutsam um?
checkin-prompts-morning-3 = Für heute, wenn du magst: Wann könntest du zehn ruhige Minuten haben?
checkin-prompts-morning-4 = Für heute, wenn du magst: Auf wen könntest du dich stützen, falls nötig?
checkin-prompts-morning-5 = Für heute, wenn du magst: Was ist der erste kleine Schritt?
checkin-prompts-morning-6 = Für heute, wenn du magst: Was darf liegen bleiben?
checkin-prompts-morning-7 = Für heute, wenn du magst: Was hilft, wenn es schwer wird?

checkin-prompts-evening-1 = Was war heute eine gute Minute, wie kurz auch immer?
checkin-prompts-evening-2 = Was hat heute geholfen, auch nur ein wenig?
checkin-prompts-evening-3 = Was war schwer und darf bis morgen ruhen?
checkin-prompts-evening-4 = Wer ist dir heute begegnet?
checkin-prompts-evening-5 = Was hat dich heute überrascht?
checkin-prompts-evening-6 = Was würde dir heute Nacht helfen, zur Ruhe zu kommen?
checkin-prompts-evening-7 = Was möchtest du von heute behalten?

prompts-added = Aufgehoben als Nummer { $number }, auf: { $languages }. Wer eine andere Sprache liest, bekommt stattdessen eine von mir.
prompts-add-language = Auf { $spoken } ergänzen
prompts-scheduled = Nummer { $number } kommt: { $when }.
prompts-retired = Nummer { $number } kommt nicht mehr. „prompts schedule { $number } jeden Tag“ holt sie zurück.
prompts-none = Ihr habt noch keine eigenen; Mitglieder bekommen meine. „prompts add day Was half zuletzt?“ fügt eine hinzu.
prompts-list = Eure eigenen Fragen:
prompts-resting = ruht
prompts-preview = Was ein Mitglied bekommen kann, das { $spoken } liest; die Reihenfolge ist bei jedem Mitglied eine eigene:
prompts-ours = eine von mir
prompts-or-others = { $count ->
    [one] (oder eine andere)
   *[other] (oder eine von { $count } anderen)
}
prompts-no-community = Bitte sag das in einem Raum eurer Gemeinschaft.
prompts-no-such = Unter dieser Nummer gibt es keine Frage. „prompts list“ zeigt sie alle.
prompts-too-many = Es sind schon { $most } Fragen, mehr hebe ich nicht auf.
form-prompt-words = Dasselbe in einer anderen Sprache
form-prompt-words-words = Die Worte, wie Mitglieder sie lesen
    .hint = Kurz, offen, und ohne Antwort auch gut.

group-prompts = eigene kleine Fragen eurer Gemeinschaft (das Team)
command-prompts-add = Eine eigene Frage eurer Gemeinschaft hinzufügen
    .example = prompts add day „Was half zuletzt?“
    .name = hinzufügen
command-prompts-schedule = Wählen, an welchen Tagen eine Frage kommt
    .example = prompts schedule 3 Mo, Mi
    .name = planen
command-prompts-retire = Eine Frage ruhen lassen
    .example = prompts retire 3
    .name = ruhen
command-prompts-list = Die Fragen eurer Gemeinschaft zeigen
    .example = prompts list
    .name = liste
command-prompts-preview = Sehen, was Mitglieder in den nächsten Tagen bekommen
    .example = prompts preview
    .name = vorschau
argument-slot = day, week, morning oder evening
argument-slot-day = jeder Tag
argument-slot-week = Ende der Woche
argument-slot-morning = Morgen
argument-slot-evening = Abend
argument-when = Tage, etwa Mo, Mi, oder ein Tag, etwa 24. Dezember

group-post-thread = Guten Tag zusammen. Wie geht es heute?

    Wer mag, schreibt ein Wort oder eine Zeile in den Thread hier drunter. Was dort steht, können alle hier lesen; eine private Antwort geht in deinen Direktnachrichten mit mir.
group-post-poll = Guten Tag zusammen. Welches Wort passt heute am besten?

    Wie oft welches Wort gewählt wurde, sehen alle hier, auf manchen Plattformen auch, von wem. Zu deinen eigenen Tagen kommt es nicht.
group-thread = Hier bleibt es beisammen. Mitlesen ist auch in Ordnung.
group-opens = Hier öffnet sich jeden Tag eine gemeinsame Frage, das erste Mal: { $first }. Antworten dort sind öffentlich, und der Beitrag sagt es. „checkin group off“ beendet es.
group-ended = Hier öffnet sich keine gemeinsame Frage mehr.
group-no-room = Bitte sag das in dem Raum, in dem sie sich öffnen soll.
command-checkin-group = Jeden Tag eine gemeinsame Frage in diesem Raum
    .example = checkin group thread 9:30
    .name = gemeinsam
argument-style = thread, poll oder off
argument-style-thread = ein Thread zum Schreiben
argument-style-poll = eine Umfrage mit fünf Wörtern
