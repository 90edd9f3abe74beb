### Awaiting native review.
### Siehe en/buddies-pairing.ftl. „Buddy“ bleibt als Wort, weil die Befehle so heißen.

buddy-proposal-one = Eine Frage an dich, mit Zeit zum Überlegen.

    Hier ist jemand, der als Buddy zu dir passen könnte:
buddy-proposal-two = Eine Frage an dich, mit Zeit zum Überlegen.

    Hier sind zwei Menschen, die zu dir passen könnten, als Buddys zu dritt:
buddy-proposal-mentor = Eine Frage an dich, mit Zeit zum Überlegen.

    Jemand mit Erfahrung könnte dich gut begleiten:
buddy-proposal-mentee = Eine Frage an dich, mit Zeit zum Überlegen.

    Hier ist jemand, den du gut begleiten könntest:
buddy-proposal-accompanied = Jemand vom Team wäre mit euch in eurem Raum und liest mit.
buddy-proposal-until = Keine Namen, bevor alle Ja gesagt haben. Ein Nein braucht keinen Grund, und ich sage nie, wer was geantwortet hat. Offen bis { $until }.
buddy-answer-yes = Ja, gern
    .words = ja, ok
buddy-answer-no = Diesmal nicht
    .words = nein, nicht jetzt
buddy-answer-sees = Wer sieht was?
    .words = wer sieht was, datenschutz
buddy-sees-room = Bevor alle Ja gesagt haben, liest die andere Seite über dich, was du über sie liest: ein paar grobe Worte, kein Name. Danach öffne ich euch einen privaten Raum, und dort seht ihr eure Konten. Das Team kann diesen Raum vielleicht einsehen, wie jeden anderen auch. Niemand erfährt je, wer Nein gesagt oder nicht geantwortet hat.
buddy-sees-relay = Bevor alle Ja gesagt haben, liest die andere Seite über dich, was du über sie liest: ein paar grobe Worte, kein Name. Danach trage ich eure Worte hin und her, und niemand sieht das Konto der anderen Seite, bis ihr beide es wollt. Niemand erfährt je, wer Nein gesagt oder nicht geantwortet hat.

buddy-said-yes = Danke. Kommt es zustande, hörst du vor { $until } von mir, sonst dann. Bis dahin kannst du dich umentscheiden.
buddy-said-no = Das ist in Ordnung und bleibt unter uns. Bis { $until } kannst du dich umentscheiden.
buddy-room-name = Ein Ort für euch
buddy-both-yes = Wie schön: Ihr habt alle Ja gesagt. Ich bringe euch gleich zusammen.
buddy-together-already = Ihr habt euch schon gefunden. „buddy end“ beendet es, wann immer du magst.
buddy-proposal-over = Diese Frage ist nicht mehr offen. Es kommen andere.

buddy-told-no-pair = Danke für dein Ja.

    Diesmal ist nichts daraus geworden; das kommt oft vor und sagt nichts über dich. Ich suche weiter für dich.
buddy-told-lapsed = Meine Frage hat sich von selbst geschlossen.

    Nicht zu antworten ist in Ordnung. Ich suche weiter für dich.
buddy-told-rests = Meine Frage hat sich von selbst geschlossen.

    Es scheint nicht der Moment zu sein, und das ist in Ordnung. Ich frage dich nichts mehr zu Buddys, bis du es sagst; ein Tippen genügt.
buddy-told-ended = Etwas hat sich geändert, und du hast nichts falsch gemacht.

    Dein Buddy geht von hier an allein weiter. Dafür muss niemand einen Grund nennen. Ich suche jemand Neues für dich, und du bist als Erstes dran.
buddy-told-ended-mentoring = Etwas hat sich geändert, und du hast nichts falsch gemacht.

    Eure Begleitung ist zu Ende. Dafür muss niemand einen Grund nennen. „buddy status“ zeigt, wie es für dich steht, und das Team ist da, wenn du darüber reden magst.
buddy-told-room = Gute Nachricht für dich.

    Ihr habt alle Ja gesagt. Ich habe einen privaten Raum für euch geöffnet; du findest ihn bei deinen Räumen und Threads.
buddy-told-lasting = Gute Nachricht für dich.

    Ihr wollt alle, dass es bleibt. Also bleibt es; ich suche niemand anderen für dich.
buddy-next-again = Jemanden suchen
    .words = wieder, suchen
buddy-next-rest = Vorerst nicht
    .words = pause, nicht jetzt

buddy-none = Du hast gerade keinen Buddy.
buddy-which = Wen meinst du?
buddy-which-since = Seit { $day }

buddy-end-sure = Soll ich es beenden? Es braucht keinen Grund. Die andere Seite erfährt es behutsam und ist bei der nächsten Suche als Erstes dran.
buddy-end-sure-mentoring = Soll ich diese Begleitung beenden? Es braucht keinen Grund, und die andere Seite erfährt es behutsam.
buddy-end-yes = Beenden
    .words = ja
buddy-end-no = Zusammen weitergehen
    .words = nein
buddy-ended = Es ist beendet. Danke für den Weg, den ihr zusammen gegangen seid. Ich suche niemanden, bis du es sagst.
buddy-ended-mentoring = Es ist beendet. Danke für den Weg, den ihr zusammen gegangen seid.
buddy-goes-on = Dann geht ihr zusammen weiter.
buddy-rests = Gut. Ich suche niemanden, bis du es sagst.

buddy-keep-noted = Notiert, und ich sage es niemandem. Sagt die andere Seite es auch, erzähle ich es euch beiden, und es bleibt.

buddy-again-sure = Du hast einen Buddy. Soll das enden, damit du jemand Neues triffst? Die andere Seite erfährt es behutsam und ist als Erstes dran.
buddy-again-yes = Jemand Neues treffen
    .words = ja
buddy-again-no = Zusammenbleiben
    .words = nein
buddy-again-looking = Gern. Du bist bei der nächsten Runde dabei; ich schreibe, wenn es jemanden gibt.
buddy-again-not-joined = Zuerst muss ich ein wenig über dich wissen: sag „buddy join“.

buddy-blocked = Erledigt. Über mich erreicht dich von dort nichts mehr, und ihr werdet einander nie wieder vorgeschlagen. Die andere Seite erfährt es nicht.
buddy-reported = Danke, dass du es mir sagst. Es ist sofort beendet, ihr werdet einander nie wieder vorgeschlagen, und jemand vom Team sieht es sich an. Die andere Seite erfährt nicht, wer was gemeldet hat. Bist du in Gefahr, zeigt „help now“, wer gleich helfen kann.

buddies-report-waits = Etwas bei einem Buddy-Paar braucht den Blick der Moderation. „buddies reports“ zeigt es, privat.
buddies-reports-nowhere = Bitte sag das in deiner Gemeinschaft, damit ich weiß, welche gemeint ist.
buddies-reports = { $count ->
    [0] Keine Meldung wartet.
    [one] Eine Meldung wartet.
   *[other] { $count } Meldungen warten.
} { $frozen ->
    [0] Niemand sonst ist von den Runden ausgenommen.
    [one] Noch jemand ist von den Runden ausgenommen, bis entschieden ist.
   *[other] Noch { $frozen } Menschen sind von den Runden ausgenommen, bis entschieden ist.
} Die Worte einer Meldung werden einmal gezeigt, einer Person von euch, und dann entfernt.
buddies-look-report = Die älteste ansehen
    .words = ansehen, meldung
buddies-look-frozen = Wer ausgenommen ist
    .words = ausgenommen
buddies-report-none = Es wartet nichts mehr; vielleicht hat jemand anderes es angesehen.
buddies-report-shown = Gemeldet am { $day }. Diese Worte werden nur dieses eine Mal gezeigt:
buddies-report-wordless = Gemeldet am { $day }, ohne Worte.
buddies-frozen = Von den Runden ausgenommen, ohne eine Meldung, die wartet:
buddies-blocked-by = { $count ->
    [0] Niemand hat dieses Konto blockiert.
    [one] Eine Person hat dieses Konto blockiert.
   *[other] { $count } Menschen haben dieses Konto blockiert.
} Es wird niemandem vorgeschlagen, bis du entscheidest, und der Grund wird nicht genannt.
buddies-freeze-keep = Weiter ausnehmen
    .words = ausnehmen
buddies-freeze-lift = Wieder teilnehmen lassen
    .words = freigeben
buddies-freeze-kept = Es bleibt dabei. „buddies reports“ führt hierher zurück.
buddies-freeze-lifted = Von der nächsten Runde an wieder dabei.
buddies-freeze-gone = Das ist schon entschieden.

command-buddy-end = Es mit deinem Buddy beenden; ohne Grund
    .example = buddy end
command-buddy-keep = Sagen, dass es bleiben darf
    .example = buddy keep
command-buddy-again = Wieder einen Buddy suchen, oder jemand Neues
    .example = buddy again
command-buddy-block = Nie wieder von deinem Buddy hören; es wird nicht gesagt
    .example = buddy block
command-buddy-report = Dem Team privat etwas über deinen Buddy sagen
    .example = buddy report Fragt mich dauernd nach Geld
command-buddies-reports = Was bei Paaren den Blick der Moderation braucht
    .example = buddies reports
