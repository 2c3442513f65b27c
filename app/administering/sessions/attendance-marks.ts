/**
 * Who was there, as it is tapped: each mark is kept before it goes, sent by itself, and sent again until the server has
 * said something; so that neither a lost network nor a reload loses one. Never two of one person at once.
 */

export const marks = ["there", "absent", "none"] as const;
export type Mark = (typeof marks)[number];

export function isMark(value: unknown): value is Mark {
  return marks.some((mark) => mark === value);
}

/** What came of a mark that was sent. */
export type MarkReply =
  /** It stands; or somebody else noted something else meanwhile, and that stands. */
  | { readonly kind: "noted" | "otherwise"; readonly mark: Mark }
  /** It did not get through. */
  | { readonly kind: "lost" }
  /** Whoever sent it has been signed out. */
  | { readonly kind: "signed-out" }
  /** Nothing can be noted any more. */
  | { readonly kind: "closed" };

/** @param seen what may stand on the server; anything else was noted by somebody else */
export type PostMark = (personId: string, mark: Mark, seen: readonly Mark[]) => Promise<MarkReply>;

interface Wanted {
  readonly mark: Mark;
  readonly seen: readonly Mark[];
}

export interface MarksState {
  /** What stands on the server, as far as is known. */
  readonly known: Readonly<Record<string, Mark>>;
  /** What was tapped and has not been confirmed. */
  readonly wanted: Readonly<Record<string, Wanted>>;
  /** Who was noted otherwise by somebody else. */
  readonly otherwise: readonly string[];
  /** Something did not get through. */
  readonly failed: boolean;
  readonly signedOut: boolean;
  readonly closed: boolean;
}

export interface AttendanceMarks {
  readonly subscribe: (changed: () => void) => () => void;
  readonly state: () => MarksState;
  readonly tap: (personId: string, mark: Mark) => void;
  /** What the server says anew. */
  readonly learn: (known: Readonly<Record<string, Mark>>) => void;
  /** Sends what has not got through once more. */
  readonly retry: () => Promise<void>;
}

type MarkStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** @param storage null where the browser lets nothing be stored: then marks are kept as long as the page lives */
export function createAttendanceMarks(options: {
  readonly storage: MarkStorage | null;
  /** What is noted, so that what waits is never sent for another session. */
  readonly name: string;
  readonly known: Readonly<Record<string, Mark>>;
  readonly post: PostMark;
}): AttendanceMarks {
  const { storage, post } = options;
  const storageKey = `repris.attendance.${options.name}`;
  const listeners = new Set<() => void>();
  const onTheirWay = new Set<string>();
  let state: MarksState = {
    known: options.known,
    wanted: readWanted(storage, storageKey),
    otherwise: [],
    failed: false,
    signedOut: false,
    closed: false,
  };
  const change = (next: Partial<MarksState>) => {
    state = { ...state, ...next };
    if (next.wanted) writeWanted(storage, storageKey, state.wanted);
    for (const listener of listeners) listener();
  };
  const without = (personId: string) => {
    const { [personId]: _, ...others } = state.wanted;
    return others;
  };

  async function send(personId: string): Promise<void> {
    if (onTheirWay.has(personId)) return;
    onTheirWay.add(personId);
    try {
      for (let sent = state.wanted[personId]; sent; ) {
        const reply = await post(personId, sent.mark, sent.seen);
        const now = state.wanted[personId];
        if (reply.kind === "noted" || reply.kind === "otherwise") {
          const known = { ...state.known, [personId]: reply.mark };
          const newer = reply.kind === "noted" && now && now.mark !== sent.mark ? now : undefined;
          sent = newer && { mark: newer.mark, seen: [reply.mark] };
          const wanted = sent ? { ...state.wanted, [personId]: sent } : without(personId);
          const others = state.otherwise.filter((id) => id !== personId);
          const otherwise = reply.kind === "otherwise" ? [...others, personId] : others;
          change({ known, wanted, otherwise, failed: false, signedOut: false });
          continue;
        }
        if (reply.kind === "closed") change({ wanted: without(personId), closed: true });
        else {
          // It may have arrived all the same: then it is no surprise to find it there.
          const seen = [...new Set([...(now ?? sent).seen, sent.mark])];
          const wanted = { ...state.wanted, [personId]: { mark: (now ?? sent).mark, seen } };
          change({ wanted, failed: true, signedOut: reply.kind === "signed-out" });
        }
        return;
      }
    } finally {
      onTheirWay.delete(personId);
    }
  }

  return {
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    state: () => state,
    tap(personId, mark) {
      const seen = state.wanted[personId]?.seen ?? [state.known[personId] ?? "none"];
      change({
        wanted: { ...state.wanted, [personId]: { mark, seen } },
        otherwise: state.otherwise.filter((id) => id !== personId),
      });
      void send(personId);
    },
    learn(known) {
      change({ known });
    },
    async retry() {
      await Promise.all(Object.keys(state.wanted).map(send));
    },
  };
}

/** What is shown of somebody: what was tapped, else what stands. */
export function shownMark(state: MarksState, personId: string): Mark {
  return state.wanted[personId]?.mark ?? state.known[personId] ?? "none";
}

function readWanted(storage: MarkStorage | null, key: string): Record<string, Wanted> {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(key) ?? "{}");
    if (typeof kept !== "object" || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, Wanted] => isWanted(entry[1])));
  } catch {
    // Spoilt by somebody's own hand, or out of reach: nothing was kept that could be sent.
    return {};
  }
}

function isWanted(value: unknown): value is Wanted {
  if (typeof value !== "object" || value === null) return false;
  const { mark, seen } = value as Record<string, unknown>;
  return isMark(mark) && Array.isArray(seen) && seen.every(isMark);
}

function writeWanted(storage: MarkStorage | null, key: string, wanted: Readonly<Record<string, Wanted>>): void {
  try {
    if (Object.keys(wanted).length === 0) storage?.removeItem(key);
    else storage?.setItem(key, JSON.stringify(wanted));
  } catch {
    // Full or forbidden: it is still kept as long as the page lives.
  }
}
