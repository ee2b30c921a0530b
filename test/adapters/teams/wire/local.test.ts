import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startFakeTeams } from "../../../support/teams/fake-teams.ts";
import { openTeamsHouse } from "../../../support/teams/teams-house.ts";
import { openTeamsScene, type TeamsScene } from "../../../support/teams/teams-scene.ts";

const withoutApp = { appId: undefined, tenant: undefined, password: undefined, tenants: [] } as const;

describe("without an app id", () => {
  it.each(["0.0.0.0", "::", "192.0.2.1", "example.org"])("nothing is opened for %s", async (host) => {
    const fake = await startFakeTeams();
    const opening = openTeamsHouse({ fake, settings: { ...withoutApp, host } });
    await expect(opening).rejects.toMatchObject({ name: "TeamsFault", code: "not-authenticated" });
    await fake.close();
  });

  describe("on this machine alone", () => {
    let scene: TeamsScene;

    beforeAll(async () => {
      const cast = [{ name: "anna", office: "chair" }] as const;
      scene = await openTeamsScene({ cast, house: { settings: withoutApp }, fake: { outboundToken: null } });
    });

    afterAll(() => scene.stop());

    it("it works without any token", async () => {
      await scene.says("anna", "sitzung eröffnen", { token: null });
      await scene.hears("Die 1. Sitzung ist eröffnet");
    });

    it.each(["https://smba.trafficmanager.net/emea/", "http://192.0.2.1:80/", "file:///etc/passwd", "nowhere", ""])(
      "answers never go to %s",
      async (serviceUrl) => {
        const { fake, room, person } = scene;
        const before = fake.calls.length;
        const activity = person("anna").makes(room, { type: "message", text: "hilfe", serviceUrl });
        expect(await fake.deliver(activity, { token: null })).toMatchObject({ status: 401, body: undefined });
        expect(fake.calls).toHaveLength(before);
      },
    );
  });
});
