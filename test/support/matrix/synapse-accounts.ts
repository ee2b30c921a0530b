import { createHmac } from "node:crypto";
import { type ApiRequest, apiCall, type Json, textOf } from "./api-call.ts";

/** An account with one device of it. */
export type Login = {
  readonly userId: string;
  readonly accessToken: string;
  readonly deviceId: string;
  readonly password: string;
};

export type SynapseAdmin = {
  /** No rate limit for this account, as the installation guide asks for. */
  overrideRateLimit(userId: string): Promise<void>;
  /** Back to the limits of the configuration. */
  restoreRateLimit(userId: string): Promise<void>;
  /** The device is gone, its access token answers `M_UNKNOWN_TOKEN`. */
  logoutDevice(userId: string, deviceId: string): Promise<void>;
  deactivate(userId: string): Promise<void>;
  /** Anything below `/_synapse/admin`. */
  call(method: string, path: string, body?: object): Promise<Json>;
};

export type SynapseAccounts = {
  /** Makes the account and logs it in. `name` is the local part. */
  register(name: string, options?: { readonly admin?: boolean; readonly displayName?: string }): Promise<Login>;
  /** A further device of an account made by `register`. */
  login(name: string, deviceId?: string): Promise<Login>;
  readonly admin: SynapseAdmin;
};

const passwordOf = (name: string): string => `password of ${name}`;

export function synapseAccounts(url: string, sharedSecret: string): SynapseAccounts {
  const register: SynapseAccounts["register"] = async (name, { admin = false, displayName } = {}) => {
    const nonce = textOf(await apiCall(url, "GET", "/_synapse/admin/v1/register"), "nonce");
    const password = passwordOf(name);
    const signed = [nonce, name, password, admin ? "admin" : "notadmin"].join("\0");
    const mac = createHmac("sha1", sharedSecret).update(signed).digest("hex");
    const body = { nonce, username: name, displayname: displayName, password, admin, mac };
    return loginOf(await apiCall(url, "POST", "/_synapse/admin/v1/register", { body }), password);
  };
  return {
    register,
    async login(name, deviceId) {
      const password = passwordOf(name);
      const identifier = { type: "m.id.user", user: name };
      const body = { type: "m.login.password", identifier, password, device_id: deviceId };
      return loginOf(await apiCall(url, "POST", "/_matrix/client/v3/login", { body }), password);
    },
    admin: adminOf(url, () => register("the-admin", { admin: true })),
  };
}

function loginOf(answer: Json, password: string): Login {
  return {
    userId: textOf(answer, "user_id"),
    accessToken: textOf(answer, "access_token"),
    deviceId: textOf(answer, "device_id"),
    password,
  };
}

/** The administrator is registered when first needed. */
function adminOf(url: string, registerAdmin: () => Promise<Login>): SynapseAdmin {
  let login: Promise<Login> | undefined;
  const call: SynapseAdmin["call"] = async (method, path, body) => {
    login ??= registerAdmin();
    const request: ApiRequest = { token: (await login).accessToken, ...(body === undefined ? {} : { body }) };
    return apiCall(url, method, `/_synapse/admin${path}`, request);
  };
  const userPath = (version: string, userId: string): string => `/${version}/users/${encodeURIComponent(userId)}`;
  return {
    call,
    async overrideRateLimit(userId) {
      const body = { messages_per_second: 0, burst_count: 0 };
      await call("POST", `${userPath("v1", userId)}/override_ratelimit`, body);
    },
    async restoreRateLimit(userId) {
      await call("DELETE", `${userPath("v1", userId)}/override_ratelimit`);
    },
    async logoutDevice(userId, deviceId) {
      await call("DELETE", `${userPath("v2", userId)}/devices/${encodeURIComponent(deviceId)}`);
    },
    async deactivate(userId) {
      await call("POST", `/v1/deactivate/${encodeURIComponent(userId)}`, { erase: false });
    },
  };
}
