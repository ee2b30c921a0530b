/** Höchstmaß einer Plattform: so many calls within so many milliseconds. */
export type Limit = { readonly calls: number; readonly within: number };

/** Microsoft's limits per bot and conversation, for sending, updating and creating together. */
export const TEAMS_LIMITS: readonly Limit[] = [
  { calls: 7, within: 1_000 },
  { calls: 8, within: 2_000 },
  { calls: 60, within: 30_000 },
  { calls: 1_800, within: 3_600_000 },
];

/** Per app and Mandant, whatever the conversation. */
export const TENANT_LIMITS: readonly Limit[] = [{ calls: 50, within: 1_000 }];

/** The clock of the service may differ a little from ours. */
const TRAVEL = 250;
/** So much of each limit is kept for messages: the running state of a vote can wait, what was decided must not. */
const FOR_UPDATES = 0.6;

/** Takt: when the next call into a conversation may go out. */
export type Pace = {
  /** Resolves when it is its turn; turns of one conversation come one after the other. */
  turn(conversation: string, what: "message" | "update"): Promise<Turn>;
  /** The service asked us to wait. */
  hold(conversation: string, milliseconds: number): void;
  stop(): void;
};

/** The service counts when a call arrives. Until it has answered that may be any moment. */
export type Turn = { answered(): void };

type Call = Turn & { at(): number };
type Course = { readonly limits: readonly Limit[]; calls: Call[]; heldUntil: number; last: Promise<unknown> };

export function createPace(now: () => number = () => performance.now(), limits = TEAMS_LIMITS): Pace {
  const courses = new Map<string, Course>();
  const tenant = newCourse(TENANT_LIMITS);
  const waiting = new Set<() => void>();
  let isStopped = false;

  function courseOf(conversation: string): Course {
    const course = courses.get(conversation) ?? newCourse(limits);
    courses.set(conversation, course);
    return course;
  }

  function delayOf(course: Course, share: number): number {
    const at = now();
    const longest = Math.max(...course.limits.map(({ within }) => within)) + TRAVEL;
    course.calls = course.calls.filter((call) => call.at() > at - longest);
    const times = course.calls.map((call) => call.at()).sort((left, right) => left - right);
    const waits = course.limits.map(({ calls, within }) => {
      const allowed = Math.max(1, Math.floor(calls * share));
      const oldest = times.at(-allowed);
      return oldest === undefined ? 0 : oldest + within + TRAVEL - at;
    });
    return Math.max(0, course.heldUntil - at, ...waits);
  }

  async function wait(course: Course, share: number): Promise<Turn> {
    const delay = (): number => Math.max(delayOf(course, share), delayOf(tenant, share));
    for (let left = delay(); left > 0 && !isStopped; left = delay()) await pause(left);
    const call = newCall();
    course.calls.push(call);
    tenant.calls.push(call);
    return call;
  }

  function newCall(): Call {
    let arrived: number | undefined;
    return {
      at: () => arrived ?? now(),
      answered: () => {
        arrived = now();
      },
    };
  }

  function pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      waiting.add(done);
    });
  }

  return {
    turn(conversation, what) {
      const course = courseOf(conversation);
      if (what === "update") {
        // It lets every message past that comes meanwhile.
        return wait(course, FOR_UPDATES);
      }
      const turn = course.last.then(() => wait(course, 1));
      course.last = turn;
      return turn;
    },
    hold(conversation, milliseconds) {
      const course = courseOf(conversation);
      course.heldUntil = Math.max(course.heldUntil, now() + milliseconds);
    },
    stop() {
      isStopped = true;
      for (const done of [...waiting]) done();
    },
  };
}

const newCourse = (limits: readonly Limit[]): Course => ({ limits, calls: [], heldUntil: 0, last: Promise.resolve() });
