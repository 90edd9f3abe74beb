"""What members and operators do on the stand-in for Discord again and again."""

from __future__ import annotations

from tests.discord_standin import Member, Message, Standin, labels


def config_for(discord: Standin) -> str:
    """The part of a configuration that leads a bot to the stand-in."""
    return (
        f'[discord]\napi_base = "{discord.api_base}"\ngateway = "{discord.gateway_url}"\n'
        f"guilds = [{discord.guild.id}]\n"
    )


async def sign_up(member: Member, hour: str = "9:00", place: str = "Berlin") -> Message:
    """By slash command and form. Returns: what stands there in the end."""
    welcome = await (await member.slash("start")).message()
    form = await member.press(welcome, labels(welcome)[0])
    sure = await (await member.submit_modal(form, {"hour": hour, "place": place})).message()
    return await (await member.press(sure, labels(sure)[0])).replaced()
