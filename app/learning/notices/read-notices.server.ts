import { isNoticeKind, type NoticeDetail } from "#app/domain/notice";
import { sessionPath } from "#app/ledger/seats";
import { dayIn, instantText } from "#app/platform/clock";
import type { Deps } from "#app/platform/deps";
import { timeIn } from "#app/platform/local-time";
import { type NoticeFacts, participationWords } from "#app/words/areas/participation";
import { formatsFor } from "#app/words/format";
import type { Language } from "#app/words/language";
import { inLanguage, type Localised } from "#app/words/localised";
import { findClassroomSession } from "#db/queries/classroom";
import { findSiteName } from "#db/queries/classroom-places";
import { findModuleTitles } from "#db/queries/content";
import { findDraftTitle } from "#db/queries/drafts";
import { findNotifications, hasUnread, markRead } from "#db/queries/notifications";
import type { SignedIn } from "#db/queries/people";

/** What somebody was told, in their language. */
export interface NoticeView {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly path: string | null;
  /** A calendar entry to take along. */
  readonly calendar: string | null;
  /** Civil date and time where the reader is. */
  readonly on: string;
  readonly at: string;
  readonly isNew: boolean;
}

export interface NoticesView {
  readonly notices: readonly NoticeView[];
  readonly page: number;
  readonly more: boolean;
  /** UTC ISO: until when everything on this page was told. */
  readonly until: string;
  readonly anyNew: boolean;
  readonly today: string;
}

const pageSize = 30;

/** Whether somebody was told something that they have not opened yet. */
export async function readUnread(deps: Pick<Deps, "db">, reader: SignedIn): Promise<boolean> {
  return await hasUnread(deps.db.read, reader.personId);
}

/** What somebody was told, the newest first; opening it marks nothing as read. */
export async function readNotices(
  deps: Pick<Deps, "db">,
  reader: SignedIn,
  { language, now }: { readonly language: Language; readonly now: Date },
  asked: number,
): Promise<NoticesView> {
  const page = Number.isSafeInteger(asked) && asked >= 1 && asked <= 1000 ? asked : 1;
  const slice = { limit: pageSize + 1, offset: (page - 1) * pageSize };
  const rows = await findNotifications(deps.db.read, reader.personId, slice);
  const notices: NoticeView[] = [];
  for (const row of rows.slice(0, pageSize)) {
    if (!isNoticeKind(row.kind)) continue;
    const detail = JSON.parse(row.detail) as NoticeDetail;
    const facts = await factsOf(deps, detail, language);
    const { title, text, calendar } = participationWords[language].notices.kinds[row.kind](facts);
    const told = new Date(row.created_at);
    notices.push({
      id: row.id,
      title,
      text,
      path: row.path,
      calendar: calendar && detail.sessionId !== undefined ? `${sessionPath(detail.sessionId)}/calendar.ics` : null,
      on: dayIn(reader.zone, told),
      at: timeIn(reader.zone, told),
      isNew: row.read_at === null,
    });
  }
  return {
    notices,
    page,
    more: rows.length > pageSize,
    until: instantText(now),
    anyNew: notices.some(({ isNew }) => isNew),
    today: dayIn(reader.zone, now),
  };
}

/** What the words of a notice are made of. The day and time are those that were told, the rest is as it is now. */
async function factsOf(deps: Pick<Deps, "db">, detail: NoticeDetail, language: Language): Promise<NoticeFacts> {
  const db = deps.db.read;
  const [module] = detail.moduleId === undefined ? [] : await findModuleTitles(db, [detail.moduleId]);
  // A module that is being written and was never published has its title in its draft.
  const title = module
    ? (JSON.parse(module.title) as Localised)
    : detail.moduleId === undefined
      ? null
      : await findDraftTitle(db, detail.moduleId);
  const session = detail.sessionId === undefined ? undefined : await findClassroomSession(db, detail.sessionId);
  const site = session ? await findSiteName(db, session.site_id) : null;
  const zone = detail.zone ?? "UTC";
  const starts = detail.startsAt === undefined ? null : new Date(detail.startsAt);
  return {
    module: title === null ? "" : inLanguage(title, language),
    day: starts === null ? "" : formatsFor(language).longDate(dayIn(zone, starts)),
    time: starts === null ? "" : timeIn(zone, starts),
    place: [site, session?.place].filter(Boolean).join(", "),
    why: session?.cancelled_why ?? "",
    on: detail.on === undefined ? "" : formatsFor(language).date(detail.on),
  };
}

/** Marks as read what was told until an instant (UTC ISO); what came after stays new. */
export async function openNotices(deps: Pick<Deps, "db" | "clock">, reader: SignedIn, until: string): Promise<void> {
  const now = instantText(deps.clock.now());
  await deps.db.write.transaction().execute(async (tx) => {
    await markRead(tx, reader.personId, until < now ? until : now, now);
  });
}
