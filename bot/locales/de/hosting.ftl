# Siehe en/hosting.ftl. Awaiting native review.

hosting-opens-soon = { $minutes ->
    [one] **{ $name }** beginnt in einer Minute.
   *[other] **{ $name }** beginnt in { $minutes } Minuten.
}
hosting-closes-soon = { $minutes ->
    [one] Noch eine Minute. Wer gerade spricht, kann sie nehmen, um zu Ende zu kommen.
   *[other] Noch { $minutes } Minuten. Für ein Wort ist noch Zeit.
}
hosting-off = **{ $name }** beginnt jetzt doch nicht. „meetings“ zeigt, wann es ist.
hosting-open = { $has ->
    [1] **{ $name }** ist offen. Heute: { $topic }.
   *[other] **{ $name }** ist offen.
    }

    Wer sprechen möchte, hebt die Hand: **!** schreiben oder den Knopf drücken. „fertig“ gibt das Wort weiter. Nur zuhören ist auch in Ordnung.
hosting-raise = Hand heben
hosting-done = Fertig
hosting-done-words = fertig, bin fertig, ich bin fertig
hosting-closed = { $closes ->
    [1] **{ $name }** ist zu Ende, und der Raum schließt. Danke euch allen, dass ihr da wart.
   *[other] **{ $name }** ist zu Ende. Danke euch allen, dass ihr da wart.
}
hosting-closed-late = { $closes ->
    [1] **{ $name }** hätte schon vor einer Weile enden sollen; ich war weg, entschuldigt. Der Raum schließt jetzt.
   *[other] **{ $name }** hätte schon vor einer Weile enden sollen; ich war weg, entschuldigt.
}
hosting-share-time = { $minutes ->
    [one] Das ist etwa eine Minute. Komm in Ruhe zu Ende.
   *[other] Das sind etwa { $minutes } Minuten. Komm in Ruhe zu Ende.
}
hosting-floor-yours = das Wort gehört dir. „fertig“, wenn du gesagt hast, was du wolltest.
hosting-floor-free = Das Wort ist frei. Schreib **!**, wenn du es möchtest.
hosting-extended = { $minutes ->
    [one] Wir machen eine Minute länger.
   *[other] Wir machen { $minutes } Minuten länger.
}
hosting-topic-now = Unser Thema: { $topic }.
hosting-welcome = { $has ->
    [1] Willkommen, schön, dass du da bist. Wir sprechen über { $topic }. Zuhören genügt; schreib **!**, wenn du sprechen möchtest.
   *[other] Willkommen, schön, dass du da bist. Zuhören genügt; schreib **!**, wenn du sprechen möchtest.
}
hosting-late = { $has ->
    [1] Schön, dass du kommst. { $name } hat begonnen; es geht um { $topic }. Zuhören genügt; schreib im Raum !, wenn du sprechen möchtest.
   *[other] Schön, dass du kommst. { $name } hat begonnen. Zuhören genügt; schreib im Raum !, wenn du sprechen möchtest.
}
hosting-milestones = Meilensteine. Wenn der Raum von einem wissen soll, drück darauf: Alle sehen deinen Namen dabei. Jeder Tag zählt, und Wiederkommen auch.
hosting-milestone-day = Ein Tag
hosting-milestone-week = Eine Woche
hosting-milestone-month = Ein Monat
hosting-milestone-quarter = Drei Monate
hosting-milestone-half = Ein halbes Jahr
hosting-milestone-months9 = Neun Monate
hosting-milestone-year = Ein Jahr
hosting-milestone-years = Mehrere Jahre
hosting-milestone-other = Ein eigener
hosting-milestone-said = { $period }. Schön, dass du hier bist.
hosting-milestone-thanks = Der Raum weiß es. Danke, dass du es teilst.
hosting-hand-up = { $number ->
    [one] Deine Hand ist oben; du kommst als Nächstes.
   *[other] Deine Hand ist oben; du bist Nummer { $number }.
}
hosting-hand-now = Das Wort gehört dir.
hosting-hand-yours = Du hast das Wort. „fertig“ gibt es weiter.
hosting-hand-down = Deine Hand ist unten. Sie kann jederzeit wieder hoch.
hosting-hand-thanks = Danke fürs Teilen.
hosting-not-here = In diesem Raum ist gerade kein Treffen offen.
hosting-opened = { $name } ist offen. Hier gehen „host next“, „host topic“, „host note“, „host extend“ und „host close“.
hosting-open-already = { $name } ist schon offen.
hosting-closing = Es endet jetzt.
hosting-extend-done = { $minutes ->
    [one] Eine Minute mehr.
   *[other] { $minutes } Minuten mehr.
}
hosting-extend-unclear = Wie viele Minuten? Von 1 bis 120, etwa „host extend 10“.
hosting-next-done = Weitergegeben.
hosting-queue-empty = Niemand hat das Wort, und keine Hand ist oben.
hosting-queue-speaks = Spricht:
hosting-queue-waits = Warten:
hosting-topic-set = Der Raum kennt das Thema.
hosting-topic-is = { $has ->
    [1] Das Thema ist: { $topic }.
   *[other] Es gibt kein Thema. „host topic Dankbarkeit“ legt eines fest.
}
hosting-notes = Das lässt sich posten, etwa „host note milestones“:
hosting-note-posted = Gepostet.
hosting-note-unknown = Unter dem Wort ist kein Text hinterlegt. „host note“ zeigt, welche es gibt.
hosting-no-meeting-here = In diesem Raum wird kein Treffen gehalten. Die Moderation kann hier „host room“ mit seinem Namen sagen.
hosting-room-on = { $name } findet in diesem Raum statt. Zu Beginn lasse ich alle schreiben, und danach stelle ich die Rechte genau so wieder her, wie sie waren. Fehlt mir das Recht dazu, erfährt es euer Team innerhalb einer Minute.
hosting-room-closed = { $name } findet in diesem Raum statt, und zwischen den Treffen halte ich ihn geschlossen. „host room“ mit dem Namen und „off“ stellt alles wieder her. Fehlt mir das Recht dazu, erfährt es euer Team innerhalb einer Minute.
hosting-room-off = { $name } findet nicht mehr im Chat statt. Die Rechte des Raums werden wieder, wie sie waren.
hosting-room-where = Bitte sag das in dem Raum, in dem es stattfinden soll; nicht in einem Thread und nicht in Direktnachrichten.
hosting-room-busy = Es ist gerade offen. „host close“ beendet es zuerst.
hosting-not-hosted = Dieses Treffen findet nicht im Chat statt. Sag „host room“ mit seinem Namen in dem Raum, in dem es sein soll.
hosting-set-done = Notiert für { $name }.
hosting-value-unclear = Ich verstehe nicht, was gemeint ist. Etwas wie „share 3“, „greeting off“ oder „topic Dankbarkeit“ geht; „none“ leert es.
hosting-text-behind = Schreib den Text dahinter, in so vielen Absätzen, wie du möchtest.
hosting-role-owners = Eine Rolle verleihen lassen können mich nur die, denen der Server gehört.
hosting-cannot-open = Ich darf nicht ändern, wer im Raum von **{ $name }** schreiben kann; also kann ich ihn weder öffnen noch schließen. Das Treffen findet trotzdem statt, und der Raum bleibt, wie er ist. Auf Discord brauche ich dort „Berechtigungen verwalten“ und „Nachrichten senden“; auf Matrix so viel Macht, wie das Ändern der Berechtigungen verlangt, mindestens 50.
hosting-cannot-close = Ich konnte nicht wiederherstellen, wer im Raum von **{ $name }** schreiben darf. Bitte seht euch seine Berechtigungen an.
hosting-cannot-write = Ich kann im Raum von **{ $name }** nicht schreiben. Bitte erlaubt es mir, damit ich seine Treffen eröffnen kann.
command-host-room = Ein Treffen in diesem Raum halten
    .example = host room Neue
command-host-set = Wie ein Treffen im Chat gehalten wird
    .example = host set Neue share 3
command-host-keep = Einen Text unter einem Wort hinterlegen
    .example = host keep Neue rede Wir sprechen von uns und geben keinen Rat.
command-host-open = Das Treffen dieses Raums jetzt beginnen
    .example = host open
command-host-close = Das Treffen dieses Raums jetzt beenden
    .example = host close
command-host-extend = Das Treffen länger dauern lassen
    .example = host extend 10
command-host-next = Der nächsten Hand das Wort geben
    .example = host next
command-host-queue = Wer spricht und wer wartet
    .example = host queue
command-host-note = Einen Text posten oder die Meilensteine beginnen
    .example = host note milestones
command-host-topic = Sagen, worum es geht
    .example = host topic Dankbarkeit
command-hand = In einem Treffen die Hand heben
    .example = hand
command-hand-down = Die Hand wieder senken
    .example = hand down
command-hand-done = Sagen, dass du fertig gesprochen hast
    .example = hand done
group-hand = in einem Treffen im Chat gehört werden
group-host = Treffen im Chat halten (für Leitende)
argument-between = zwischen Treffen geschlossen, oder aus
argument-between-closed = zwischen Treffen geschlossen
argument-between-off = nicht mehr im Chat
argument-part = was sich ändern soll
argument-part-opening = Text zu Beginn
argument-part-closing = Text zum Ende
argument-part-topic = Thema
argument-part-share = Minuten je Beitrag
argument-part-greeting = Begrüßung
argument-part-role = Rolle für die Leitung
argument-content = der Text oder Wert; „none“ leert es
argument-note = ein Stichwort
argument-minutes = wie viele Minuten
argument-theme = worum es geht
form-hosting-text = Ein Text für das Treffen
form-hosting-text-text = Der Text
    .hint = Eure eigenen Worte. Leer nimmt ihn weg.
