### Awaiting native review.
### What the team of a community is told.

staff-invite-declined = Alguien me ha invitado a una sala que no está en mi lista, así que no he entrado. Si debo estar allí, quien administra el programa puede añadirla a la configuración.
