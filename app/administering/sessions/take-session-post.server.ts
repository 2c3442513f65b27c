import { redirect } from "@remix-run/node";
import { DomainError, isDomainError } from "#app/domain/errors";
import type { Deps } from "#app/platform/deps";
import type { SignedIn } from "#db/queries/people";
import { cancelSession, longestReason } from "./cancel-session.server";
import { invitePeople, removeParticipant } from "./invite-people.server";
import { noteRestAbsent } from "./note-attendance.server";
import { heldSessionPath } from "./paths";
import { correctAttendance, signOffSession } from "./sign-off-session.server";

/** What keeps a form of the session's page from being done. */
export type SessionPostProblem =
  | "unnoted"
  | "cancel-why"
  | "correct-why"
  /** It was signed off, cancelled or changed since the page was opened. */
  | "too-late"
  /** The session that somebody was to follow up in was. */
  | "next-too-late";

/**
 * Takes the forms of a session's page, by `intent`: `remove` and `follow-up` (`person`, and for the latter `to`, the
 * session that they are invited to), `rest`, `sign`, `correct` (`person`, `mark`, `why`), `cancel` (`why`). What is done
 * leads back to the page; what cannot be is given back.
 *
 * @throws DomainError invalid for any other intent, and as the use cases do, but for conflict
 */
export async function takeSessionPost(
  deps: Deps,
  reader: SignedIn,
  sessionId: string,
  form: FormData,
): Promise<SessionPostProblem> {
  try {
    return await doAsAsked(deps, reader, sessionId, form);
  } catch (error) {
    if (!isDomainError(error) || error.code !== "conflict") throw error;
    return form.get("intent") === "follow-up" ? "next-too-late" : "too-late";
  }
}

async function doAsAsked(deps: Deps, reader: SignedIn, sessionId: string, form: FormData): Promise<SessionPostProblem> {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const back = (done?: string) => redirect(`${heldSessionPath(sessionId)}${done === undefined ? "" : `?done=${done}`}`);
  const personId = text("person");
  const why = text("why");
  const reasoned = why !== "" && why.length <= longestReason;
  switch (text("intent")) {
    case "remove":
      await removeParticipant(deps, reader, { sessionId, personId });
      throw back("removed");
    case "follow-up": {
      const invited = await invitePeople(deps, reader, { sessionId: text("to"), people: [personId] });
      throw back(`invited&n=${invited.booked}.${invited.waiting}.${invited.left}`);
    }
    case "rest":
      await noteRestAbsent(deps, reader, sessionId);
      throw back();
    case "sign": {
      const result = await signOffSession(deps, reader, sessionId);
      if (result.kind === "unnoted") return "unnoted";
      throw back();
    }
    case "correct": {
      if (!reasoned) return "correct-why";
      const mark = text("mark");
      if (mark !== "there" && mark !== "absent") throw new DomainError("invalid", "Somebody was there or was not");
      const isPutRight = await correctAttendance(deps, reader, { sessionId, personId, mark, why });
      throw back(isPutRight ? "corrected" : "right-already");
    }
    case "cancel":
      if (!reasoned) return "cancel-why";
      await cancelSession(deps, reader, { sessionId, why });
      throw back();
    default:
      throw new DomainError("invalid", "The form has no intent that is known here");
  }
}
