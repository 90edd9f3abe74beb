### Awaiting native review.
### Siehe en/buddies-joining.ftl. „Buddy“ bleibt als Wort, weil die Befehle so heißen.

joining-welcome = Ein Buddy ist ein anderes Mitglied, das Ähnliches kennt wie du. Zwei kurze Fragen, dann kann ich suchen: welche Themen, und wann.

    Ich frage euch beide, bevor ihr voneinander hört. Ein Nein braucht keinen Grund, und niemand erfährt, von wem es kam. Das hier ist für Menschen ab 18.
# Read before they say yes.
joining-who-sees = Wer was sieht:
    - Bevor ihr beide Ja sagt: was ihr gemeinsam habt, und grobe Dinge wie Sprachen und Zeiten. Nie einen Namen.
    - Danach: wie du zu erreichen bist. Zwischen zwei Plattformen trage ich eure Worte, und dein Konto bleibt bei dir.
    - Moderatorinnen und Moderatoren: nur Zahlen. In einer kleinen Gruppe vermittelt eine Gruppenleitung von Hand und sieht, wer sucht und dass zwei etwas gemeinsam haben, nie was.
    - Es ist verschlüsselt. „buddy profile“ ändert es, „buddy leave“ entfernt es.
joining-begin = Los
    .words = ja, ok, los, anfangen, start
joining-where = In welcher deiner Gemeinschaften?
joining-already = Du bist hier schon bei den Buddys dabei. Was möchtest du?
joining-no-community = Buddys kommen aus einer Gemeinschaft, die mich nutzt, und ich kenne noch keine von dir. Magst du „buddy join“ in einem Raum deiner Gemeinschaft sagen?
joining-not-among = Du hast mich noch nicht nach einem Buddy gefragt. „buddy join“ beginnt; es dauert keine Minute.
# $words (text): what was typed.
joining-unclear = Ich weiß hier nicht, was „{ $words }“ bedeutet. Magst du die Nummer oder die Worte einer Möglichkeit nehmen, mehrere mit Kommas dazwischen? Was du vorher gewählt hast, ist noch da.
# $given, $longest (numbers): characters.
joining-own-too-long = Das waren { $given } Zeichen, und bis zu { $longest } passen jeweils. Ein paar Worte, mit Kommas dazwischen, finden andere am besten. Was du vorher gewählt hast, ist noch da.
# $most (number)
joining-own-too-many = Das waren mehr eigene Worte, als ich vergleichen kann; bis zu { $most } gehen. Was du vorher gewählt hast, ist noch da.

## The questions

joining-ask-pool = Suchst du jemanden, der es aus dem eigenen Leben kennt, oder jemanden, der auch einem betroffenen Menschen nahesteht?
joining-ask-topics = Welche Themen kennst du aus deinem eigenen Leben? Falls du für einen Menschen hier bist, der dir nahesteht: womit lebt er? Wähle so viele, wie du magst. „Ein Buddy muss sie nicht teilen“ ist auch gut, und eine Diagnose brauchst du nicht.
joining-ask-hours = Wann könntest du meistens schreiben oder reden? Nach deiner eigenen Uhr; wähle so viele, wie du magst.
joining-ask-stage = Wo etwa bist du auf deinem Weg? Es gibt keinen falschen Ort.
joining-ask-languages = In welchen Sprachen könntest du dich mit einem Buddy austauschen?
joining-ask-voice = Möchtest du nur schreiben, oder vielleicht auch reden?
joining-ask-interests = Was magst du sonst? Das macht die ersten Worte leichter.
joining-ask-gender = Magst du mir dein Geschlecht sagen, in Worten, die zu dir passen? Ich brauche es nur, wenn du oder die andere Person einen Buddy gleichen Geschlechts möchte.
joining-ask-wish = Soll ein Buddy dasselbe Geschlecht haben wie du?
joining-ask-age = Wie alt bist du ungefähr? Viele mögen jemanden in ihrem Alter.
joining-ask-agree = Wenn niemand passt: was wäre für dich trotzdem in Ordnung? Es zählt nur, wo die andere Person demselben zustimmt.
joining-ask-mentor = Möchtest du außerdem eine Mentorin oder einen Mentor: jemanden, der seit einem Jahr oder länger auf dem Weg ist?

# $chosen (text): the options.
joining-chosen = Bisher gewählt: **{ $chosen }**
joining-seen-shared = Wer das sieht: wen ich dir vorschlage, nur wo ihr beide es gesagt habt. Moderatorinnen und Moderatoren: nur Zahlen; in einer kleinen Gruppe sieht die Leitung, dass zwei etwas gemeinsam haben, nie was.
joining-seen-buddy = Wer das sieht: wen ich dir vorschlage, ohne deinen Namen. Moderatorinnen und Moderatoren: nur Zahlen; in einer kleinen Gruppe sieht die Leitung, dass zwei etwas gemeinsam haben, nie was.
joining-seen-nobody = Wer das sieht: niemand. Ich nutze es nur, um zu finden, wer passt.
joining-write-several = Du kannst alles auf einmal antworten: Nummern oder Worte mit Kommas dazwischen. „weiter“ geht zum Nächsten.
joining-write-own = Eine Nummer, eines davon oder eigene Worte. „so lassen“ lässt es, wie es ist.

joining-own-button = Mit eigenen Worten
    .words = eigene, eigene worte
joining-done-button = Fertig
    .words = fertig, weiter, überspringen
joining-skip-button = Überspringen
    .words = weiter, überspringen
joining-keep-button = So lassen
    .words = so lassen, weiter, lassen
form-buddy-words = Mit eigenen Worten
form-buddy-words-words = Ein paar Worte, Kommas dazwischen
    .hint = Zum Beispiel: Nachtschicht, neue Eltern. Ersetzt frühere eigene Worte; leer: keine.

joining-wish-needs-gender = Für einen Buddy gleichen Geschlechts muss ich deines kennen. Ohne es lasse ich den Wunsch beiseite.

## The profile

joining-summary = Das reicht, um jemanden zu suchen. So sieht dein Profil aus; der Rest ist, wie die meisten beginnen, und du kannst ihn jetzt oder später ändern:
joining-look-button = Jemanden suchen
    .words = suchen, ja, los
joining-change-button = Etwas ändern
    .words = ändern
joining-later-button = Noch nicht
    .words = später, noch nicht, nein
joining-later = Gut. Ich behalte, was du gesagt hast, und suche noch nicht. „buddy join“ macht hier weiter.
joining-which = Was möchtest du ändern?
joining-profile = Das hast du mir gesagt. Wähle eine Zeile, um sie zu ändern:
# $item (text): what was asked. $value (text): the answer.
joining-changed = Notiert. { $item }: { $value }
# $next (text): a sentence about the next round.
joining-looking = Ich suche jemanden für dich. { $next } Ich frage dich unter uns, bevor irgendwer von dir hört.

    Eines macht es wahrscheinlicher, dass ich jemanden finde: Was wäre in Ordnung, wenn sonst niemand passt?
# $when (text): day and time.
joining-next = Die nächste Runde ist am { $when }.
joining-next-unknown = Wann die nächste Runde ist, entscheidet euer Team.
joining-profile-button = Mein Buddy-Profil
joining-status-button = Wie steht es?
joining-join-button = Einen Buddy suchen
joining-pause-button = Suche ruhen lassen
joining-back-button = Wieder suchen
    .words = wieder

joining-item-pool = Hier für
joining-item-topics = Themen
joining-item-hours = Wann
joining-item-stage = Auf dem Weg
joining-item-languages = Sprachen
joining-item-voice = Schreiben oder reden
joining-item-interests = Interessen
joining-item-gender = Geschlecht
joining-item-wish = Geschlecht des Buddys
joining-item-age = Alter
joining-item-agree = Wenn niemand passt
joining-item-mentor = Auch Mentor oder Mentorin
# In a proposal, of the other one.
joining-theirs-hours = Wann, nach der eigenen Uhr dieser Person
# On the reader\'s own clock.
joining-both-hours = Wann ihr beide Zeit habt

# Where nothing was said: what that means.
joining-nothing-topics = alle
joining-nothing-hours = jederzeit
joining-nothing-stage = nicht gesagt
joining-nothing-languages = alle
joining-nothing-interests = nicht gesagt
joining-nothing-gender = nicht gesagt
joining-nothing-age = nicht gesagt
joining-nothing-agree = dann warte ich lieber

## The options; `.words` are what also means them when typed

joining-option-pool-peer = Mich selbst
    .words = mich, ich, selbst
joining-option-pool-family = Jemanden, der mir nahesteht
    .words = familie, angehörige, angehöriger, freund, freundin, partner, partnerin

joining-option-topics-alcohol = Alkohol
    .words = trinken
joining-option-topics-opioids = Opioide
    .words = heroin, fentanyl, schmerzmittel, opiate
joining-option-topics-stimulants = Kokain, Meth, Speed
    .words = kokain, koks, meth, crystal, speed, crack
joining-option-topics-cannabis = Cannabis
    .words = kiffen, gras, hanf
joining-option-topics-medicines = Schlafmittel, Benzos
    .words = benzos, schlafmittel, tabletten, medikamente, beruhigungsmittel
joining-option-topics-nicotine = Nikotin
    .words = rauchen, zigaretten, tabak, vapen
joining-option-topics-gambling = Glücksspiel
    .words = wetten, spielen um geld
joining-option-topics-screens = Spiele und Bildschirme
    .words = computerspiele, gaming, bildschirme, internet, handy
joining-option-topics-eating = Essen und Körper
    .words = essen, körperbild, magersucht, bulimie, essanfälle, essstörung
joining-option-topics-sex = Sex, Liebe, Pornos
    .words = sex, pornos, liebe
joining-option-topics-depression = Gedrückte Stimmung, Depression
    .words = depression, depressionen, gedrückte stimmung
joining-option-topics-anxiety = Angst, Panik
    .words = angst, ängste, panik, sorgen, zwänge
joining-option-topics-trauma = Trauma
    .words = ptbs, missbrauch, gewalt
joining-option-topics-grief = Trauer
    .words = verlust
joining-option-topics-moods = Hochs und Tiefs, bipolar
    .words = bipolar, manie
joining-option-topics-voices = Stimmen hören, Psychose
    .words = psychose, psychosen, stimmen, schizophrenie
joining-option-topics-selfharm = Selbstverletzung
    .words = ritzen, selbstverletzen
joining-option-topics-suicide = Suizidgedanken
    .words = suizid, lebensmüde, suizidalität
joining-option-topics-mind = ADHS, Autismus
    .words = adhs, ads, autismus, asperger, neurodivergenz
joining-option-topics-illness = Lange Krankheit, Schmerzen
    .words = krankheit, schmerzen, chronisch krank, behinderung
joining-option-topics-loneliness = Einsamkeit
    .words = einsam, allein
joining-option-topics-any = Ein Buddy muss sie nicht teilen
    .words = egal, alle, nicht meine eigene, muss nicht

joining-option-hours-weekday-morning = Werktags morgens, 6–11 Uhr
    .words = werktags morgens, unter der woche morgens, werktags vormittags
joining-option-hours-weekday-midday = Werktags mittags, 11–17 Uhr
    .words = werktags mittags, unter der woche mittags, werktags nachmittags, unter der woche nachmittags
joining-option-hours-weekday-evening = Werktags abends, 17–22 Uhr
    .words = werktags abends, unter der woche abends
joining-option-hours-weekday-night = Werktags nachts, 22–6 Uhr
    .words = werktags nachts, unter der woche nachts
joining-option-hours-weekend-morning = Am Wochenende morgens, 6–11 Uhr
    .words = am wochenende morgens, wochenende morgens, am wochenende vormittags
joining-option-hours-weekend-midday = Am Wochenende mittags, 11–17 Uhr
    .words = am wochenende mittags, wochenende mittags, am wochenende nachmittags
joining-option-hours-weekend-evening = Am Wochenende abends, 17–22 Uhr
    .words = am wochenende abends, wochenende abends
joining-option-hours-weekend-night = Am Wochenende nachts, 22–6 Uhr
    .words = am wochenende nachts, wochenende nachts
joining-option-hours-any = Jederzeit
    .words = immer, egal, alle
joining-option-hours-mornings = Morgens
    .words = morgens, morgen, vormittags
joining-option-hours-middays = Mittags
    .words = mittags, mittag, nachmittags, tagsüber
joining-option-hours-evenings = Abends
    .words = abends, abend
joining-option-hours-nights = Nachts
    .words = nachts, nacht, spät
joining-option-hours-weekdays = Werktags
    .words = werktags, unter der woche, werktage
joining-option-hours-weekends = Am Wochenende
    .words = wochenende, am wochenende, wochenends

joining-option-stage-0 = Ganz am Anfang
    .words = anfang, am anfang
joining-option-stage-1 = Erste Wochen
    .words = wochen
joining-option-stage-2 = Erste Monate
    .words = monate
joining-option-stage-3 = Fast ein Jahr
    .words = etwa ein jahr
joining-option-stage-4 = Ein bis drei Jahre
    .words = ein jahr oder mehr
joining-option-stage-5 = Schon Jahre
    .words = jahre, viele jahre
joining-option-stage-none = Lieber nicht sagen
    .words = keine angabe, nicht sagen

joining-option-voice-text = Nur schreiben
    .words = schreiben, text
joining-option-voice-voice = Auch reden
    .words = reden, anrufe, sprechen, beides

joining-option-interests-music = Musik
joining-option-interests-outdoors = Spazieren, draußen sein
    .words = spazieren, wandern, natur, draußen
joining-option-interests-sport = Sport
    .words = laufen, yoga, fußball
joining-option-interests-books = Bücher
    .words = lesen
joining-option-interests-films = Filme
    .words = fernsehen, kino
joining-option-interests-games = Spiele
    .words = brettspiele, zocken
joining-option-interests-cooking = Kochen, Backen
    .words = kochen, backen, essen
joining-option-interests-pets = Tiere
    .words = haustiere, hunde, katzen
joining-option-interests-crafts = Handwerk, Basteln
    .words = handwerk, basteln, stricken, werken
joining-option-interests-art = Kunst
    .words = malen, zeichnen, fotografie
joining-option-interests-writing = Schreiben
    .words = gedichte, tagebuch
joining-option-interests-garden = Garten
    .words = pflanzen, gärtnern
joining-option-interests-faith = Glaube, Meditation
    .words = glaube, religion, meditation, spiritualität
joining-option-interests-technology = Technik, Wissenschaft
    .words = technik, wissenschaft, computer, programmieren
joining-option-interests-travel = Reisen
    .words = urlaub
joining-option-interests-parenting = Kinder haben
    .words = kinder, elternsein

joining-option-gender-woman = Frau
    .words = weiblich, w
joining-option-gender-man = Mann
    .words = männlich
joining-option-gender-nonbinary = Nicht-binär
    .words = nicht binär, nichtbinär, divers
joining-option-gender-none = Lieber nicht sagen
    .words = keine angabe, nicht sagen

joining-option-wish-any = Jedes Geschlecht
    .words = egal, nein
joining-option-wish-same = Dasselbe wie meines
    .words = dasselbe, gleich, ja

joining-option-age-0 = 18–24
    .words = 18-24
joining-option-age-1 = 25–34
    .words = 25-34
joining-option-age-2 = 35–44
    .words = 35-44
joining-option-age-3 = 45–54
    .words = 45-54
joining-option-age-4 = 55–64
    .words = 55-64
joining-option-age-5 = 65 oder älter
    .words = 65+, älter
joining-option-age-none = Lieber nicht sagen
    .words = keine angabe, nicht sagen

joining-option-agree-repeat = Jemand, den ich schon hatte
    .words = wieder, nochmal, schon gehabt
joining-option-agree-text_only = Zu verschiedenen Zeiten schreiben
    .words = schreiben, nur schreiben
joining-option-agree-wider_stage = Jemand viel weiter, oder neuer
    .words = weiter als ich, neuer
joining-option-agree-trio = Zu dritt
    .words = drei, trio

joining-option-mentor-no = Nein, danke
    .words = nein
joining-option-mentor-yes = Ja, gern
    .words = ja

## Resting, status, leaving

# $until (text): the first day on which the search goes on.
joining-paused = Ruhe also. Vor { $until } suche ich keinen Buddy. Dein Profil bleibt, und ein Buddy, den du hast, bleibt dein Buddy.
joining-paused-open = Ruhe also. Ich suche keinen Buddy, bis du „buddy back“ sagst. Dein Profil bleibt, und ein Buddy, den du hast, bleibt dein Buddy.
joining-back = Willkommen zurück.

joining-status-not-among = Du hast mich nicht nach einem Buddy gefragt. Wenn du einen möchtest: Es dauert keine Minute.
joining-status-unfinished = Dein Profil ist noch nicht fertig, deshalb suche ich noch nicht. Zwei kurze Antworten genügen.
joining-status-held = Die Suche ruht im Moment. Wenn du mehr wissen möchtest, frag euer Team; es kann helfen.
joining-status-resting = Du ruhst dich aus, deshalb suche ich niemanden. „buddy back“ macht weiter.
# $until (text)
joining-status-resting-until = Du ruhst dich bis { $until } aus. Danach suche ich wieder; „buddy back“ macht jetzt weiter.
joining-status-looking = Ich suche jemanden für dich.
# $rounds (number): without a buddy so far.
joining-status-waited = { $rounds ->
        [one] Eine Runde ist vergangen, ohne dass jemand passte.
       *[other] { $rounds } Runden sind vergangen, ohne dass jemand passte.
    } Das liegt daran, wer da war, nicht an dir, und nächstes Mal kommst du zuerst dran. Mehr Zeiten, oder mehr, was für dich in Ordnung ist, würden helfen.
# $until (text): day and time.
joining-status-asked = Ich habe jemanden gefunden, der zu dir passen könnte, und dich unter uns gefragt. Offen bis { $until }; ein Nein braucht keinen Grund.
joining-status-waits = Du hast zu jemandem Ja gesagt. Bis { $until } sage ich dir, wie es weitergeht.
# A name follows each of these.
joining-status-buddy = Dein Buddy:
joining-status-mentor = Begleitet von:
joining-status-mentee = Du begleitest:
joining-status-unnamed = jemand, der sein Konto nicht gezeigt hat
joining-status-way-thread = Ihr trefft euch im privaten Thread, den ich für euch geöffnet habe.
joining-status-way-room = Ihr trefft euch im verschlüsselten Raum, den ich für euch geöffnet habe.
joining-status-way-relay = Ihr schreibt hier an mich, und ich trage eure Worte zueinander.

joining-leave-sure = Soll ich dein Buddy-Profil entfernen? Was du mir über dich gesagt hast, wird gelöscht, und wenn du einen Buddy hast, erfährt er behutsam, dass es zu Ende ist, ohne Grund. Ausruhen behält alles.
joining-leave-yes = Ja, entfernen
    .words = ja, entfernen
joining-leave-pause = Lieber ausruhen
    .words = ausruhen, pause
joining-leave-no = Bleiben
    .words = nein, bleiben
joining-leave-stayed = Gut. Alles ist, wie es war.
joining-left = Entfernt. Danke, dass du da warst. Du kannst wiederkommen, wann immer du magst.

## What each command does (in `help` and in menus), with a line to copy

group-buddy = ein anderes Mitglied zum Schreiben
command-buddy-join = Einen Buddy finden: ein anderes Mitglied zum Schreiben
    .example = buddy join
    .words = buddy finden, buddy suchen, ich möchte einen buddy
command-buddy-profile = Sehen und ändern, was ich für die Buddy-Suche von dir weiß
    .example = buddy profile hours
    .words = mein buddy-profil
command-buddy-status = Wie die Suche nach einem Buddy steht, und wo ihr euch trefft
    .example = buddy status
    .words = mein buddy
command-buddy-pause = Die Suche nach einem Buddy ruhen lassen
    .example = buddy pause bis Freitag
command-buddy-back = Wieder nach einem Buddy suchen
    .example = buddy back
command-buddy-leave = Dein Buddy-Profil entfernen
    .example = buddy leave
argument-item = was du ändern möchtest, etwa topics (Themen) oder hours (Zeiten)
argument-item-pool = Hier für
argument-item-topics = Themen
argument-item-hours = Wann
argument-item-stage = Auf dem Weg
argument-item-languages = Sprachen
argument-item-voice = Schreiben oder reden
argument-item-interests = Interessen
argument-item-gender = Geschlecht
argument-item-wish = Geschlecht des Buddys
argument-item-age = Alter
argument-item-agree = Wenn niemand passt
argument-item-mentor = Auch Mentor oder Mentorin
