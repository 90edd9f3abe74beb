### Awaiting native review.
### Bkz. bot/locales/en/crisis-replies.ftl. Yalnızca yanıtlar; kalanı başka dilde.

reply-opening-self = Yalnızca sana özel bir not. Ben bir programım, mesajını okudum ve yazmış olman iyi.
reply-opening-other = Yalnızca sana özel bir not. Ben bir programım ve mesajını okudum. Birini gözetmen güzel.
reply-late = Sen yazdığında ({ $when }) burada değildim, ancak şimdi okudum. Üzgünüm. Bir şeyler değiştiyse işine yarayanı al, gerisini bırak.
reply-stay = Lütfen bununla yalnız kalma: birinin olduğu bir yere git ya da telefonda biri olsun. Yakınında sana zarar verebilecek bir şey varsa ondan uzaklaş.
reply-overdose-self = Şu ana kadar iyi hissetsen de hemen ara. Kapının kilidini aç, yan yat ve yalnız kalma: yanına birini çağır. Ne aldığını söyle. Nalokson varsa nerede olduğunu söyle.
reply-overdose-other = Önce ara. Nalokson varsa ver. Nefes alıyorsa yan çevir; almıyorsa telefondakiler ne yapacağını söyler. Yardım gelene kadar kal.
reply-self-harm = Bir yaran varsa bugün biri baksın. İstediğinden fazlasını anlatman gerekmez.
reply-substance = İstek yükselir ve düşer, çoğu zaman yarım saat içinde. Onun olduğu yerden uzaklaşıp bu sırada biriyle, ya da telefonda olabilir misin? Olduysa bile: eskiden alınan miktar artık fazla gelebilir, o yüzden yalnız kalma.
reply-violence = Bu senin suçun değil ve bundan sonra ne olacağına sen karar verirsin. Bu cihaza başka biri de bakıyorsa okuduktan sonra bu mesajı sil; kalanlar için de yardım var.
reply-sexual-violence = Sana yapılan senin suçun değil. Kime anlatacağına ve bundan sonra ne olacağına sen karar verirsin.
reply-other = Açıkça sorabilirsin: "Yaşamına son vermeyi düşünüyor musun?" Bu soru kimsenin aklına bunu sokmaz. Dinle, yanında ya da telefonda kal ve ikinizin de güvendiği birine söyle. Bunu tek başına taşıman gerekmez; numaralar senin için de var.
reply-violence-other = Ona inan, neye ihtiyacı olduğunu sor ve kararı ona bırak. Ona zarar verenin karşısına çıkma: daha tehlikeli olabilir. Numaralar senin için de var.
reply-barrier = Ciddi olup olmadığını bilmen gerekmez; istediğin an kapatabilir ya da yazmayı bırakabilirsin.
reply-trusted = Güvendiğin biri var mı? "Konuşabilir misin?" yazmak yeter.
reply-told-room = { $team } ekibine haber veriyorum, mesajının bağlantısıyla. Henüz kimse yanıt vermedi, lütfen onları bekleme.
reply-told-direct = { $team } ekibine haber veriyorum, senin sözlerin olmadan. Henüz kimse yanıt vermedi, lütfen onları bekleme.
reply-told-nobody = Kimseye söylemedim.
reply-again = Bunu da okudum. Az önceki numaralar her saat geçerli. Ben yalnızca bir programım; şu an bir insan daha iyi eşlik eder.
reply-safe = Burada rahatça okuyabilir misin?
reply-safe-yes = Evet, göster
reply-talk = Biriyle konuş
reply-more = Daha fazla yardım
reply-misread = Beni yanlış anladın
reply-show = Yazdığımı ekibe göster
reply-soft = Bu ağır bir yük gibi. Ben yalnızca bir programım, bu yüzden: bir insan yardımcı olur mu? Kimseye söylemedim.
reply-lines = Yardım hatları
reply-soft-off = Bunu bana sorma

reply-seen = { $team } ekibinden biri bunu gördü ve sana yazmak istiyor. Bekleyemezse lütfen bekleme: "help now" yaz.
reply-seen-by = { $team } ekibinden { $name } bunu gördü ve sana yazmak istiyor. Bekleyemezse lütfen bekleme: "help now" yaz.
reply-unanswered = Ekipten henüz kimse yanıt vermedi. Lütfen bizi bekleme:
reply-tomorrow = Yarın bana yaz
reply-day-after = Merhaba. Bugün yazmamı istemiştin.

    Şimdi nasıl? Yanıt vermek zorunda değilsin. Ben yalnızca bir programım, ama bunlar insanlara götürür:

lines-emergency = Bir can tehlikedeyse ({ $country }): **{ $number }** numarasını ara.
lines-emergency-police = Bir can tehlikedeyse ({ $country }): **{ $number }** numarasını ara. Biri seni tehdit ediyorsa polis: **{ $police }**.
lines-anywhere = Bir can tehlikedeyse bulunduğun yerin acil numarasını ara (Avrupa'nın çoğunda 112, Kuzey Amerika'da 911).

    Ülkelere göre yardım hatları: { $directory }
lines-people = Dinleyen insanlar:
lines-call = ara { $number }
lines-call-press = ara { $number }, sonra { $key } tuşla
lines-text = SMS { $number }
lines-text-word = { $number } numarasına { $word } yaz
lines-chat = sohbet
lines-always = her saat
lines-closed = şu an kapalı
lines-directory = Ülkelere göre yardım hatları: { $directory }
lines-public = Bu numaralar herkese açık listelerden; biri açmazsa sonrakini dene.
lines-checked = Bu numaraları biri { DATETIME($day, dateStyle: "long") } tarihinde ya da sonra kontrol etti. Biri açmazsa sonrakini dene.
