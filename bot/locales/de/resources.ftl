### Awaiting native review.
### Siehe en/resources.ftl.

topic-suicide = Gedanken an Suizid
    .words = Suizid
topic-crisis = eine Krise
    .words = Krise
topic-emotional-support = jemand zum Reden
topic-mental-health = seelische Gesundheit
    .words = Psyche
topic-self-harm = Selbstverletzung
topic-substance = Alkohol und andere Drogen
    .words = Alkohol, Drogen, Sucht
topic-overdose = Überdosis
topic-poison = Vergiftung
topic-domestic-violence = Gewalt zu Hause
    .words = häusliche Gewalt, Gewalt
topic-sexual-violence = sexuelle Gewalt
topic-child-abuse = Gewalt gegen Kinder
topic-youth = junge Menschen
    .words = Jugend, Jugendliche, Kinder
topic-lgbtq = LGBTQ+
    .words = queer, lesbisch, schwul
topic-veterans = Veteranen
topic-indigenous = indigene Menschen
topic-perinatal = Schwangerschaft und Zeit danach
    .words = Schwangerschaft
topic-trafficking = Ausbeutung
topic-housing = ein Dach über dem Kopf
    .words = Wohnen, Unterkunft, obdachlos
topic-gambling = Glücksspiel
    .words = Spielen
topic-eating-disorder = Essstörungen
    .words = Essstörung, Magersucht, Bulimie
topic-disaster = nach einer Katastrophe

command-resources = Hilfetelefone und andere Hilfe, nach Thema und Ort
    .example = resources Alkohol
argument-place = eine Stadt oder Gegend
resources-intro = Alle Hilfe, die ich kenne ({ $country }). Worum geht es? Du kannst auch sagen: **resources Wohnen in Leipzig**. Was du suchst, wird nicht behalten.

    { $lines ->
        [one] 1 Hilfetelefon
       *[other] { $lines } Hilfetelefone
    }{ $services ->
        [0] {""}
        [one] , 1 Anlaufstelle in der Nähe
       *[other] , { $services } Anlaufstellen in der Nähe
    }
resources-none = Ich weiß nicht, in welchem Land du bist, und habe deshalb noch nichts zu zeigen. Sag „help now“ und seinen Namen, oder schau hier: { $directory }
resources-nothing = Zu diesen Worten kenne ich nichts. Diese Themen gibt es:
resources-all = Alles zeigen
resources-next = Mehr
resources-back = Zurück
resources-topics = Themen
resources-page = { $count ->
        [one] Eins gefunden:
       *[other] { $count } gefunden, Seite { $page } von { $pages }:
    }
resources-ages = { $high ->
        [0] ab { $low } Jahren
       *[other] { $low ->
            [0] bis { $high } Jahre
           *[other] { $low } bis { $high } Jahre
        }
    }
resources-checked = geprüft am { DATETIME($day, dateStyle: "long") }
