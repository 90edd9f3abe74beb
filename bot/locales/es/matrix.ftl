# Debajo de una pregunta en una sala de Matrix: las opciones están arriba en una lista numerada y
# los mismos números están puestos como reacciones. Lo lee toda la sala; breve.
# Awaiting native review.
matrix-reply-hint = Toca un número aquí abajo, o escribe el número o la palabra.

# Lo mismo cuando hay más opciones que reacciones: algunas solo se pueden escribir.
matrix-reply-hint-typed = Escribe el número o la palabra.
