### Awaiting native review.
### Zie bot/locales/en/crisis-replies.ftl. Alleen de antwoorden; de rest spreekt een andere taal.

reply-opening-self = Een privébericht, alleen voor jou. Ik ben een programma, ik heb je bericht gelezen, en het is goed dat je het schreef.
reply-opening-other = Een privébericht, alleen voor jou. Ik ben een programma en heb je bericht gelezen. Het is goed dat je op iemand let.
reply-late = Ik was er niet toen je schreef ({ $when }) en lees het nu pas. Het spijt me. Is het intussen anders, neem dan wat helpt en laat de rest.
reply-stay = Blijf hier niet alleen mee: ga naar een plek waar iemand is, of houd iemand aan de telefoon. Ligt er iets bij je waarmee je jezelf pijn kunt doen, ga daar dan bij vandaan.
reply-overdose-self = Bel nu, ook als je je tot nu toe goed voelt. Doe de deur van het slot, ga op je zij liggen en blijf niet alleen: haal iemand bij je. Vertel wat je hebt genomen. Is er naloxon, zeg dan waar.
reply-overdose-other = Bel eerst. Is er naloxon, geef het dan. Ademt de ander, draai die dan op de zij; ademt de ander niet, dan vertellen de mensen aan de telefoon je wat je doet. Blijf tot er hulp is.
reply-self-harm = Ben je gewond, laat er dan vandaag iemand naar kijken. Je hoeft niet meer te vertellen dan je wilt.
reply-substance = Trek komt op en zakt weer, meestal binnen een half uur. Kun je weggaan van waar het is, en zolang bij iemand zijn of aan de telefoon? Is het al gebeurd: de hoeveelheid van vroeger kan nu te veel zijn, blijf dus niet alleen.
reply-violence = Het is niet jouw schuld, en jij beslist wat er nu gebeurt. Kijkt er nog iemand op dit apparaat, wis dit bericht dan na het lezen; er is ook hulp voor wie blijft.
reply-sexual-violence = Wat jou is aangedaan is niet jouw schuld. Jij beslist aan wie je het vertelt en wat er nu gebeurt.
reply-other = Je kunt het rechtuit vragen: "Denk je eraan een eind aan je leven te maken?" Die vraag brengt niemand op dat idee. Luister, blijf erbij of aan de lijn, en vertel het iemand die jullie allebei vertrouwen. Je hoeft dit niet alleen te dragen; de nummers zijn er ook voor jou.
reply-violence-other = Geloof de ander, vraag wat er nodig is en laat de ander beslissen. Spreek degene die pijn doet er niet op aan: dat kan het gevaarlijker maken. De nummers zijn er ook voor jou.
reply-barrier = Je hoeft niet zeker te weten of het ernstig is, en je mag altijd ophangen of stoppen met schrijven.
reply-trusted = Is er iemand die je vertrouwt? "Kun je praten?" is genoeg als bericht.
reply-told-room = Ik waarschuw nu het team van { $team }, met een link naar je bericht. Er heeft nog niemand geantwoord, wacht er dus niet op.
reply-told-direct = Ik waarschuw nu het team van { $team }, zonder jouw woorden. Er heeft nog niemand geantwoord, wacht er dus niet op.
reply-told-nobody = Ik heb het niemand verteld.
reply-again = Dat heb ik ook gelezen. De nummers van net gelden nog, op elk uur. Ik ben maar een programma; een mens is nu beter gezelschap.
reply-safe = Kun je hier rustig lezen?
reply-safe-yes = Ja, laat zien
reply-talk = Met iemand praten
reply-more = Meer hulp
reply-misread = Je begreep me verkeerd
reply-show = Het team laten zien wat ik schreef
reply-soft = Dat klinkt zwaar. Ik ben maar een programma, dus: zou een mens helpen? Ik heb het niemand verteld.
reply-lines = Hulplijnen
reply-soft-off = Vraag me dat niet

reply-seen = Iemand van het team van { $team } heeft dit gezien en wil je schrijven. Kan het niet wachten, wacht dan niet: typ "help now".
reply-seen-by = { $name } van het team van { $team } heeft dit gezien en wil je schrijven. Kan het niet wachten, wacht dan niet: typ "help now".
reply-unanswered = Er heeft nog niemand van het team geantwoord. Wacht alsjeblieft niet op ons:
reply-tomorrow = Schrijf me morgen
reply-day-after = Hallo. Je wilde dat ik vandaag schreef.

    Hoe gaat het nu? Je hoeft niet te antwoorden. Ik ben maar een programma, maar dit leidt naar mensen:

lines-emergency = Als er een leven in gevaar is ({ $country }): bel **{ $number }**.
lines-emergency-police = Als er een leven in gevaar is ({ $country }): bel **{ $number }**. Bedreigt iemand je, de politie: **{ $police }**.
lines-anywhere = Als er een leven in gevaar is, bel het alarmnummer van waar je bent (112 in een groot deel van Europa, 911 in Noord-Amerika).

    Hulplijnen per land: { $directory }
lines-people = Mensen die luisteren:
lines-call = bel { $number }
lines-call-press = bel { $number }, kies dan { $key }
lines-text = sms naar { $number }
lines-text-word = sms { $word } naar { $number }
lines-chat = chat
lines-always = op elk uur
lines-closed = nu gesloten
lines-directory = Hulplijnen per land: { $directory }
lines-public = Deze nummers komen uit openbare lijsten; neemt er een niet op, probeer dan de volgende.
lines-checked = Iemand heeft deze nummers nagekeken, op { DATETIME($day, dateStyle: "long") } of later. Neemt er een niet op, probeer dan de volgende.
