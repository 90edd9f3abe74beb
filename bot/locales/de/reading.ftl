# Siehe en/reading.ftl. Awaiting native review.

time-unclear = Das kann ich nicht als Uhrzeit lesen. Es geht zum Beispiel **9:00**, **halb neun** oder **21 Uhr**.
hours-unclear = Das kann ich nicht als „von wann bis wann“ lesen. Es geht zum Beispiel **22:00 7:00** oder **von 22 bis 7 Uhr**.
span-unclear = Ich verstehe nicht, wie lange ich warten soll. Es geht zum Beispiel **1 h**, **30 min** oder **heute Abend**, höchstens ein Tag.
day-unclear = Ich verstehe nicht, welcher Tag das ist. Es geht zum Beispiel **Freitag**, **morgen**, **in 3 Tagen** oder **4. Dezember**.

# $first, $second (date): the two days that 3/4 may mean.
day-two-ways = Das kann der { DATETIME($first, dateStyle: "long") } oder der { DATETIME($second, dateStyle: "long") } sein. Mit dem Namen des Monats ist es klar, etwa **4. Dezember**.

# $day (date): the day that was read.
day-past = Der { DATETIME($day, dateStyle: "long") } ist schon vorbei. Welcher Tag ab heute ist gemeint, etwa **morgen** oder **Freitag**?

# $day (date): the day that was read.
day-future = Der { DATETIME($day, dateStyle: "long") } kommt erst noch. Welcher Tag bis heute ist gemeint, etwa **gestern** oder **3. Mai 2024**?

place-unclear = Diesen Ort kenne ich nicht. Am besten geht die nächste große Stadt, etwa **Berlin** oder **Wien**; ein Land geht auch.
place-abbreviation = Solche Buchstaben können mehrere Uhrzeiten bedeuten. Welche große Stadt hat dieselbe Zeit wie du? Es geht zum Beispiel **Berlin**, **Wien** oder **London**.
