"""python3-matrix-nio as a client of its own kind: libolm instead of the Rust engine. Runs inside the root of tools/synapse.

argv: homeserver, account, password, folder for its keys. Reads commands from stdin, one JSON object a line: {"id", "command", "args"}.
Writes {"kind": "ready" | "done" | "failed" | "event", ...} to stdout, one line each.
"""

import asyncio
import json
import sys

from nio import AsyncClient, AsyncClientConfig, ErrorResponse, Event, InviteMemberEvent, MegolmEvent

ENCRYPTION = {"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}


def say(**message):
    print(json.dumps(message), flush=True)


def checked(response):
    if isinstance(response, ErrorResponse):
        raise RuntimeError(str(response))
    return response


def on_event(room, event):
    source = event.source
    say(
        kind="event",
        event={
            "id": event.event_id,
            "room": room.room_id,
            "sender": event.sender,
            "type": source.get("type"),
            "content": source.get("content", {}),
            "encrypted": event.decrypted or isinstance(event, MegolmEvent),
            "failed": isinstance(event, MegolmEvent),
        },
    )


class Peer:
    def __init__(self, client):
        self.client = client

    async def createRoom(self, encrypted=True, invite=(), name=None):
        initial = [ENCRYPTION] if encrypted else []
        return checked(await self.client.room_create(name=name, invite=invite, initial_state=initial)).room_id

    async def join(self, room):
        checked(await self.client.join(room))

    async def leave(self, room):
        checked(await self.client.room_leave(room))

    async def send(self, room, type, content):
        # Encrypts when its own sync has seen that the room is encrypted; until then it would send in the clear.
        sent = await self.client.room_send(room, type, content, ignore_unverified_devices=True)
        return checked(sent).event_id

    async def isEncrypted(self, room):
        return room in self.client.rooms and self.client.rooms[room].encrypted

    async def members(self, room):
        return sorted(member.user_id for member in checked(await self.client.joined_members(room)).members)

    async def history(self, room):
        """What it can read of the room when it asks afresh, oldest first."""
        page = checked(await self.client.room_messages(room, "", limit=500))
        return [
            {
                "id": event.event_id,
                "sender": event.sender,
                "type": event.source.get("type"),
                "content": event.source.get("content", {}),
                "failed": isinstance(event, MegolmEvent),
            }
            for event in reversed(page.chunk)
        ]


async def obey(peer, line):
    order = json.loads(line)
    try:
        result = await getattr(peer, order["command"])(**order["args"])
        say(kind="done", id=order["id"], result=result)
    except Exception as error:
        say(kind="failed", id=order["id"], message=f"{type(error).__name__}: {error}")


async def main(homeserver, account, password, store):
    client = AsyncClient(homeserver, account, store_path=store, config=AsyncClientConfig(encryption_enabled=True))
    try:
        checked(await client.login(password, device_name="nio"))
        client.add_event_callback(on_event, Event)
        client.add_event_callback(
            lambda room, event: event.state_key == client.user_id
            and event.membership == "invite"
            and say(kind="invitation", room=room.room_id),
            InviteMemberEvent,
        )
        if client.should_upload_keys:
            await client.keys_upload()
        checked(await client.sync(0, full_state=True))
        syncing = asyncio.create_task(client.sync_forever(30000))
        say(kind="ready", deviceId=client.device_id, fingerprint=client.olm.account.identity_keys["ed25519"])
        peer = Peer(client)
        lines = asyncio.StreamReader()
        await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
        while line := await lines.readline():
            await obey(peer, line)
        syncing.cancel()
    finally:
        await client.close()


asyncio.run(main(*sys.argv[1:5]))
