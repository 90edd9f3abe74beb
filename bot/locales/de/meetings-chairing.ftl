# Siehe en/meetings-chairing.ftl. Awaiting native review.

meeting-chair-needed = Wer leitet **{ $name }** ({ $when })? Noch hat sich niemand gemeldet.
meeting-chair-soon = **{ $name }** ({ $when }) hat bis jetzt niemanden, der leitet. Kann jemand einspringen?
meeting-chair-now = **{ $name }** beginnt, und niemand hat gesagt, dass die Leitung da ist. Kann jetzt jemand einspringen?
meeting-chair-take = Ich kann
meeting-chair-taken = **{ $name }** ({ $when }): jemand leitet es.
meeting-chair-yours = { $name } ({ $when }) liegt bei dir. Ich frage dich 15 Minuten vorher, ob du da bist; „ich kann nicht“ ist auch dann in Ordnung.
meeting-chair-answer-here = Ich bin da
meeting-chair-answer-cannot = Ich kann nicht
meeting-chair-thanks = Danke. Dann bis gleich.
meeting-chair-released = Danke, dass du es sagst. Es wird jemand anderes gefragt.
meeting-told-check = Dein Termin um { $time }: wirst du da sein?
meeting-told-absent = Dein Termin um { $time }: bis jetzt ist niemand da, der leitet. Das Team ist gefragt. Etwas zu warten ist in Ordnung, zu gehen auch.
command-meeting-host = Ein Treffen leiten
    .example = meeting host Neue Freitag

meeting-chair-ahead = Für **{ $name }** ist an einigen Tagen noch offen, wer leitet. Passt dir einer davon?
meeting-rota = Wer in den nächsten vier Wochen leitet:
meeting-rota-more = { $count ->
    [one] Und eines mehr. „rota“ mit dem Namen eines Treffens zeigt nur dieses.
   *[other] Und { $count } mehr. „rota“ mit dem Namen eines Treffens zeigt nur dieses.
}
meeting-rota-none = Kein Treffen braucht hier jemanden, der leitet. „rota join“ und der Name eines Treffens beginnt einen Plan.
meeting-rota-open = noch niemand
meeting-rota-you = du
meeting-rota-somebody = jemand aus dem Team
meeting-rota-take = Ich kann: { $when }
meeting-rota-joined = Du bist im Plan von { $name }. { $count ->
    [0] In den nächsten vier Wochen fällt noch nichts auf dich.
   *[other] Das fällt auf dich: { $dates }.
} Ich frage einen Tag vorher, und „ich kann nicht“ ist immer in Ordnung. „rota leave“ beendet es.
meeting-rota-left = Bei { $name } bist du nicht mehr an der Reihe. Danke für die Male, die du geleitet hast.
meeting-rota-freed = { $name } ({ $when }) ist wieder offen.
meeting-rota-falls = { $name } ({ $when }) fällt auf die nächste Person im Plan; sie wird gefragt.
meeting-rota-nobody = An dem Tag leitet es niemand.
meeting-chair-answer-fine = Das passt mir
meeting-chair-answer-take = Ich kann
meeting-chair-answer-busy = Diesmal nicht
meeting-chair-fine = Gut. Ich frage 15 Minuten vorher noch einmal.
meeting-chair-not-now = In Ordnung.
meeting-told-turn = Dein Termin um { $time } am { $day }: du bist an der Reihe. Passt dir das noch?
meeting-told-standin = Dein Termin um { $time }: noch ist niemand da. Kannst du einspringen?
meeting-told-arrived = Dein Termin um { $time }: es ist doch jemand da.
meeting-told-freed = Dein Termin um { $time } am { $day }: du bist nicht mehr an der Reihe. Es bleibt nichts zu tun.
command-rota-show = Sehen, wer in den nächsten Wochen leitet
    .example = rota show Neue
command-rota-join = Ein Treffen abwechselnd mit anderen leiten
    .example = rota join Neue
command-rota-leave = Nicht mehr an der Reihe sein
    .example = rota leave Neue
command-rota-free = An einem Tag jemand anderen leiten lassen
    .example = rota free Neue Freitag
group-rota = wer Treffen leitet (Leitung)

meeting-told-report = Dein Termin um { $time } ist vorbei. Danke, dass du da warst. Ein paar Worte für das Team, wenn du magst?
meeting-report-write = Ein paar Worte schreiben
    .words = schreiben
meeting-report-nothing = Nichts zu sagen
    .words = nichts
meeting-report-none = In Ordnung. Danke, dass du da warst.
meeting-report-thanks = Danke. Das Team hat es; ich behalte nichts davon.
meeting-report-heading = { $when }, erzählt von der Leitung:
form-meeting-report = Wie war es?
form-meeting-report-came = Wie viele da waren
    .hint = Eine Zahl reicht, und bitte keine Namen.
form-meeting-report-went = Wie es lief
form-meeting-report-look = Worauf das Team schauen sollte
    .hint = Wenn jemand in Gefahr sein könnte, warte bitte nicht: „help now“.
