### Awaiting native review.
### Zob. bot/locales/en/crisis-replies.ftl. Tylko odpowiedzi; reszta mówi innym językiem.

reply-opening-self = Prywatna wiadomość, tylko dla ciebie. Jestem programem, przeczytałem twoją wiadomość i dobrze, że została napisana.
reply-opening-other = Prywatna wiadomość, tylko dla ciebie. Jestem programem i przeczytałem twoją wiadomość. Dobrze, że ktoś może na ciebie liczyć.
reply-late = Nie było mnie, gdy ta wiadomość przyszła ({ $when }), i czytam ją dopiero teraz. Przepraszam. Jeśli coś się zmieniło, weź to, co pomaga, a resztę zostaw.
reply-stay = Proszę, nie zostawaj z tym w pojedynkę: idź tam, gdzie ktoś jest, albo miej kogoś przy telefonie. Jeśli obok jest coś, co mogłoby ci zaszkodzić, odejdź od tego.
reply-overdose-self = Zadzwoń teraz, nawet jeśli na razie czujesz się dobrze. Otwórz drzwi, połóż się na boku i nie zostawaj bez nikogo: niech ktoś przyjdzie. Powiedz, co zostało wzięte. Jeśli jest nalokson, powiedz gdzie.
reply-overdose-other = Najpierw zadzwoń. Jeśli jest nalokson, podaj go. Jeśli ta osoba oddycha, ułóż ją na boku; jeśli nie, przez telefon powiedzą ci, co robić. Zostań, aż przyjedzie pomoc.
reply-self-harm = Jeśli masz ranę, niech ktoś ją dziś obejrzy. Nie musisz mówić więcej, niż chcesz.
reply-substance = Głód rośnie i opada, zwykle w ciągu pół godziny. Czy możesz odejść od tego miejsca i być w tym czasie z kimś albo przy telefonie? Jeśli to już się stało: dawna ilość może być teraz za duża, więc nie zostawaj bez nikogo.
reply-violence = To nie twoja wina i to ty decydujesz, co dalej. Jeśli ktoś jeszcze zagląda do tego urządzenia, usuń tę wiadomość po przeczytaniu; pomoc jest też dla tych, którzy zostają.
reply-sexual-violence = To, co ci zrobiono, nie jest twoją winą. To ty decydujesz, komu powiesz i co dalej.
reply-other = Możesz zapytać wprost: „Czy myślisz o odebraniu sobie życia?” To pytanie nikomu nie podsuwa takiej myśli. Słuchaj, bądź obok albo przy telefonie i powiedz komuś, komu oboje ufacie. Nie musisz dźwigać tego w pojedynkę; numery są też dla ciebie.
reply-violence-other = Uwierz tej osobie, zapytaj, czego potrzebuje, i pozwól jej decydować. Nie stawaj naprzeciw tego, kto ją krzywdzi: może być groźniej. Numery są też dla ciebie.
reply-barrier = Nie trzeba wiedzieć, czy to poważne, i w każdej chwili można się rozłączyć albo przestać pisać.
reply-trusted = Czy jest ktoś, komu ufasz? „Możesz porozmawiać?” wystarczy, żeby napisać.
reply-told-room = Zawiadamiam zespół { $team }, z odnośnikiem do twojej wiadomości. Nikt jeszcze nie odpowiedział, więc proszę, nie czekaj na nich.
reply-told-direct = Zawiadamiam zespół { $team }, bez twoich słów. Nikt jeszcze nie odpowiedział, więc proszę, nie czekaj na nich.
reply-told-nobody = Nikomu o tym nie mówię.
reply-again = To też czytam. Numery sprzed chwili są nadal aktualne, o każdej porze. Jestem tylko programem; człowiek byłby teraz lepszym towarzystwem.
reply-safe = Możesz tu spokojnie czytać?
reply-safe-yes = Tak, pokaż
reply-talk = Porozmawiać z kimś
reply-more = Więcej pomocy
reply-misread = To było źle zrozumiane
reply-show = Pokazać zespołowi, co napisałem/am
reply-soft = Brzmi to jak duży ciężar. Jestem tylko programem, więc: czy pomógłby człowiek? Nikomu o tym nie mówię.
reply-lines = Telefony zaufania
reply-soft-off = Nie pytaj mnie o to

reply-seen = Ktoś z zespołu { $team } to widzi i chce do ciebie napisać. Jeśli to nie może czekać, nie czekaj: napisz „help now”.
reply-seen-by = { $name } z zespołu { $team } to widzi i chce do ciebie napisać. Jeśli to nie może czekać, nie czekaj: napisz „help now”.
reply-unanswered = Nikt z zespołu jeszcze nie odpowiedział. Proszę, nie czekaj na nas:
reply-tomorrow = Napisz do mnie jutro
reply-day-after = Cześć. Miałem dziś do ciebie napisać.

    Jak jest teraz? Nie musisz odpowiadać. Jestem tylko programem, ale to prowadzi do ludzi:

lines-emergency = Jeśli zagrożone jest życie ({ $country }): zadzwoń pod **{ $number }**.
lines-emergency-police = Jeśli zagrożone jest życie ({ $country }): zadzwoń pod **{ $number }**. Jeśli ktoś ci grozi, policja: **{ $police }**.
lines-anywhere = Jeśli zagrożone jest życie, zadzwoń pod numer alarmowy tam, gdzie jesteś (112 w dużej części Europy, 911 w Ameryce Północnej).

    Telefony zaufania według krajów: { $directory }
lines-people = Ludzie, którzy słuchają:
lines-call = telefon { $number }
lines-call-press = telefon { $number }, potem { $key }
lines-text = SMS na { $number }
lines-text-word = SMS o treści { $word } na { $number }
lines-chat = czat
lines-always = o każdej porze
lines-closed = teraz nieczynne
lines-directory = Telefony zaufania według krajów: { $directory }
lines-public = Te numery pochodzą z publicznych list; jeśli jeden nie odpowiada, spróbuj następnego.
lines-checked = Ktoś sprawdził te numery { DATETIME($day, dateStyle: "long") } lub później. Jeśli jeden nie odpowiada, spróbuj następnego.
