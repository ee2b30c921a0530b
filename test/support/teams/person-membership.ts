import { randomUUID } from "node:crypto";
import { accountOf, activityFrom } from "./activities.ts";
import type { Delivery } from "./courier.ts";
import { invokeId } from "./ids.ts";
import type { Json } from "./json.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Access, Chat, Member } from "./world.ts";

export type PersonMembership = {
  /** Installs the app for this person alone. */
  installsApp(): Promise<readonly Delivery[]>;
  removesApp(): Promise<readonly Delivery[]>;
  /** Without any activity, as Teams does it. */
  setAccess(access: Access): void;
  addsBot(chat: Chat): Promise<readonly Delivery[]>;
  removesBot(chat: Chat): Promise<readonly Delivery[]>;
  /** Brings others into the chat, or oneself. */
  addsMembers(chat: Chat, ...members: readonly Member[]): Promise<Delivery>;
  removesMembers(chat: Chat, ...members: readonly Member[]): Promise<Delivery>;
};

export function personMembership(surroundings: Surroundings, person: Member, alone: Chat): PersonMembership {
  const { world, courier, serviceUrl } = surroundings;
  const bot = { id: world.bot.id };

  const tell = (chat: Chat, fields: Json): Promise<Delivery> => {
    // What concerns a team is told in the name of the team.
    const place = chat.team === undefined ? chat : { ...chat, id: chat.team.id };
    const origin = { world, serviceUrl: serviceUrl(), person, chat: place };
    return courier.deliver(activityFrom(origin, { id: invokeId(), ...fields }));
  };
  const tellMembers = (chat: Chat, change: "membersAdded" | "membersRemoved", members: readonly Json[]) =>
    tell(chat, {
      type: "conversationUpdate",
      [change]: members,
      ...(chat.team === undefined ? {} : { channelData: teamData(chat, change) }),
    });
  const tellInstallation = (chat: Chat, action: "add" | "remove"): Promise<Delivery> =>
    tell(chat, { type: "installationUpdate", action, id: randomUUID() });

  return {
    async installsApp() {
      world.access.set(person.id, "installed");
      return [await tellMembers(alone, "membersAdded", [bot]), await tellInstallation(alone, "add")];
    },
    async removesApp() {
      world.access.set(person.id, "missing");
      return [await tellInstallation(alone, "remove")];
    },
    setAccess: (access) => void world.access.set(person.id, access),
    async addsBot(chat) {
      chat.hasBot = true;
      return [await tellMembers(chat, "membersAdded", [bot]), await tellInstallation(chat, "add")];
    },
    async removesBot(chat) {
      chat.hasBot = false;
      return [await tellMembers(chat, "membersRemoved", [bot]), await tellInstallation(chat, "remove")];
    },
    addsMembers(chat, ...members) {
      chat.members.push(...members.filter(({ id }) => chat.members.every((one) => one.id !== id)));
      return tellMembers(chat, "membersAdded", members.map(accountOf));
    },
    removesMembers(chat, ...members) {
      const ids = members.map(({ id }) => id);
      chat.members.splice(0, Infinity, ...chat.members.filter(({ id }) => !ids.includes(id)));
      return tellMembers(chat, "membersRemoved", members.map(accountOf));
    },
  };
}

function teamData({ team, topic }: Chat, change: "membersAdded" | "membersRemoved"): Json {
  return {
    team: { id: team?.id, name: topic, aadGroupId: team?.groupId },
    eventType: change === "membersAdded" ? "teamMemberAdded" : "teamMemberRemoved",
  };
}
