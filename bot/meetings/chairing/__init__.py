"""Who leads a meeting, and what happens when nobody does.

For weeks ahead there is a rota: some take turns, others take single dates. The team is asked for
what is open six days before and a day before; whoever leads is asked a day before whether it still
suits them, and 15 minutes before whether they are there. If nobody is, stand-ins are asked at the
start, and five minutes later members are told honestly. Afterwards whoever led can tell the team.
"""
