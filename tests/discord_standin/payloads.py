"""The JSON that Discord sends for what exists. Judged by its OpenAPI and discord.py's parsers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tests.discord_standin.world import (
    DM,
    FORUM,
    LOADING,
    PRIVATE_THREAD,
    Channel,
    Guild,
    Message,
    Person,
    Role,
    World,
)

Json = dict[str, Any]


def stamp(at: datetime) -> str:
    return at.isoformat(timespec="microseconds")


def user(person: Person) -> Json:
    data: Json = {
        "id": str(person.id),
        "username": person.name,
        "discriminator": "0000" if person.bot else "0",
        "global_name": None if person.bot else person.name,
        "avatar": None,
        "avatar_decoration_data": None,
        "collectibles": None,
        "primary_guild": None,
        "public_flags": 0,
        "flags": 0,
        "banner": None,
        "accent_color": None,
    }
    if person.bot:
        data["bot"] = True
    return data


def own_user(person: Person) -> Json:
    """`users/@me`."""
    return user(person) | {
        "mfa_enabled": True,
        "locale": "en-US",
        "verified": True,
        "email": None,
        "premium_type": 0,
    }


def member(guild: Guild, person: Person, *, with_user: bool = True) -> Json:
    data: Json = {
        "nick": None,
        "avatar": None,
        "avatar_decoration_data": None,
        "banner": None,
        "collectibles": None,
        "communication_disabled_until": None,
        "roles": [str(role) for role in sorted(guild.members.get(person.id, ()))],
        "joined_at": "2026-01-02T03:04:05.000000+00:00",
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
    }
    if with_user:
        data["user"] = user(person)
    return data


def role(item: Role, position: int) -> Json:
    return {
        "id": str(item.id),
        "name": item.name,
        "permissions": str(item.permissions),
        "position": position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def channel(item: Channel) -> Json:
    last = item.messages[-1].id if item.messages else None
    data: Json = {
        "id": str(item.id),
        "type": item.type,
        "flags": 0,
        "last_message_id": str(last) if last else None,
    }
    if item.type == DM:
        assert item.recipient is not None
        return data | {"recipients": [user(item.recipient)]}
    assert item.guild is not None
    data |= {"guild_id": str(item.guild.id), "name": item.name, "rate_limit_per_user": 0}
    if item.is_thread:
        assert item.parent is not None
        private = {"invitable": item.invitable} if item.type == PRIVATE_THREAD else {}
        return data | {
            "parent_id": str(item.parent.id),
            "owner_id": str(item.owner),
            "message_count": len(item.messages),
            "member_count": len(item.members),
            "total_message_sent": len(item.messages),
            "thread_metadata": {
                "archived": item.archived,
                "archive_timestamp": stamp(item.made_at),
                "auto_archive_duration": 1440,
                "create_timestamp": stamp(item.made_at),
                "locked": item.locked,
                **private,
            },
        }
    if item.type == FORUM:
        data |= {
            "available_tags": [],
            "default_reaction_emoji": None,
            "default_sort_order": None,
            "default_forum_layout": 0,
        }
    return data | {
        "position": 0,
        "permission_overwrites": [
            {"id": str(target), "type": kind, "allow": str(allow), "deny": str(deny)}
            for target, (kind, allow, deny) in item.overwrites.items()
        ],
        "topic": None,
        "nsfw": False,
        "parent_id": None,
        "default_auto_archive_duration": 1440,
    }


def guild(item: Guild, world: World) -> Json:
    """GUILD_CREATE."""
    threads = [
        c for c in world.channels.values() if c.guild is item and c.is_thread and not c.archived
    ]
    return {
        "id": str(item.id),
        "name": item.name,
        "owner_id": str(item.owner.id),
        "icon": None,
        "splash": None,
        "discovery_splash": None,
        "banner": None,
        "description": None,
        "vanity_url_code": None,
        "preferred_locale": "en-US",
        "region": "deprecated",
        "afk_channel_id": None,
        "afk_timeout": 300,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "public_updates_channel_id": None,
        "safety_alerts_channel_id": None,
        "application_id": None,
        "verification_level": 1,
        "default_message_notifications": 1,
        "explicit_content_filter": 2,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "max_members": 500_000,
        "max_presences": None,
        "max_video_channel_users": 25,
        "max_stage_video_channel_users": 50,
        "hub_type": None,
        "incidents_data": None,
        "features": [],
        "emojis": [],
        "stickers": [],
        "soundboard_sounds": [],
        "roles": [role(r, i) for i, r in enumerate(item.roles.values())],
        # Without the members intent a client is shown itself only.
        "members": [member(item, world.bot)],
        "member_count": len(item.members),
        "channels": [channel(c) for c in item.channels.values()],
        "threads": [channel(t) for t in threads],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": list(item.scheduled.values()),
        "joined_at": "2026-01-02T03:04:05.000000+00:00",
        "large": False,
        "unavailable": False,
    }


def message(item: Message, *, nonce: bool = False) -> Json:
    data: Json = {
        "id": str(item.id),
        "channel_id": str(item.channel.id),
        "type": 19 if item.reference else 0,
        "author": user(item.author),
        "content": item.content,
        "timestamp": stamp(item.at),
        "edited_timestamp": stamp(item.edited_at) if item.edited_at else None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": item.attachments,
        "embeds": [],
        "pinned": False,
        "components": numbered(item.components),
        "flags": item.flags,
    }
    if item.reference:
        data["message_reference"] = {
            "type": 0,
            "channel_id": str(item.channel.id),
            "message_id": str(item.reference),
        }
        replied = item.channel.message(item.reference)
        data["referenced_message"] = message(replied) if replied else None
    if item.interaction is not None:
        data["interaction_metadata"] = item.interaction
    if nonce and item.nonce is not None:
        data["nonce"] = item.nonce
    if item.flags & LOADING:
        data["content"] = ""
    return data


def numbered(components: list[Json]) -> list[Json]:
    """Components as Discord returns them: each with an id of its own."""
    count = 0

    def walk(component: Json) -> Json:
        nonlocal count
        count += 1
        shown = component | {"id": count}
        if "components" in component:
            shown["components"] = [walk(inner) for inner in component["components"]]
        return shown

    return [walk(component) for component in components]


def application(bot: Person, flags: int = 0) -> Json:
    """`oauth2/applications/@me`. `flags`: which privileged intents are switched on, and more."""
    return {
        "id": str(bot.id),
        "name": bot.name,
        "icon": None,
        "description": "",
        "type": None,
        "summary": "",
        "bot_public": False,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": flags,
        "flags_new": str(flags),
        "eligible_oauth2_scopes": [],
        "rpc_origins": [],
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": user(Person(1, "operator")),
        "approximate_guild_count": 1,
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "event_webhooks_status": 1,
        "max_participants": None,
        "tags": [],
        "integration_types_config": {"0": {}},
        "bot": user(bot),
    }
