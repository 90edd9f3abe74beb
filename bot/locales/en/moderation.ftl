### What the team of a community is told.

staff-invite-declined = Somebody invited me to a room that isn't on my list, so I stayed out. If I should be there, the operator can add it to the configuration.
