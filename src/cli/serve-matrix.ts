import { systemClock } from "../adapters/clock/system-clock.ts";
import type { MatrixEnvironment } from "../config/environment.ts";
import { matrixFaults } from "../texts/matrix-faults.ts";
import { noMatrixRoom, serverSilent, serviceAlarm, serviceRuns, unsignedDevice } from "../texts/matrix-service.ts";
import type { House } from "./compose.ts";
import type { Folders } from "./folders.ts";
import { connectHouse } from "./matrix-service.ts";
import type { PlatformService, ServiceParts } from "./platform-service.ts";

/** Das Gremium in Matrix, as the account that is signed in. */
export async function matrixService(
  house: House,
  folders: Folders,
  settings: MatrixEnvironment,
  { note, broken, lost }: ServiceParts,
): Promise<PlatformService> {
  const { readLogin } = await import("../adapters/matrix/device-login.ts");
  const login = readLogin(folders.matrix);
  if (login === undefined) throw new Error("signed in without a login");
  let isSignedOut = false;
  const connection = await connectHouse({
    house,
    login,
    folders,
    settings,
    clock: systemClock,
    note,
    broken,
    signedOut() {
      isSignedOut = true;
      lost(serviceAlarm());
    },
  });
  return {
    name: "matrix",
    platform: connection,
    alarms: () => [
      ...(isSignedOut ? [matrixFaults["signed-out"]] : []),
      ...(connection.trouble() === undefined ? [] : [serverSilent()]),
    ],
    async start() {
      await connection.start();
      const { description, rooms } = house.runner.state().membership;
      const hasRoom = [...rooms.keys()].some((room) => room.startsWith("matrix:"));
      return [
        serviceRuns(description?.name ?? "", connection.me),
        ...(hasRoom ? [] : [noMatrixRoom()]),
        ...(connection.encryption.crossSigning() === "unsigned" ? [unsignedDevice()] : []),
      ];
    },
    stop: connection.stop,
  };
}
