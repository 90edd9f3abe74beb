### Awaiting native review.
### Siehe en/buddies-mentors.ftl. „Mentor“ bleibt als Wort für alle, weil die Befehle so heißen; im Text wird begleitet.

mentor-expected = Als Mentor begleitest du jemanden, der noch nicht so lange auf dem Weg ist: da sein, zuhören, erzählen, wie es bei dir war. Schön, dass du darüber nachdenkst.

    Was dazugehört:
    - Ein Jahr oder länger auf deinem eigenen Weg, nach deiner eigenen Zählung. Ich glaube dir.
    - Zeit für ein Gespräch dann und wann, mit jedem Menschen etwa einmal in der Woche.
    - Grenzen. Du darfst Nein sagen, Zeiten festlegen und weg sein. Kein Geld, keine Liebesbeziehung, keine Geheimnisse vor dem Team.
    - Keine Therapie und kein Rat zu Medikamenten. Du gehst mit; für alles andere gibt es andere, und das zu sagen gehört dazu.
    - Was dir erzählt wird, bleibt bei dir, außer wenn ein Leben in Gefahr ist.

    In einer Krise musst du es nicht allein tragen. Sag **help now** für Hilfetelefone, oder lass es die andere Person sagen; ruf den Notruf, wenn ein Leben in Gefahr ist; und sag dem Team Bescheid.

    Du bestimmst, wie viele du begleitest, du kannst jederzeit ausruhen, und jeden Monat frage ich, wie du es trägst.
mentor-who-sees = Wer sieht was:
    - Das Team: dein Konto, wie viele du begleiten würdest, deine Sprachen und was du ihm im Formular schreibst. Es entscheidet.
    - Wem ich dich vorschlage: deine Themen, Sprachen und Tageszeiten, ohne deinen Namen, bis ihr beide Ja gesagt habt.
    - Wie du es trägst: nur du. Das Team hört, dass es schwer ist, wenn du mich darum bittest, und nie, worüber ihr redet.
    - Ich bewahre es verschlüsselt auf. „mentor end“ entfernt es.
mentor-apply = Ich bin seit einem Jahr auf dem Weg: anbieten
    .words = ja, anbieten
mentor-not-yet = Noch nicht
    .words = nein, noch nicht, später
mentor-later = Auch das ist eine gute Antwort. „mentor join“ ist da, wann immer du magst.
mentor-where = In welcher deiner Gemeinschaften?
mentor-applied = Danke, dass du es anbietest. Dein Team hat deine Anfrage, und ich sage dir Bescheid, sobald es entschieden hat. „mentor end“ nimmt sie zurück.
mentor-changed = Notiert. Es gilt ab jetzt.
mentor-back = Schön, dass du da bist. Wenn jemand zu dir passen könnte, frage ich euch beide.
mentor-unclear = Ich weiß nicht, was „{ $words }“ hier heißt. Zeiten gehen mit Wörtern wie abends oder am Wochenende, Sprachen mit ihrem Namen.

form-mentor-join = Jemanden begleiten
form-mentor-join-topics = Was kennst du aus deinem Leben?
    .hint = Ein paar Wörter mit Komma, etwa: Alkohol, Trauer. So findet dich, wer eines davon teilt.
form-mentor-join-hours = Wann könntest du meistens reden?
    .hint = Etwa abends, Wochenende. Nach deiner Uhr. Leer oder „-“: jederzeit.
form-mentor-join-languages = In welchen Sprachen?
    .hint = Etwa Deutsch, Englisch. Leer oder „-“: die, in der wir reden.
form-mentor-join-capacity = Wie viele zugleich, höchstens?
form-mentor-join-capacity-1 = 1
form-mentor-join-capacity-2 = 2
form-mentor-join-capacity-3 = 3
form-mentor-join-capacity-4 = 4
form-mentor-join-capacity-5 = 5
form-mentor-join-about = Etwas für das Team
    .hint = Was es von dir wissen sollte. Nur das Team liest es, bis es entscheidet. Leer oder „-“: nichts.

mentor-request-offers = bietet an, andere zu begleiten, und ist nach eigenen Worten seit einem Jahr oder länger auf dem Weg. { $count ->
    [one] Eine Person zur Zeit
   *[other] Bis zu { $count } Personen zugleich
    }, auf: { $languages }.
mentor-request-decide = Würdet ihr neuere Mitglieder dort mitgehen lassen? Die Moderation entscheidet; ich sage es in jedem Fall freundlich weiter.
mentor-button-approve = Ja, willkommen
    .words = ja, annehmen
mentor-button-decline = Jetzt nicht
    .words = nein, nicht jetzt, ablehnen
mentor-request-approved = begleitet jetzt andere. Ich habe es ausgerichtet.
mentor-request-declined = begleitet vorerst niemanden. Ich habe es freundlich ausgerichtet; ein Wort von euch würde mehr bedeuten.
mentor-request-over = Das ist schon entschieden, oder es wurde zurückgenommen.
mentor-request-not-yours = Das ist Sache der Moderation deiner Gemeinschaft, im eigenen Raum des Teams.
mentor-request-own = Hier geht es um dich; das entscheidet jemand anderes aus dem Team.

mentor-approved = Neues von deinem Team.

    Es hat Ja gesagt: Du begleitest jetzt andere, und wir freuen uns darüber. Wenn jemand zu dir passen könnte, frage ich euch beide zuerst, und ein Nein braucht keinen Grund. Einmal im Monat frage ich, wie du es trägst.
mentor-declined = Neues von deinem Team.

    Danke, dass du angeboten hast, andere zu begleiten. Für jetzt möchte das Team es dabei lassen. Das sagt nichts über deinen Wert oder deinen Weg, und es kann viele Gründe haben; du kannst alle im Team danach fragen. Dein Angebot ist entfernt, und du kannst es ein andermal wieder machen.
mentor-relieved = Neues von deinem Team.

    Es hat deine Zeit als Mentor hier beendet. Wen du begleitet hast, erfährt es behutsam, ohne einen Grund, und was du dafür gesagt hast, ist entfernt. Danke für das, was du gegeben hast. Möchtest du wissen, warum, kannst du alle im Team fragen; trifft es dich hart, sind „talk“ und „help now“ da.
mentor-status-button = Wie es steht
    .words = stand, status

mentor-not-one = Du begleitest hier noch niemanden. „mentor join“ sagt, was es ist, und du kannst immer noch Nein sagen.
mentor-none = Du begleitest hier niemanden. Wenn du seit einem Jahr oder länger auf dem Weg bist, könntest du mit jemandem gehen, der neuer ist.
mentor-join-button = Was ist das?
    .words = was ist das
mentor-waits = Dein Angebot liegt beim Team, und ich sage dir Bescheid, sobald es entschieden hat. „mentor end“ nimmt es zurück.
mentor-status = { $taken ->
    [0] Du begleitest gerade niemanden
    [one] Du begleitest eine Person
   *[other] Du begleitest { $taken } Personen
    }; { $capacity ->
    [one] höchstens eine, wie du es wolltest.
   *[other] höchstens { $capacity }, wie du es wolltest.
    }
mentor-status-rests = Du ruhst dich aus: niemand Neues, bis du es sagst.
mentor-status-rests-until = Du ruhst dich aus: niemand Neues vor { $until }.
mentor-status-cools = Vor Kurzem ist eine Begleitung zu Ende gegangen, darum vor { $until } niemand Neues. Möchtest du früher jemanden, sag „mentor back“.
mentor-status-free = { $count ->
    [one] Platz ist noch für eine Person; wenn jemand zu dir passen könnte, frage ich euch beide.
   *[other] Platz ist noch für { $count }; wenn jemand zu dir passen könnte, frage ich euch beide.
}
mentor-status-heard = Das Team weiß, dass es schwer für dich ist, weil du das wolltest. „mentor load“ ändert es.
mentor-profile = Danach richte ich mich, wenn ich jemanden für dich suche:
mentor-change-button = Ändern
    .words = ändern
mentor-capacity-set = Notiert: { $count ->
    [one] eine Person zur Zeit.
   *[other] bis zu { $count } Personen zugleich.
}
mentor-capacity-below = Notiert: { $count ->
    [one] eine Person zur Zeit.
   *[other] bis zu { $count } Personen zugleich.
    } Du begleitest jetzt { $taken }, und niemand wird weggeschickt; es kommt nur niemand Neues, bis Platz ist.
mentor-rests = Ruh dich gut aus. Niemand Neues, bis du es sagst; wen du begleitest, bleibt bei dir.
mentor-rests-until = Ruh dich gut aus. Niemand Neues vor { $until }; wen du begleitest, bleibt bei dir.
mentor-rest-button = Vorerst niemand Neues
    .words = ausruhen, pause
mentor-back-button = Jemand Neues ist willkommen
    .words = zurück, ich bin zurück
mentor-load-button = Wie ich es trage
    .words = wie ich es trage
mentor-end-button = Beenden
    .words = beenden, ende

mentor-load = Eine leise Frage, mit Zeit zum Überlegen.

    Wie trägst du, was du als Mentor tust? Was du auch sagst, bleibt bei dir; ich behalte nichts davon, außer du möchtest, dass das Team es weiß.
mentor-load-fine = Gut
    .words = gut, ok
mentor-load-heavy = Es ist schwer
    .words = schwer, es ist schwer
mentor-load-lower = Weniger, bitte
    .words = weniger, weniger bitte
mentor-load-tell = Sag es dem Team
    .words = sagen, sag es dem team
mentor-load-keep = Es bleibt unter uns
    .words = unter uns, es bleibt unter uns
mentor-fine = Schön zu hören. Danke für das, was du gibst.
mentor-heavy = Danke, dass du es sagst. Manchmal ist es schwer, und das sagt nichts darüber, wie gut du es machst.

    Was helfen könnte: weniger Menschen zugleich, eine Pause („mentor rest“) oder jemand, mit dem du selbst redest („talk“). Möchtest du, dass das Team weiß, dass es schwer ist? Nur das, mit deinem Namen; nie, worüber ihr redet.
mentor-lowered = Ist gemacht: niemand Neues, bis du „mentor back“ sagst, und dann { $count ->
    [one] eine Person zur Zeit.
   *[other] bis zu { $count } Personen zugleich.
    } Ist eine Begleitung zu viel, beendet „mentor end“ sie behutsam.

    Möchtest du, dass das Team weiß, dass es schwer ist? Nur das, mit deinem Namen; nie, worüber ihr redet.
mentor-heard = Ich habe dem Team gesagt, dass es gerade schwer für dich ist, und sonst nichts. „mentor load“ nimmt das zurück.
mentor-kept = Es bleibt unter uns.
mentor-team-hears = sagt, dass das Begleiten gerade schwer ist, und wollte, dass ihr es wisst. Mehr weiß ich nicht. Ein freundliches Wort oder eine Stunde Zuhören wäre vielleicht gut.

mentor-end-which = Welche meinst du?
mentor-end-since = Seit { $day }
mentor-end-all = Alles: Ich höre mit dem Begleiten auf
    .words = alles
mentor-end-sure = Soll ich es beenden? Es braucht keinen Grund, und die andere Person erfährt es behutsam.
mentor-end-all-sure = { $count ->
    [0] Soll ich es zurücknehmen? Du wärst dann kein Mentor mehr, und ich entferne, was du dafür gesagt hast.
    [one] Soll ich es beenden? Du wärst dann kein Mentor mehr, und ich entferne, was du dafür gesagt hast. Die Person, die du begleitest, erfährt es behutsam, ohne einen Grund.
   *[other] Soll ich es beenden? Du wärst dann kein Mentor mehr, und ich entferne, was du dafür gesagt hast. Alle, die du begleitest, erfahren es behutsam, ohne einen Grund.
}
mentor-end-yes = Ja, beenden
    .words = ja, beenden
mentor-end-no = Nein, so lassen
    .words = nein, so lassen
mentor-goes-on = Dann bleibt es, wie es war.
mentor-ended = Es ist beendet. Danke dafür, wie ihr miteinander gegangen seid. { $days } Tage lang schlage ich niemand Neues vor, damit du durchatmen kannst; „mentor back“, wenn du früher jemanden möchtest.
mentor-ended-all = Es ist getan, und was du dafür gesagt hast, ist entfernt. Danke für alles, was du gegeben hast.

mentors-nowhere = Könntest du das in einem Raum deiner Gemeinschaft sagen?
mentors-nobody = Hier begleitet noch niemand andere. Mitglieder bieten es mit „mentor join“ an, und das Team entscheidet.
mentors-list = Wer hier andere begleitet. Mit wem, und worüber sie reden, bleibt unter ihnen.
mentors-line = { $count ->
    [0] begleitet gerade niemanden
    [one] begleitet eine Person
   *[other] begleitet { $count } Personen
    }, dabei seit { $since }.
mentors-line-rests = Ruht sich aus: niemand Neues.
mentors-line-cools = Ein paar Tage niemand Neues, nachdem eine Begleitung zu Ende ging.
mentors-line-free = { $count ->
    [0] Kein Platz für mehr.
    [one] Platz für eine Person.
   *[other] Platz für { $count } Personen.
}
mentors-line-heavy = Es ist schwer, so am { $day } gesagt, und ihr solltet es wissen.
mentors-waiting = { $count ->
    [one] Ein Angebot wartet auf die Antwort der Moderation.
   *[other] { $count } Angebote warten auf die Antwort der Moderation.
}
mentors-relieved = Ist gemacht. Die Begleitung ist zu Ende, und alle, die es betrifft, erfahren es behutsam, ohne einen Grund. Ein Wort von euch wäre gut.
mentors-nobody-called = Ich kenne hier niemanden dieses Namens, der andere begleitet. Am besten geht eine Erwähnung; „buddies mentors“ zeigt, wen es gibt.

newcomers-off = Wer neu ist, kann mit allen Mitgliedern zusammenkommen. „buddies newcomers 90“ hält die ersten 90 Tage für zugelassene Mentoren frei.
newcomers-are = { $count ->
    [one] Wer neu ist, kommt am ersten Tag nur mit zugelassenen Mentoren zusammen.
   *[other] Wer neu ist, kommt in den ersten { $count } Tagen nur mit zugelassenen Mentoren zusammen.
} „buddies newcomers 0“ beendet das.
newcomers-set = { $count ->
    [one] Notiert. Wer neu bei den Buddys ist, kommt am ersten Tag nur mit zugelassenen Mentoren zusammen.
   *[other] Notiert. Wer neu bei den Buddys ist, kommt in den ersten { $count } Tagen nur mit zugelassenen Mentoren zusammen.
} Paare, die es gibt, bleiben zusammen.
newcomers-set-off = Notiert. Wer neu ist, kann vom ersten Tag an mit allen Mitgliedern zusammenkommen.
newcomers-unclear = Wie viele Tage? Eine Zahl von 0 bis { $most }, etwa „buddies newcomers 90“; 0 heißt keine.

command-mentor-join = Jemand Neueren begleiten: was es ist, und es anbieten
    .example = mentor join
    .words = mentor werden, jemanden begleiten
command-mentor-status = Wie viele du begleitest, und was ansteht
    .example = mentor status
command-mentor-profile = Sehen und ändern, was ich fürs Begleiten von dir weiß
    .example = mentor profile
command-mentor-capacity = Wie viele du höchstens begleitest
    .example = mentor capacity 2
command-mentor-rest = Eine Weile niemand Neues; wen du begleitest, bleibt
    .example = mentor rest bis Freitag
command-mentor-back = Jemand Neues ist wieder willkommen
    .example = mentor back
command-mentor-load = Sagen, wie du es trägst, und wer es wissen darf
    .example = mentor load
command-mentor-end = Eine Begleitung beenden, oder ganz aufhören; ohne Grund
    .example = mentor end
command-buddies-mentors = Wer hier wie viele begleitet, und für wen es schwer ist und das sagen wollte
    .example = buddies mentors
command-buddies-relieve = Jemandes Zeit als Mentor beenden; alle erfahren es behutsam
    .example = buddies relieve @ada
command-buddies-newcomers = Wie viele erste Tage Neue nur mit Mentoren zusammenkommen
    .example = buddies newcomers 90
argument-capacity = von 1 bis 5
argument-mentee = wer, wenn ihr eure Konten seht
argument-mentor = wer andere begleitet
argument-newcomer-days = wie viele Tage; 0 heißt keine
group-mentor = andere als Mentorin oder Mentor begleiten
