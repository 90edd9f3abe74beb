### Awaiting native review.
### Communities that leave or are left, and members who are put to rest. Read by owners and the team.

command-community-export = Eine Datei mit Einstellungen, Treffen und Zahlen dieser Gemeinschaft
    .example = community export
command-community-remove = Diese Gemeinschaft und alles über sie entfernen
    .example = community remove
command-community-keep = Diese Gemeinschaft doch behalten
    .example = community keep
command-member-rest = Einem Mitglied nichts mehr senden, das ausgeschlossen wurde oder gestorben ist
    .example = member rest @robin
command-member-wake = Mit einem Mitglied weitermachen, das ruhte
    .example = member wake @robin
argument-phrase = Die Worte, um die ich bitte
argument-resting = Das Konto

leaving-no-community = Bitte schreib das in einem Raum der Gemeinschaft, um die es geht.

leaving-exported =
    Hier ist die Gemeinschaft als Datei: ihre Einstellungen, ihre Treffen und wie viele Menschen es sind.

    Von keinem Mitglied steht etwas darin: keine Namen und nichts, was jemand gesagt hat.
leaving-export-file = Einstellungen und Treffen der Gemeinschaft, als JSON

leaving-phrase = entferne { $name }
leaving-remove-sure =
    Damit würde die Gemeinschaft entfernt und alles, was ich über sie aufbewahre: Einstellungen, Treffen, Antworten zu Treffen, Buddys und Runden, der Dienstplan, Hinweise, eure eigenen Hilfsangebote. Von hier aus lässt es sich nicht zurückholen.

    Mitglieder behalten, was ihnen gehört, etwa ihre täglichen Fragen; das beendet jedes selbst mit „stop“.

    Vorher eine Datei: „community export“. Um weiterzumachen, schreib: community remove { $phrase }

    Danach bleibt ein Tag, in dem alle aus dem Team sie behalten können.
leaving-remove-other = Das sind nicht ganz die Worte, darum ist nichts geschehen. Um weiterzumachen, schreib: community remove { $phrase }
leaving-remove-going-on = Das läuft schon. Bis dahin können alle aus dem Team sie behalten.
leaving-removal = Diese Gemeinschaft wird entfernt: { $when }. Bis dahin geht alles weiter, und alle aus dem Team können sie behalten.
leaving-keep-button = Behalten
leaving-kept = Sie bleibt, mit allem, wie es war.
leaving-keep-nothing = Niemand hat darum gebeten, diese Gemeinschaft zu entfernen.
leaving-team-removal =
    Wer für die Gemeinschaft verantwortlich ist, hat mich gebeten, sie zu entfernen: { $when }, mit Einstellungen, Treffen, Buddys und Dienstplan.

    Bis dahin können alle aus dem Team sie behalten, mit dem Knopf oder mit „community keep“.
leaving-team-kept = Diese Gemeinschaft bleibt ({ $when }): Jemand aus dem Team behält sie.

leaving-operator-asleep = Ich wurde aus dem letzten Ort einer Gemeinschaft entfernt; darum schläft sie, und es wird nichts für sie gesendet. Was ich über sie aufbewahre, wird am { $day } gelöscht, wenn ich nicht vorher wieder eingeladen werde.
leaving-awake = Ich bin zurück. Seit { $day } war ich nicht hier und habe für diese Gemeinschaft nichts gesendet; Einstellungen, Treffen und Buddys sind, wie sie waren.

rest-nobody-called = Unter diesem Namen kenne ich in dieser Gemeinschaft kein Mitglied. Auf Discord bitte das Konto auswählen; auf Matrix ganz ausschreiben, etwa @robin:example.org.
rest-already = Dieses Mitglied ruht schon.
rest-everywhere = Erledigt. Ich sende dorthin nichts mehr und nenne dieses Mitglied nirgends. Wer als Buddy verbunden war, erfährt behutsam und ohne Grund, dass das zu Ende ist. „member wake“ bringt es zurück.
rest-here = Erledigt. Von dieser Gemeinschaft kommt dort nichts mehr an, und ich nenne dieses Mitglied hier nirgends. Eigene tägliche Fragen oder Nachrichten einer anderen Gemeinschaft können weitergehen. Wer hier als Buddy verbunden war, erfährt behutsam und ohne Grund, dass das zu Ende ist. „member wake“ bringt es zurück.
rest-not-resting = Dieses Mitglied ruht nicht; es wurde nichts geändert.
rest-woken = Erledigt. Alles geht weiter wie zuvor, außer dem, was dieses Mitglied selbst beendet hatte. Buddys und der Platz im Dienstplan kommen erst zurück, wenn jemand darum bittet.
