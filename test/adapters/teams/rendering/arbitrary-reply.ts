import * as arbitrary from "../../../support/arbitrary-reply.ts";
import { hostileTexts, room } from "./example-replies.ts";

export const arbitraryReply = arbitrary.arbitraryReply(room, hostileTexts.slice(0, 9));
