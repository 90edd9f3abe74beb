### Awaiting native review.
### Siehe en/goals.ftl.

goal-add-how = Ein Ziel darf so klein sein, wie du magst, etwa **goal add an zwei Tagen spazieren gehen**. Nur du siehst es, und ich frage höchstens einmal in der Woche danach.
goal-add-button = Ein Ziel hinzufügen
goal-added = Aufgehoben, nur für dich. Am { $day } frage ich, wie es steht; jede Antwort ist recht.
goal-too-many = { $most } auf einmal hebe ich auf, mehr nicht. Was erledigt oder nicht mehr gewünscht ist, macht Platz.
goal-which = Welches deiner Ziele meinst du? Seine Nummer oder seine ersten Worte in „goal list“ genügen.
goal-list = Was du gern tun möchtest. Nur du siehst das. { $done ->
    [0] {""}
    [one] Eines ist schon erledigt.
   *[other] { $done } sind schon erledigt.
}
goal-list-empty = Keine offenen Ziele, und es braucht auch keine. { $done ->
    [0] {""}
    [one] Eines ist erledigt.
   *[other] { $done } sind erledigt.
}
goal-review-day = Ich frage am { $day }.

goal-review = Hallo, heute ist ein Tag, den du dir ausgesucht hast.

    Wie steht es damit? Jede Antwort ist gut.
goal-done = Erledigt
goal-step-done = Der nächste Schritt ist getan
goal-smaller = Ein kleinerer Schritt
goal-keep = Wie es ist
goal-other-day = Ein anderer Tag
goal-changed-mind = Ich habe es mir anders überlegt
goal-beside = Neben der täglichen Frage
goal-apart = Nicht neben der täglichen Frage
goal-is-beside = Es steht jetzt neben deiner täglichen Frage. Nichts wird erwartet.
goal-is-apart = Es steht nicht mehr neben deiner täglichen Frage.
goal-beside-line = Für heute, wenn es passt: { $words }
goal-is-done = Erledigt. Das warst du.
goal-is-let-go = Das ist in Ordnung. Du weißt am besten, was passt.
goal-step-is-done = Notiert: ein Schritt.
goal-kept = Gut. Ich frage am { $day } wieder.
goal-smaller-kept = Ein kleinerer Schritt zählt genauso. Ich frage am { $day }.
goal-remove-sure = Soll ich das mit seinen Schritten entfernen? Zurückholen kann ich es nicht.
goal-remove-yes = Entfernen
goal-remove-no = Behalten
goal-removed = Entfernt.
goal-stays = Es bleibt.

form-goal-new = Ein kleines Ziel
form-goal-new-words = Was möchtest du gern?
    .hint = an zwei Tagen spazieren gehen
form-goal-new-step = Ein erster kleiner Schritt
    .hint = darf leer bleiben: die Schuhe bereitstellen
form-goal-new-review = Wann schauen wir darauf?
    .hint = darf leer bleiben: in einer Woche
form-goal-step = Ein kleinerer Schritt
form-goal-step-words = Welcher Schritt wäre klein genug?
    .hint = fünf Minuten um den Block
form-goal-day = Ein anderer Tag
form-goal-day-review = Wann schauen wir darauf?
    .hint = Freitag, oder in zwei Wochen

group-goal = kleine eigene Ziele
command-goal-add = Ein kleines Ziel aufheben, wenn du eines möchtest
    .example = goal add an zwei Tagen spazieren gehen
command-goal-list = Deine Ziele ansehen
    .example = goal list
    .words = meine ziele
command-goal-done = Sagen, dass ein Ziel erledigt ist
    .example = goal done 1
command-goal-remove = Ein Ziel entfernen
    .example = goal remove 1
argument-goal = deine Worte, oder die Nummer eines Ziels
