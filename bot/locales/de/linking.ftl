### Awaiting native review.
### Siehe en/linking.ftl. Befehle in Anführungszeichen bleiben englisch.

link-code = Schreib mir das innerhalb von { $minutes } Minuten von deinem anderen Konto aus:

    link { $code }

    Danach frage ich dich hier noch einmal. Gib diesen Code niemandem: Wer ihn eintippt, bittet darum, dieselbe Person zu sein wie du.
link-begin-there = Bist du von einem anderen Konto aus dabei? Sag dort „link“ und schreib mir hier den Code.
link-ask = Diesen Code hat ein Konto auf { $platform } gemacht. Sagst du ja, sind jenes Konto und dieses für mich dieselbe Person: ein Check-in, eine Geschichte, und beide können alles lesen.

    Sag nur ja, wenn das andere Konto deines ist. Hat dir jemand anders den Code gegeben, sag nein; sonst sieht diese Person, was du mir erzählt hast.
link-ask-held = Das hätten beide von diesem Konto gemeinsam. Wo es nur eines geben kann, wie die Antwort eines Tages, bleibt das des anderen Kontos:
link-agree = Ja, beide sind meine
    .words = ja, yes
link-decline = Nein
    .words = nein, no
link-agreed = Danke. Ich habe dein anderes Konto gefragt; sag auch dort ja, dann ist es getan.
link-confirm = Ist dieses Konto auch deines? Wenn du dort nicht eben einen Code eingetippt hast, sag nein.
link-mine = Ja, das bin ich
    .words = ja, yes
link-not-mine = Nein
    .words = nein, no
link-done = Erledigt: Beide Konten sind jetzt du. Ich schreibe an das von vorher; „link here“ auf dem anderen ändert das.
link-done-there = Erledigt: Dieses Konto ist jetzt eins mit deinem anderen. Mit „link here“ schreibe ich dir hierher.
link-declined-here = In Ordnung, es wurde nichts verbunden.
link-declined = Es wurde nichts verbunden.
link-not-yet = Noch niemand hat den Code eingetippt. Schreib ihn mir bitte von deinem anderen Konto aus.
link-code-unclear = Diesen Code kenne ich nicht: Vielleicht ist er zu alt, oder ein Zeichen stimmt nicht. „link“ auf deinem ersten Konto macht einen neuen.
link-refused = Diese beiden können nicht eins werden: Sie sind es schon, oder sie waren Buddys voneinander.
link-here = Ab jetzt schreibe ich dir hierher.
link-removed = Soweit ich weiß, gehört dieses Konto nicht mehr zu dir. Was ich habe, bleibt bei deinem anderen Konto.
link-only-one = Das ist dein einziges Konto. Wenn du gehen möchtest: „stop“ beendet alles, „privacy erase“ löscht es.

group-link = zwei Konten, die beide du bist
command-link = Handrail von einem zweiten Konto aus nutzen
    .example = link
command-link-here = Nachrichten an dieses Konto bekommen
    .example = link here
command-link-remove = Dieses Konto von den anderen trennen
    .example = link remove
argument-code = der Code von deinem anderen Konto
privacy-part-linking = Konten, die gerade verbunden werden
