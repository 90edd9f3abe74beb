"""Words between two buddies, read by two of a team or by nobody.

The bot keeps no words that it has carried, so it can show none. One of the two may hand some over
with a report; then a moderator asks with a reason, another agrees within a day, and both read them.
"""
