// A member's client on matrix-js-sdk and its Rust crypto, told what to do on stdin.
//
// In, one JSON object a line: {"id": 1, "do": "login", ...}. Out, one a line as well:
// {"id": 1, "done": ...} or {"id": 1, "error": "..."} for each of them, and by itself
// {"seen": {...}} for each event (again when it could be decrypted later) and
// {"room": {"id", "joined", "encrypted"}} when somebody came or went.
// Keys live in memory: each run is a new device. It ends when stdin does.

import { Console } from "node:console";
import { createInterface } from "node:readline";

// Libraries write to the console; standard output is for the answers alone.
globalThis.console = new Console(process.stderr);
const sdk = await import("matrix-js-sdk");
const { EventShieldColour, EventShieldReason, OnlySignedDevicesIsolationMode } = await import(
    "matrix-js-sdk/lib/crypto-api/index.js"
);

let client;

const tell = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const crypto = () => client.getCrypto();

const deeds = {
    /** Log in as a new device; with `strict`, devices that their owners have not signed are none. */
    async login({ url, user, password, strict }) {
        const identifier = { type: "m.id.user", user };
        const login = { type: "m.login.password", identifier, password };
        const account = await sdk.createClient({ baseUrl: url }).loginRequest({
            ...login,
            initial_device_display_name: "a member's other client",
        });
        client = sdk.createClient({
            baseUrl: url,
            userId: account.user_id,
            deviceId: account.device_id,
            accessToken: account.access_token,
            timelineSupport: true,
        });
        await client.initRustCrypto({ useIndexedDB: false });
        if (strict) crypto().setDeviceIsolationMode(new OnlySignedDevicesIsolationMode());
        await crypto().bootstrapCrossSigning({
            setupNewCrossSigning: true,
            authUploadDeviceSigningKeys: async (upload) => {
                try {
                    return await upload(null);
                } catch (error) {
                    if (error.httpStatus !== 401) throw error;
                    return await upload({ ...login, session: error.data.session });
                }
            },
        });
        client.on(sdk.ClientEvent.Event, show);
        client.on(sdk.MatrixEventEvent.Decrypted, show);
        client.on(sdk.RoomStateEvent.Members, (event) => showRoom(event.getRoomId()));
        client.on(sdk.RoomEvent.MyMembership, async (room, membership) => {
            if (membership === "invite") await client.joinRoom(room.roomId);
        });
        await client.startClient({ initialSyncLimit: 50 });
        await once(sdk.ClientEvent.Sync, (state) => state === "PREPARED");
        return { user: client.getUserId(), device: client.getDeviceId() };
    },

    async open({ invite, encrypted }) {
        const encryption = {
            type: "m.room.encryption",
            state_key: "",
            content: { algorithm: "m.megolm.v1.aes-sha2" },
        };
        const { room_id: room } = await client.createRoom({
            preset: "trusted_private_chat",
            is_direct: true,
            invite,
            initial_state: encrypted ? [encryption] : [],
        });
        return room;
    },

    async send({ room, type, content }) {
        return (await client.sendEvent(room, type, content)).event_id;
    },

    async redact({ room, event }) {
        return (await client.redactEvent(room, event)).event_id;
    },

    async room({ room }) {
        return describe(room);
    },

    /** What is known of somebody's devices, asked of the homeserver anew. */
    async devices({ user }) {
        const devices = (await crypto().getUserDeviceInfo([user], true)).get(user) ?? new Map();
        const found = {};
        for (const [id, device] of devices) {
            const status = await crypto().getDeviceVerificationStatus(user, id);
            found[id] = { fingerprint: device.getFingerprint(), signed: status?.signedByOwner };
        }
        return found;
    },

    /** Sign another device of this client's own account, as its owner does after comparing. */
    async sign({ device }) {
        await crypto().getUserDeviceInfo([client.getUserId()], true);
        await crypto().crossSignDevice(device);
    },

    /** Encrypt what follows under a new key, as `/discardsession` does. */
    async discard({ room }) {
        await crypto().forceDiscardSession(room);
    },

    /** A file's bytes, decrypted, in base64. Source: spec, "Sending encrypted attachments". */
    async download({ file }) {
        const address = client.mxcUrlToHttp(
            file.url,
            ...[undefined, undefined, undefined, false, true, true],
        );
        const headers = { Authorization: `Bearer ${client.getAccessToken()}` };
        const answer = await fetch(address, { headers });
        if (!answer.ok) throw new Error(`${answer.status} for a file`);
        const sealed = await answer.arrayBuffer();
        const digest = await globalThis.crypto.subtle.digest("SHA-256", sealed);
        if (unpadded(digest) !== file.hashes.sha256) throw new Error("not the file that was sent");
        const key = await globalThis.crypto.subtle.importKey("jwk", file.key, "AES-CTR", false, [
            "decrypt",
        ]);
        const counter = Buffer.from(file.iv, "base64");
        const cipher = { name: "AES-CTR", counter, length: 64 };
        const opened = await globalThis.crypto.subtle.decrypt(cipher, key, sealed);
        return Buffer.from(opened).toString("base64");
    },
};

async function once(name, holds) {
    await new Promise((resolve) => {
        const listen = (...values) => {
            if (!holds(...values)) return;
            client.off(name, listen);
            resolve();
        };
        client.on(name, listen);
    });
}

async function show(event) {
    if (!event.getRoomId()) return;
    if (event.isEncrypted()) await client.decryptEventIfNeeded(event);
    const info = event.isEncrypted() ? await crypto().getEncryptionInfoForEvent(event) : null;
    tell({
        seen: {
            id: event.getId(),
            room: event.getRoomId(),
            sender: event.getSender(),
            type: event.getType(),
            content: event.getContent(),
            relation: event.getWireContent()["m.relates_to"] ?? null,
            encrypted: event.isEncrypted(),
            failure: event.decryptionFailureReason ?? null,
            shield: info && EventShieldColour[info.shieldColour],
            reason: info?.shieldReason == null ? null : EventShieldReason[info.shieldReason],
            redacts: event.getAssociatedId?.() ?? null,
            state: event.isState(),
        },
    });
}

function describe(id) {
    const room = client.getRoom(id);
    const joined = room?.getJoinedMembers().map((member) => member.userId) ?? [];
    return { id, joined, encrypted: room?.hasEncryptionStateEvent() ?? false };
}

function showRoom(id) {
    tell({ room: describe(id) });
}

function unpadded(buffer) {
    return Buffer.from(buffer).toString("base64").replace(/=+$/, "");
}

for await (const line of createInterface({ input: process.stdin })) {
    const { id, do: deed, ...how } = JSON.parse(line);
    deeds[deed](how).then(
        (done) => tell({ id, done: done ?? null }),
        (error) => tell({ id, error: `${error?.name}: ${error?.message}` }),
    );
}
client?.stopClient();
process.exit(0);
