import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { tabStorage } from "#app/platform/tab-storage";
import { type AttendanceMarks, createAttendanceMarks, type Mark, type MarksState } from "./attendance-marks";
import { heldSessionPath } from "./paths";
import { markSender } from "./send-mark";
import type { Participant } from "./session-view";

/** How often what did not get through is tried again, milliseconds. */
const retryEvery = 20_000;

export interface Attendance {
  readonly state: MarksState;
  readonly tap: (personId: string, mark: Mark) => void;
  readonly retry: () => void;
  /** The browser sends each mark by itself; before, and without script, each is a form. */
  readonly alive: boolean;
}

/** The marks of a session as they are tapped: kept, sent, and sent again when they did not get through. */
export function useAttendance(sessionId: string, participants: readonly Participant[]): Attendance {
  const known = useMemo(
    () => Object.fromEntries(participants.map(({ personId, mark }) => [personId, mark])),
    [participants],
  );
  const still = useMemo<MarksState>(
    () => ({ known, wanted: {}, otherwise: [], failed: false, signedOut: false, closed: false }),
    [known],
  );
  const [marks, setMarks] = useState<AttendanceMarks | null>(null);
  useEffect(() => {
    const made = createAttendanceMarks({
      storage: tabStorage(),
      name: sessionId,
      known: {},
      post: markSender(heldSessionPath(sessionId, "marks")),
    });
    setMarks(made);
    const again = () => void made.retry();
    again();
    const timer = window.setInterval(again, retryEvery);
    window.addEventListener("online", again);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [sessionId]);
  useEffect(() => marks?.learn(known), [marks, known]);
  const state = useSyncExternalStore(
    marks?.subscribe ?? nothing,
    () => marks?.state() ?? still,
    () => still,
  );
  return {
    // why: until it has learnt what stands, what the server rendered is shown
    state: Object.keys(state.known).length === 0 ? { ...state, known } : state,
    tap: (personId, mark) => marks?.tap(personId, mark),
    retry: () => void marks?.retry(),
    alive: marks !== null,
  };
}

function nothing(): () => void {
  return () => undefined;
}
