# Véase en/reading.ftl. Awaiting native review.

time-unclear = No lo entiendo como una hora. Sirve algo como **9:00**, **7 de la tarde** o **21:30**.
hours-unclear = No entiendo desde cuándo hasta cuándo. Sirve algo como **22:00 7:00** o **de 10 de la noche a 7 de la mañana**.
span-unclear = No entiendo cuánto esperar. Sirve algo como **1 h**, **30 min** o **esta noche**; un día como mucho.
day-unclear = No entiendo qué día es. Sirve algo como **viernes**, **mañana**, **en 3 días** o **4 de diciembre**.

# $first, $second (date): the two days that 3/4 may mean.
day-two-ways = Puede ser el { DATETIME($first, dateStyle: "long") } o el { DATETIME($second, dateStyle: "long") }. Con el nombre del mes queda claro, por ejemplo **4 de diciembre**.

# $day (date): the day that was read.
day-past = El { DATETIME($day, dateStyle: "long") } ya pasó. ¿Qué día de hoy en adelante, por ejemplo **mañana** o **viernes**?

# $day (date): the day that was read.
day-future = El { DATETIME($day, dateStyle: "long") } aún no ha llegado. ¿Qué día hasta hoy, por ejemplo **ayer** o **3 de mayo de 2024**?

place-unclear = No conozco ese lugar. Lo mejor es la ciudad grande más cercana, como **Madrid** o **Bogotá**; también vale un país.
place-abbreviation = Esas letras pueden significar varias horas distintas. ¿Qué ciudad grande tiene tu misma hora? Sirve algo como **Madrid**, **Bogotá** o **Nueva York**.
