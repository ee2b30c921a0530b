import type { Courier } from "./courier.ts";
import type { Uploads } from "./uploads.ts";
import type { World } from "./world.ts";

/** What a person acts in. */
export type Surroundings = {
  readonly world: World;
  readonly courier: Courier;
  readonly uploads: Uploads;
  readonly serviceUrl: () => string;
};
