### Awaiting native review.
### Siehe en/crisis-staff.ftl. Das Team liest es in Eile, vielleicht nachts; Mitglieder in Not.

## Der Alarm

alert-drill-word = Übung.
alert-drill = **Übung: Niemand ist in Gefahr.** So sieht ein Alarm aus. Bitte drückt jemand aus dem Team innerhalb von fünf Minuten auf „Ich kümmere mich“.
alert-title-emergency = **Notfall: Vielleicht ist gerade jemand in Gefahr.** So liest es ein Programm; es kann sich irren. Bitte schaut sofort nach.
alert-title-high = **Vielleicht braucht bald jemand einen Menschen.** So liest es ein Programm; es kann sich irren.
alert-late = Geschrieben um { $at }, als ich nicht da war; ich lese es erst jetzt.
alert-who = Wer:
alert-where = Wo:
alert-where-link = die Nachricht
alert-where-direct = Wo: in Direktnachrichten mit mir. Die zeige ich nie von mir aus; die Person wird gefragt, ob ihr sie lesen dürft.
alert-why = Warum: Es liest sich wie { $topics }.
alert-about-suicide = Gedanken an Suizid
alert-about-self-harm = Selbstverletzung
alert-about-overdose = eine Überdosis
alert-about-domestic-violence = Gewalt zu Hause
alert-about-sexual-violence = sexuelle Gewalt
alert-about-substance = starker Suchtdruck
alert-about-unclear = jemand, der nicht mehr weiterkann
alert-about-somebody-else = es geht um jemand anderen
alert-reach-private = Die Person hat eine private Antwort mit Hilfetelefonen und weiß, dass ihr benachrichtigt seid.
alert-reach-offered = Direktnachrichten sind bei der Person zu. Ihr wurde hinter einer Taste eine private Antwort angeboten; vielleicht hat sie sie nicht geöffnet.
alert-reach-none = **NICHT ERREICHT:** Meine private Antwort ist nicht angekommen. Vielleicht könnt nur ihr der Person schreiben.
alert-reach-unknown = Ich versuche noch, die Person privat zu erreichen.
alert-at-home = **Vielleicht liest jemand anderes mit.** Ich schreibe von mir aus nichts mehr; beginnt mit etwas Harmlosem.
alert-young = **Vielleicht unter 18:** bitte keine privaten Direktnachrichten; zu zweit, und wo das Team es sieht.
alert-emergency-number = den örtlichen Notruf

alert-script-suicide =
    - Schreibt der Person selbst, bald: „Das klingt nach viel, was du da trägst, und ich bin froh, dass du geschrieben hast. Denkst du an Suizid?“ Offen zu fragen bringt niemanden auf den Gedanken.
    - Jetzt in Gefahr (etwas liegt bereit, etwas ist geschehen, ein Abschied und dann Stille): Die Person oder jemand bei ihr ruft an: { $number }. Bleibt da, bis Hilfe eintrifft.
    - Ein Einsatz an der Tür bringt Fremde, oft die Polizei. Er kann ein Leben retten; er kann auch verletzen und Vertrauen kosten. Wenn Zeit ist, fragt vorher; wenn ihr jemanden schickt, sagt es.
alert-script-overdose =
    - Fragt sofort: wach? Atmung normal? Allein? Langsamer oder kein Atem, blaue Lippen, nicht zu wecken: jetzt anrufen, { $number }.
    - Bis Hilfe da ist: Naloxon, wenn Opioide dabei sein können, auf die Seite, niemand geht weg. Niemand bekommt Ärger, weil er sagt, was es war.
    - Kommt keine Antwort mehr, ruft selbst an ({ $number }), mit allem, was ihr über den Ort wisst.
alert-script-violence =
    - Zuerst nur: „Kannst du gerade sicher schreiben?“ Nichts darüber, worum es geht, bis die Person es sagt.
    - Jetzt in Gefahr: { $number }. Sonst entscheidet die Person, auch ob sie bleibt; drängt nicht, und sprecht nicht mit dem anderen.
    - Polizei an der Tür kann den nächsten Tag schlimmer machen. Wenn Zeit ist, fragt, bevor ihr anruft.
alert-script-substance =
    - Fragt zuerst: „Bist du gerade sicher? Hast du etwas genommen?“ Benommen oder schwer zu wecken: Das ist ein Notfall, { $number }.
    - Gesellschaft hilft am meisten. Der Druck steigt und vergeht: „Soll ich hier bei dir bleiben, bis es leichter wird?“
    - Keine Predigt. Nach einer Pause kann die Menge von früher zu viel sein; das darf man sagen.
alert-script-other =
    - Wer das schrieb, sorgt sich um jemanden. Fragt: Wer ist gerade bei diesem Menschen? Ist es so dringend, dass jemand anrufen muss: { $number }?
    - Helft, offen zu fragen („Denkst du an Suizid?“, „Bist du dort sicher?“), zu bleiben und jemandem Bescheid zu sagen, der hingehen kann.
    - Fragt dann, wie es der Person selbst geht.

## Wer sich kümmert

alert-state-open = Noch kümmert sich niemand.
alert-state-called = , kannst du nachsehen? Noch kümmert sich niemand.
alert-state-handing = { " " }gibt das ab. Wer übernimmt?
alert-state-claimed = { " " }kümmert sich, seit { $since }.
alert-state-handled = Erledigt:{ " " }
alert-state-dismissed = Keine Krise, sagt{ " " }
alert-state-closed = Das ist vorbei.

alert-button-mine = Ich kümmere mich
alert-button-take = Übernehmen
alert-button-hand = Abgeben
alert-button-handled = Erledigt
alert-button-nocrisis = Keine Krise
alert-button-surelynot = Ja, keine Krise

## Solange sich niemand kümmert

alert-call-next = Auf diesen Alarm hat noch niemand geantwortet. Kannst du?
alert-call-all = Auf diesen Alarm hat immer noch niemand geantwortet. Wer kann, drückt bitte auf „Ich kümmere mich“.
alert-call-direct = { $community }: Du wirst im Teamraum gebraucht. Bisher hat niemand geantwortet.
alert-call-direct-drill = Übung. { $community }: Schau bitte in den Teamraum.

    Niemand ist in Gefahr.
page-emergency = { $community }: dringend, im Teamraum hat niemand geantwortet. Bitte jetzt dort nachsehen.
page-high = { $community }: Im Teamraum hat niemand geantwortet. Bitte dort nachsehen.
page-drill = Übung. { $community }: Dieser Ruf ist ein Test, es ist nichts zu tun.

## Was später kommt, im Teamraum

alert-again = Die Person hat noch einmal geschrieben; nicht schlimmer als vorher.
alert-abuse = In einem beobachteten Raum hat jemand einem anderen den Tod gewünscht. Ich habe es als Angriff verstanden, nicht als Krise; gesagt habe ich dort nichts:
alert-wants-to-talk = möchte, dass jemand von euch schreibt.
alert-shown = Die Person ist einverstanden, dass ihr lest, was sie schrieb:
alert-misread = Die Person sagt, ich hätte sie falsch verstanden. Bitte schaut trotzdem nach.
alert-claim-ended = Eine Stunde ist um. Noch dran? Dann bitte wieder auf „Ich kümmere mich“; sonst kann es jemand anderes.
alert-day-after = Das war gestern um diese Zeit. Hat jemand gefragt, wie es der Person heute geht?
alert-day-after-nobody = Gestern hat niemand diesen Alarm angenommen. Bitte fragt das Mitglied, wie es ihm geht, und sprecht darüber, wer erreichbar ist.

## Antworten auf Tasten

alert-unknown = Ich finde diesen Alarm nicht in meinen Notizen. Wenn er eben erst kam, kümmert euch bitte, und drückt in einer Minute noch einmal.
alert-over = Dieser ist vorbei.
alert-somebody-is = kümmert sich schon. Bitte sprecht miteinander; ist die Person nicht zu erreichen, kannst du übernehmen.
alert-taken = Du kümmerst dich jetzt. Danke.
alert-sure = War es gar keine Krise? Dann vergesse ich es und behalte nur, nach welchen Regeln ich ging. War jemand in Not und es ist geschafft, passt „Erledigt“.
alert-dismissed = Vergessen. Meine Regeln waren: { $rules }. Liegt eine oft daneben, könnt ihr sie zu zweit stummschalten: „crisis silence“ und ihr Name.
error-not-staff = Das kann nur das Team, im Teamraum.

## Was das Mitglied vom Team hört

crisis-tomorrow-set = Mach ich, morgen etwa um diese Zeit. Bis dahin geht „help now“ zu jeder Stunde.

## Übungen

command-crisis-drill = Einen Alarm üben: Jemand muss binnen fünf Minuten antworten
    .example = crisis drill
drill-begun = Die Übung läuft. Wer innerhalb von fünf Minuten auf „Ich kümmere mich“ drückt, besteht sie für das ganze Team.
drill-missed = Übung: Innerhalb von fünf Minuten hat niemand auf „Ich kümmere mich“ gedrückt; damit zählt sie nicht. Besser jetzt als im Ernstfall. Schaut bitte, wer im Dienst ist („duty“) und ob die App bei diesem Raum klingelt, und versucht es noch einmal: „crisis drill“.
drill-passed = Übung bestanden. Bis { $until } beobachte ich die Räume, die ihr gewählt habt, und alarmiere euch; vorher bitte ich um die nächste.
drill-passed-nobody = Übung bestanden, sie gilt bis { $until }. Aber noch steht niemand auf der Liste, also beobachte ich nichts und alarmiere niemanden: Sag „duty on“.
drill-due = Zeit für eine Übung: In drei Tagen ist die letzte zu alt, dann beobachte ich keine Räume mehr und alarmiere euch nicht. Es dauert eine Minute: „crisis drill“.
drill-lapsed = Die letzte Übung ist über einen Monat her, deshalb beobachte ich keine Räume mehr und alarmiere euch nicht. Wer mir schreibt, bekommt weiter Hilfetelefone. Damit es weitergeht: „crisis drill“.

## Dienst

group-duty = wer aus dem Team gerufen werden kann
group-crisis = Übungen, eigene Begriffe, Regeln (Team)
command-duty-list = Wer im Dienst ist, und wer sonst gerufen werden kann
    .words = dienst, wer hat dienst
    .example = duty
command-duty-on = Im Dienst sein, bis du etwas anderes sagst
    .words = dienst an
    .example = duty on
command-duty-off = Nicht im Dienst sein, bis du etwas anderes sagst
    .words = dienst aus
    .example = duty off
command-duty-until = Im Dienst sein bis zu einer Uhrzeit
    .example = duty until 22:00
command-duty-hours = Wann du meistens da bist: Tage, von, bis
    .example = duty hours mo-fr 18:00 22:00
command-duty-name = Was Mitglieder in Not von dir erfahren: ein Vorname oder nichts
    .example = duty name Sam
command-duty-leave = Von der Liste gehen
    .example = duty leave
command-duty-remove = Jemanden von der Liste nehmen
    .example = duty remove Sam
argument-hour = eine Uhrzeit, etwa 22:00
argument-begins = ab wann, etwa 18:00
argument-ends = bis wann, etwa 22:00
argument-shown = ein Name für Mitglieder; ohne ihn „jemand aus dem Team“
argument-helper = der Name oder das Konto, wie „duty“ es zeigt

duty-list = Zuerst wer im Dienst ist, dann die anderen, in der Reihenfolge, in der ich rufe:
duty-list-none = Gerade ist niemand im Dienst, also wird Mitgliedern niemand versprochen. Die anderen, in der Reihenfolge, in der ich rufe:
duty-nobody = Noch steht niemand auf der Liste; also beobachte ich keinen Raum und alarmiere niemanden.
duty-line-on = im Dienst
duty-line-until = im Dienst bis { $at }
duty-line-off = nicht im Dienst
duty-watching = Ich beobachte die Räume, die ihr gewählt habt, und alarmiere euch; die letzte Übung ist bestanden.
duty-not-watching = Ich beobachte keinen Raum und alarmiere niemanden: Dazu braucht es einen Teamraum und eine Übung („crisis drill“) aus dem letzten Monat.
duty-on = Du bist im Dienst, bis du „duty off“ sagst. Danke.
duty-until = Du bist bis { $until } im Dienst. Danke.
duty-off = Du bist nicht mehr im Dienst. Ruh dich aus.
duty-off-nobody = Du bist nicht mehr im Dienst. Ruh dich aus. Sonst ist gerade niemand da, also wird Mitgliedern niemand versprochen.
duty-hours-set = Du giltst als im Dienst: { $hours } ({ $zone }). „duty on“ und „duty off“ gehen vor.
duty-name-set = Mitglieder in Not lesen „{ $name } aus dem Team“.
duty-name-none = Mitglieder in Not lesen „jemand aus dem Team“.
duty-left = Du stehst nicht mehr auf der Liste, und ich habe dort nichts über dich behalten.
duty-removed = Die Person steht nicht mehr auf der Liste.
# In the staff room, after a name: they're in the community no longer.
duty-gone = ist nicht mehr in dieser Gemeinschaft und steht deshalb nicht mehr auf der Liste.
# Below that, if it was the last one.
duty-gone-last = Jetzt steht niemand mehr auf der Liste; ich beobachte also keinen Raum und alarmiere niemanden. Wer ist erreichbar? „duty on“ genügt.
duty-remove-unknown = So heißt niemand auf der Liste, oder mehr als eine Person. „duty“ zeigt die Namen.
duty-not-on-roster = Du stehst nicht auf der Liste.
duty-button-on = In den Dienst
duty-button-off = Aus dem Dienst

## Eigene Begriffe, Regeln, Bericht

command-crisis-term = Begriffe, die hier Gefahr bedeuten: add, remove, list
    .example = crisis term add code rot
argument-do = add, remove oder list
argument-term = ein Wort oder einige
command-crisis-silence = Eine Regel nicht mehr alarmieren lassen; zu zweit
    .example = crisis silence craving
command-crisis-unsilence = Eine stumme Regel wieder alarmieren lassen
    .example = crisis unsilence craving
argument-rule = der Name der Regel, wie ihn „Keine Krise“ nannte
command-crisis-report = Wie oft das Team die Alarme jeder Regel richtig fand
    .example = crisis report
term-added = Aufgenommen. Wer das schreibt, bekommt eine private Antwort, und ihr einen Alarm.
term-there = Das steht schon auf der Liste.
term-removed = Entfernt.
term-not-there = Das steht nicht auf der Liste.
term-none = Diese Gemeinschaft hat keine eigenen Begriffe.
term-list = Die eigenen Begriffe dieser Gemeinschaft:
term-unclear = Ein Begriff hat 3 bis 80 Zeichen. Ein paar Wörter sind besser als eines: So trifft es weniger Harmloses.
term-too-many = Es sind schon { $most } Begriffe, mehr als jemand pflegen kann. Bitte entfernt zuerst einen.
rule-unknown = Eine Regel dieses Namens habe ich nicht. „Keine Krise“ und „crisis report“ zeigen die Namen.
rule-emergency = Bei dieser Regel geht es um Leben, und niemand schaltet sie stumm, auch nicht zu zweit. Liegt sie oft daneben, sagt es bitte denen, die mich betreiben.
rule-proposed = Jemand aus der Moderation schlägt vor, dass die Regel „{ $rule }“ nicht mehr alarmiert. Stimmt binnen sieben Tagen jemand zweites zu: „crisis silence { $rule }“.
rule-needs-another = Das hast du selbst vorgeschlagen. Es braucht jemand zweites aus der Moderation.
rule-silenced = Zwei aus der Moderation sind sich einig: Die Regel „{ $rule }“ alarmiert hier nicht mehr. „crisis unsilence { $rule }“ holt sie zurück.
rule-silent = Die Regel „{ $rule }“ ist schon stumm.
rule-not-silent = Die Regel „{ $rule }“ hat niemand stummgeschaltet.
rule-lifted = Die Regel „{ $rule }“ alarmiert wieder.
report-empty = Noch nichts zu berichten: Kein Alarm wurde als erledigt oder als keine Krise vermerkt.
report-intro = Wie oft ihr einen Alarm richtig fandet, nach Regel:
report-line = { $rule }: { $right } von { $all }
report-silent = Hier stumm: { $rules }
