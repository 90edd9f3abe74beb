"""The neutral vocabulary between the core and the platforms.

Data flows one way: an adapter turns what happens on its platform into an `Event` and hands it
to the `Sink`; the core answers with actions, which the adapter performs and acknowledges with
a `Receipt`. Everything here is frozen; ids are the platform's own immutable ids, never names;
times are aware.
"""

from bot.platform.actions import (
    Action,
    CancelEvent,
    CloseRoom,
    Delete,
    Floor,
    Forget,
    LookAt,
    OpenRoom,
    Send,
    SetFloor,
    SetRole,
    ShowEvent,
    Tidy,
)
from bot.platform.adapter import Ability, Adapter, AdapterState, AdapterStopped, Pace, Sink
from bot.platform.address import Address
from bot.platform.choosing import choice_of
from bot.platform.events import (
    AccountRestricted,
    Change,
    Chose,
    Commanded,
    Event,
    FormFilled,
    Invited,
    InviteDeclined,
    MemberChanged,
    Reported,
    RoomMoved,
    Said,
    TookBack,
    Undecryptable,
)
from bot.platform.messages import Attachment, Audience, Choice, Choices, Reply, Say, new_key
from bot.platform.receipts import NotSent, Outcome, Receipt, Right
from bot.platform.stored import send_from_data, send_to_data

__all__ = [
    "Ability",
    "AccountRestricted",
    "Action",
    "Adapter",
    "AdapterState",
    "AdapterStopped",
    "Address",
    "Attachment",
    "Audience",
    "CancelEvent",
    "Change",
    "Choice",
    "Choices",
    "Chose",
    "CloseRoom",
    "Commanded",
    "Delete",
    "Event",
    "Floor",
    "Forget",
    "FormFilled",
    "InviteDeclined",
    "Invited",
    "LookAt",
    "MemberChanged",
    "NotSent",
    "OpenRoom",
    "Outcome",
    "Pace",
    "Receipt",
    "Reply",
    "Reported",
    "Right",
    "RoomMoved",
    "Said",
    "Say",
    "Send",
    "SetFloor",
    "SetRole",
    "ShowEvent",
    "Sink",
    "Tidy",
    "TookBack",
    "Undecryptable",
    "choice_of",
    "new_key",
    "send_from_data",
    "send_to_data",
]
