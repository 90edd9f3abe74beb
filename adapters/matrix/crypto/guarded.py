"""matrix-nio's client, in which each event and each device stands for itself.

nio 0.26 lets some malformed events raise through its sync, so that anybody who shares a room with
the bot could end it, and reads a server that holds no one-time keys as one that said nothing.
Every step is overridden here so that it costs the one event or device at most.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import structlog
from nio import (
    AsyncClient,
    Event,
    KeysClaimResponse,
    KeysQueryResponse,
    SyncResponse,
    ToDeviceEvent,
)

log = structlog.get_logger(__name__)


class GuardedClient(AsyncClient):  # type: ignore[misc] # nio has no types
    """A client that drops what it cannot handle, and counts it."""

    dropped = 0

    def load_store(self) -> None:
        super().load_store()
        olm = self.olm
        olm.create_session = self._guarded("create_session", olm.create_session)
        olm.verify_json = self._guarded("verify_json", olm.verify_json, otherwise=False)
        share = olm.share_keys
        learn = self._guarded("_handle_key_query", olm._handle_key_query)
        claimed = self._guarded("_handle_key_claiming", olm._handle_key_claiming)

        def share_saved_keys() -> Any:
            keys = share()
            olm.save_account()  # what others lock with them can be opened after a crash
            return keys

        def learn_devices(response: Any) -> None:
            for user, devices in response.device_keys.items():
                part = replace(response, device_keys={user: devices})
                learn(part)
                response.changed.update(part.changed)

        def open_sessions(response: Any) -> None:
            for user, devices in response.one_time_keys.items():
                for device, key in devices.items():
                    claimed(replace(response, one_time_keys={user: {device: key}}))

        olm.share_keys = share_saved_keys
        olm._handle_key_query = learn_devices
        olm._handle_key_claiming = open_sessions

    async def parse_body(self, transport_response: Any) -> dict[Any, Any]:
        """The body, without devices and keys that nio would refuse the whole of it for."""
        body: dict[Any, Any] = await super().parse_body(transport_response)
        for part, kind in (
            ("device_keys", KeysQueryResponse),
            ("one_time_keys", KeysClaimResponse),
        ):
            if part in body and not _is_read(kind, body):
                body = {**body, part: _readable_devices(kind, part, body[part])}
        return body

    def _guarded(
        self, what: str, step: Callable[..., Any], *, otherwise: Any = None
    ) -> Callable[..., Any]:
        def guarded(*args: Any) -> Any:
            try:
                return step(*args)
            except Exception as error:
                self.dropped += 1
                log.warning("matrix_event_dropped", step=what, error=type(error).__name__)
                return otherwise

        return guarded

    def _handle_decrypt_to_device(self, event: Any) -> Any:
        """Its ratchet and the room key that it brings are saved together.

        After a crash the homeserver hands it out again, but a ratchet that has gone on cannot read
        it twice: a room key that was not saved with it would be lost, and all that is written under
        it.
        """
        with self.store.database.atomic():
            return self._guarded("to_device", super()._handle_decrypt_to_device)(event)

    def _handle_timeline_event(self, *args: Any) -> Any:
        return self._guarded("timeline", super()._handle_timeline_event)(*args)

    def _handle_joined_state(self, *args: Any) -> None:
        self._guarded("state", super()._handle_joined_state)(*args)

    def _handle_olm_events(self, response: Any) -> None:
        self._guarded("olm", super()._handle_olm_events)(response)
        count = response.device_key_count.signed_curve25519
        if count is not None:
            self.olm.uploaded_key_count = count  # nothing left is a count too


def parsed_sync(raw: dict[str, Any]) -> Any:
    """The part of a sync that encryption needs; what nio cannot even parse is left out."""
    # Invites are no matter of encryption, and nio takes them to pieces.
    raw = {**raw, "rooms": {"join": raw.get("rooms", {}).get("join", {})}}
    try:
        response = SyncResponse.from_dict(raw)
        if isinstance(response, SyncResponse):
            return response
    except Exception as error:
        log.warning("matrix_sync_unreadable", error=type(error).__name__)
    return SyncResponse.from_dict(_without_unreadable(raw))


def _is_read(kind: Any, body: dict[Any, Any]) -> bool:
    try:
        return isinstance(kind.from_dict(body), kind)
    except Exception:
        return False


def _readable_devices(kind: Any, part: str, by_user: Any) -> dict[str, dict[str, Any]]:
    """What nio can read of a homeserver's answer about devices."""
    found: dict[str, dict[str, Any]] = {}
    for user, devices in by_user.items() if isinstance(by_user, dict) else ():
        found[user] = {
            device: keys
            for device, keys in (devices.items() if isinstance(devices, dict) else ())
            if _is_read(kind, {part: {user: {device: keys}}, "failures": {}})
        }
    return found


def _without_unreadable(raw: dict[str, Any]) -> dict[str, Any]:
    """A sync without the parts that nio cannot even parse."""

    def readable(event: Any, parse: Callable[[Any], Any]) -> bool:
        try:
            parse(event)
        except Exception:
            return False
        return True

    def events(part: Any, parse: Callable[[Any], Any]) -> list[Any]:
        listed = part.get("events", []) if isinstance(part, dict) else []
        return [event for event in listed if readable(event, parse)]

    joined = {}
    for room_id, room in raw.get("rooms", {}).get("join", {}).items():
        timeline = room.get("timeline", {})
        joined[room_id] = {
            "state": {"events": events(room.get("state"), Event.parse_event)},
            "timeline": {**timeline, "events": events(timeline, Event.parse_event)},
        }
    return {
        "next_batch": raw["next_batch"],
        "to_device": {"events": events(raw.get("to_device"), ToDeviceEvent.parse_event)},
        "device_one_time_keys_count": raw.get("device_one_time_keys_count", {}),
        "device_lists": raw.get("device_lists", {}),
        "rooms": {"join": joined},
    }
