// What the stand-in sends over the gateway; each exported type becomes one file in generated/.
import type {
  APIApplicationCommandAutocompleteInteraction,
  APIApplicationCommandInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
  GatewayChannelDeleteDispatchData,
  GatewayChannelUpdateDispatchData,
  GatewayGuildBanAddDispatchData,
  GatewayGuildCreateDispatchData,
  GatewayGuildDeleteDispatchData,
  GatewayGuildMemberAddDispatchData,
  GatewayGuildMemberRemoveDispatchData,
  GatewayGuildMembersChunkDispatchData,
  GatewayGuildScheduledEventCreateDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayMessageDeleteDispatchData,
  GatewayMessageUpdateDispatchData,
  GatewayReadyDispatchData,
  GatewayThreadCreateDispatchData,
  GatewayThreadMembersUpdateDispatchData,
  GatewayThreadUpdateDispatchData,
} from 'discord-api-types/v10';

export type READY = GatewayReadyDispatchData;
export type GUILD_BAN_ADD = GatewayGuildBanAddDispatchData;
export type GUILD_CREATE = GatewayGuildCreateDispatchData;
export type GUILD_DELETE = GatewayGuildDeleteDispatchData;
export type GUILD_MEMBERS_CHUNK = GatewayGuildMembersChunkDispatchData;
export type GUILD_MEMBER_ADD = GatewayGuildMemberAddDispatchData;
export type GUILD_MEMBER_REMOVE = GatewayGuildMemberRemoveDispatchData;
export type GUILD_SCHEDULED_EVENT = GatewayGuildScheduledEventCreateDispatchData;
export type CHANNEL_DELETE = GatewayChannelDeleteDispatchData;
export type CHANNEL_UPDATE = GatewayChannelUpdateDispatchData;
export type MESSAGE_CREATE = GatewayMessageCreateDispatchData;
export type MESSAGE_UPDATE = GatewayMessageUpdateDispatchData;
export type MESSAGE_DELETE = GatewayMessageDeleteDispatchData;
export type THREAD_CREATE = GatewayThreadCreateDispatchData;
export type THREAD_UPDATE = GatewayThreadUpdateDispatchData;
export type THREAD_MEMBERS_UPDATE = GatewayThreadMembersUpdateDispatchData;
export type INTERACTION_COMMAND = APIApplicationCommandInteraction;
export type INTERACTION_COMPONENT = APIMessageComponentInteraction;
export type INTERACTION_AUTOCOMPLETE = APIApplicationCommandAutocompleteInteraction;
export type INTERACTION_MODAL_SUBMIT = APIModalSubmitInteraction;
