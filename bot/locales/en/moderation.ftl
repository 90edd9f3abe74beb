### What the team of a community is told.

staff-invite-declined = Somebody invited me to a room that isn't on my list, so I stayed out. If I should be there, the operator can add it to the configuration.
staff-account-restricted = The platform has stopped me from writing to members unasked, for now. Check-ins rest; whoever writes to me still gets an answer. The operator's log says more, and may need to ask the platform.
