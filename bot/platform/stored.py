"""Sends as data, as the outbox keeps them."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot import richtext
from bot.platform.actions import (
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
from bot.platform.address import Address
from bot.platform.messages import Attachment, Audience, Choice, Choices, Say


def send_to_data(send: Send) -> dict[str, Any]:
    """A send as JSON-ready data; its key is kept apart."""
    to = send.to
    data: dict[str, Any] = {
        "kind": type(send).__name__,
        "to": _parts(to),
    }
    match send:
        case Say():
            data |= {
                "body": richtext.to_data(send.body),
                "audience": send.audience.value,
                "answers": send.answers,
                "thread": send.thread,
                "asked": _parts(send.asked) if send.asked else None,
                "aside": _parts(send.aside) if send.aside else None,
                "edits": send.edits,
                "rings": send.rings,
                "urgent": send.urgent,
            }
            if send.choices:
                data["prompt"] = send.choices.prompt
                data["language"] = send.choices.language
                data["poll"] = send.choices.poll
                data["options"] = [
                    [o.id, o.label, list(o.words), o.form, o.tone] for o in send.choices.options
                ]
            if send.attachments:
                data["attachments"] = [
                    [a.name, a.content_type, base64.b64encode(a.data).decode(), a.description]
                    for a in send.attachments
                ]
        case Delete():
            data |= {"message": send.message, "theirs": send.theirs}
        case Tidy():
            data |= {
                "since": send.since.isoformat() if send.since else None,
                "before": send.before.isoformat(),
            }
        case SetRole():
            data |= {"role": send.role, "given": send.given, "lent": send.lent}
        case SetFloor():
            data["floor"] = send.floor.value
        case OpenRoom():
            data["name"] = send.name
            data["members"] = [_parts(member) for member in send.members]
        case ShowEvent():
            data |= {
                "subject": send.subject,
                "title": send.title,
                "starts": send.starts.isoformat(),
                "ends": send.ends.isoformat(),
                "where": send.where,
                "about": send.about,
            }
        case CancelEvent():
            data["subject"] = send.subject
        case Forget():
            pass
        case LookAt():
            data["asked_by"] = _parts(send.asked_by)
    return data


def _parts(address: Address) -> list[str | None]:
    return [address.platform, address.space, address.channel, address.user]


def send_from_data(data: Mapping[str, Any], key: str) -> Send:
    """The inverse of `send_to_data`."""
    to = Address(*data["to"])
    match data["kind"]:
        case "Say":
            choices = None
            if "prompt" in data:
                options = tuple(
                    Choice(id=i, label=label, words=tuple(words), form=form, tone=tone)
                    for i, label, words, form, tone in data["options"]
                )
                choices = Choices(
                    prompt=data["prompt"],
                    options=options,
                    language=data.get("language", "en"),
                    poll=data.get("poll", False),
                )
            return Say(
                to=to,
                body=richtext.from_data(data["body"]),
                audience=Audience(data["audience"]),
                choices=choices,
                attachments=tuple(
                    Attachment(
                        name=name, content_type=kind, data=base64.b64decode(raw), description=alt
                    )
                    for name, kind, raw, alt in data.get("attachments", ())
                ),
                answers=data["answers"],
                thread=data.get("thread"),
                asked=Address(*asked) if (asked := data.get("asked")) else None,
                aside=Address(*aside) if (aside := data.get("aside")) else None,
                edits=data["edits"],
                rings=data["rings"],
                urgent=data.get("urgent", False),
                key=key,
            )
        case "Delete":
            theirs = data.get("theirs", False)
            return Delete(to=to, message=data["message"], theirs=theirs, key=key)
        case "Tidy":
            return Tidy(
                to=to,
                since=datetime.fromisoformat(data["since"]) if data["since"] else None,
                before=datetime.fromisoformat(data["before"]),
                key=key,
            )
        case "Forget":
            return Forget(to=to, key=key)
        case "SetRole":
            return SetRole(
                to=to,
                role=data["role"],
                given=data["given"],
                lent=data.get("lent", False),
                key=key,
            )
        case "SetFloor":
            return SetFloor(to=to, floor=Floor(data["floor"]), key=key)
        case "OpenRoom":
            members = tuple(Address(*member) for member in data["members"])
            return OpenRoom(to=to, name=data["name"], members=members, key=key)
        case "CloseRoom":
            return CloseRoom(to=to, key=key)
        case "ShowEvent":
            return ShowEvent(
                to=to,
                subject=data["subject"],
                title=data["title"],
                starts=datetime.fromisoformat(data["starts"]),
                ends=datetime.fromisoformat(data["ends"]),
                where=data["where"],
                about=data["about"],
                key=key,
            )
        case "CancelEvent":
            return CancelEvent(to=to, subject=data["subject"], key=key)
        case "LookAt":
            return LookAt(to=to, asked_by=Address(*data["asked_by"]), key=key)
        case other:
            raise ValueError(f"no kind of send is called {other!r}")
