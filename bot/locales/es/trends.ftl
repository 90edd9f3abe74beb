### Awaiting native review.
### Véase en/trends.ftl.

trends-here = Las mismas semanas en una imagen:
trends-title = Semana a semana
trends-span = Las semanas del { $first } al { $last }
trends-checkins = Miembros con respuesta diaria, redondeado hacia abajo de cinco en cinco
trends-meetings = Reuniones que se celebraron
trends-gaps = Una semana sin punto: respondieron cinco miembros o menos, así que no se da ningún número.
trends-no-number = sin número
