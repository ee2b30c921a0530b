import { systemClock } from "../adapters/clock/system-clock.ts";
import type { DeviceLogin } from "../adapters/matrix/device-login.ts";
import { type MatrixEnvironment, processEnvironment } from "../config/environment.ts";
import { unknownOption } from "../texts/command-line.ts";
import {
  accountMissing,
  askAccount,
  askPassword,
  askRecoveryKey,
  askServer,
  deviceSigned,
  deviceUnsigned,
  fingerprintIs,
  forTheAdministrator,
  isLimited,
  loginUsage,
  newDeviceInstead,
  notLimited,
  notProbed,
  secretMissing,
  signedInAs,
  stillSignedIn,
  whatNext,
} from "../texts/matrix-login.ts";
import { type Asking, askAtTerminal } from "./ask.ts";
import { sayingPlatformFaults } from "./describe-platform-fault.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";
import { withFolders } from "./with-house.ts";

const NEW_IDENTITY = "--neue-identitaet";

/**
 * `matrix login`: makes the device, signs it with the account's identity, and tells and checks what the homeserver should allow.
 * Repeated, it keeps the device that is there and does what is still missing.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [verb, ...options] = args;
  if (verb !== "login" || options.some((option) => option !== NEW_IDENTITY)) {
    terminal.complain(unknownOption(args.join(" "), loginUsage));
    return exitCodes.usage;
  }
  const environment = processEnvironment();
  return withFolders(terminal, async ({ matrix: folder }) => {
    if (!environment.ok) return exitCodes.fault;
    const asking = askAtTerminal();
    try {
      return await sayingPlatformFaults(terminal, () =>
        signInAndCheck(folder, environment.value.matrix, options.includes(NEW_IDENTITY), asking, terminal),
      );
    } finally {
      asking.close();
    }
  });
}

async function signInAndCheck(
  folder: string,
  given: MatrixEnvironment,
  isNewIdentity: boolean,
  asking: Asking,
  terminal: Terminal,
): Promise<number> {
  const { readLogin, writeLogin } = await import("../adapters/matrix/device-login.ts");
  const { isStillSignedIn, putAsideKeys, setUpDevice } = await import("../adapters/matrix/set-up-device.ts");
  const before = readLogin(folder);
  const isKept = before !== undefined && (await isStillSignedIn(before));
  const account = given.account ?? before?.userId ?? (await asking.ask(askAccount()));
  if (!/^@[^:\s]+:\S+$/.test(account)) return complaining(terminal, accountMissing());
  if (before !== undefined && before.userId !== account) {
    const { MatrixFault } = await import("../adapters/matrix/matrix-fault.ts");
    throw new MatrixFault("other-account", before.userId);
  }
  const needsPassword = given.token === undefined && (!isKept || isNewIdentity);
  const password = given.password ?? (needsPassword ? unlessEmpty(await asking.ask(askPassword(), true)) : undefined);
  let login: DeviceLogin;
  if (isKept) {
    login = before;
    terminal.print(stillSignedIn(login.userId, login.deviceId));
  } else {
    const { homeserverOf, signIn } = await import("../adapters/matrix/sign-in.ts");
    const credentials = credentialsOf(password, given.token);
    if (credentials === undefined) return complaining(terminal, secretMissing());
    const url = given.server ?? before?.url ?? (await askedServer(await homeserverOf(account), asking));
    login = await signIn(url, account, credentials);
    if (before !== undefined) {
      terminal.print(newDeviceInstead());
      putAsideKeys(folder, systemClock.now());
    }
    writeLogin(folder, login);
    terminal.print(signedInAs(login.userId, login.deviceId));
  }
  const recoveryKey =
    given.recoveryKey ?? (isKept || isNewIdentity ? undefined : unlessEmpty(await asking.ask(askRecoveryKey(), true)));
  const device = await setUpDevice(folder, login, {
    ...(password === undefined ? {} : { password }),
    ...(recoveryKey === undefined ? {} : { recoveryKey }),
    ...(isNewIdentity ? { resetIdentity: true as const } : {}),
  });
  terminal.print(device.crossSigning === "signed" ? deviceSigned() : deviceUnsigned());
  terminal.print(fingerprintIs(device.fingerprint));
  for (const line of forTheAdministrator(login.userId)) terminal.print(line);
  terminal.print(await probed(login));
  for (const line of whatNext()) terminal.print(line);
  return exitCodes.fine;
}

function credentialsOf(password: string | undefined, token: string | undefined) {
  if (token !== undefined) return { token };
  return password === undefined ? undefined : { password };
}

async function askedServer(guess: string, asking: Asking): Promise<string> {
  const answer = await asking.ask(askServer(guess));
  return answer === "" ? guess : answer;
}

async function probed(login: DeviceLogin): Promise<string> {
  const { probeRateLimit } = await import("../adapters/matrix/probe-rate-limit.ts");
  try {
    const { sent, limited } = await probeRateLimit(login);
    return limited ? isLimited(sent) : notLimited(sent);
  } catch (error) {
    return notProbed(error instanceof Error ? error.message : "unbekannt");
  }
}

function complaining(terminal: Terminal, sentence: string): number {
  terminal.complain(sentence);
  return exitCodes.fault;
}

const unlessEmpty = (text: string): string | undefined => (text === "" ? undefined : text);
