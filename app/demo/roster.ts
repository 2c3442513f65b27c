/** Who works at Fjällnäs, where and from when until when: a function of the seed and the last day. */
import { addDays, type CivilDate } from "#app/domain/calendar";
import type { EmploymentKind, Role } from "#db/schema";
import { type CastMember, type Course, cast, comersAndGoers } from "./cast";
import type { Chance } from "./chance";
import { isWeekday, weekday } from "./instants";
import { emailDomain, type KnownAccountRole, knownAccounts } from "./known-accounts";
import { createNaming, localPart, type Name } from "./naming";
import { type SiteKey, type Unit, units } from "./places";

/** Time in one unit, at one site; `to` is the last day. */
export interface Post {
  readonly departmentId: string;
  readonly top: string;
  readonly site: SiteKey;
  readonly title: string;
  readonly from: CivilDate;
  readonly to: CivilDate | null;
}

export interface DemoPerson extends Name {
  readonly key: string;
  readonly employeeNumber: string;
  readonly email: string | null;
  readonly language: string;
  readonly kind: EmploymentKind;
  readonly account: KnownAccountRole | null;
  readonly role: Role | null;
  /** Oldest first. */
  readonly posts: readonly Post[];
  /** The unit this person leads. */
  readonly leads: string | null;
  readonly managerKey: string | null;
  /** The share of questions that this person answers right. */
  readonly skill: number;
}

/** The days between which everything happens. */
export interface Period {
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  /** Whoever begins on this day has their first modules due on the last one. */
  readonly dueTodayFrom: CivilDate;
}

/** About so many of those in stores have no address at work. */
const withoutEmail = 12;
const joinerShare = 0.17;
const moverShare = 0.04;

type Draft = Omit<DemoPerson, "employeeNumber" | "email" | "managerKey">;

/** The first working day on or after a day. */
function workday(day: CivilDate): CivilDate {
  let found = day;
  while (!isWeekday(found)) found = addDays(found, 1);
  return found;
}

class Roster {
  readonly drafts: Draft[] = [];
  readonly #naming: (key: string) => Name;

  constructor(
    readonly chance: Chance,
    readonly period: Period,
  ) {
    this.#naming = createNaming(chance, [...cast, ...comersAndGoers]);
  }

  ago(days: number): CivilDate {
    return addDays(this.period.lastDay, -days);
  }

  /** Hired before the history begins, more often lately than long ago. */
  #hired(key: string): CivilDate {
    return workday(this.ago(600 + Math.floor(this.chance.share("hired", key) ** 2 * 5400)));
  }

  #posts(unit: Unit, key: string, title: string, course: Course, site: SiteKey): Post[] {
    const post = (in_: Unit, from: CivilDate, to: CivilDate | null): Post => ({
      departmentId: in_.departmentId,
      top: in_.top,
      site: in_ === unit ? site : in_.site,
      title: in_ === unit ? title : this.chance.pick(in_.titles, "title", key, "before"),
      from,
      to,
    });
    switch (course.type) {
      case "stays":
        return [post(unit, this.#hired(key), null)];
      case "joined":
        return [post(unit, this.ago(course.ago), null)];
      case "joined-this-week":
        return [post(unit, this.ago(weekday(this.period.lastDay) - 1), null)];
      case "joined-due-today":
        return [post(unit, this.period.dueTodayFrom, null)];
      case "moved": {
        const before = unitNamed(course.fromUnit);
        const on = this.ago(course.ago);
        return [post(before, this.#hired(key), addDays(on, -1)), post(unit, on, null)];
      }
      case "left":
        return [post(unit, this.#hired(key), this.ago(course.ago))];
      case "leaves":
        return [post(unit, this.#hired(key), addDays(this.period.lastDay, course.ahead))];
      case "joins":
        return [post(unit, addDays(this.period.lastDay, course.ahead), null)];
      case "came-back":
        return [post(unit, this.#hired(key), this.ago(course.ago)), post(unit, this.ago(course.backAgo), null)];
    }
  }

  add(
    unit: Unit,
    key: string,
    course: Course,
    as: Partial<CastMember & Pick<DemoPerson, "kind">> = {},
    finnish = false,
  ): void {
    const { chance } = this;
    const name =
      as.given !== undefined && as.family !== undefined
        ? { given: as.given, family: as.family }
        : this.#naming(finnish ? `finnish ${key}` : key);
    const title = as.title ?? (as.leads ? unit.leads : chance.pick(unit.titles, "title", key));
    const kinds = chance.share("kind", key);
    const plain = as.leads === true || as.account !== undefined;
    const temporary = unit.top === "butik" ? 0.09 : 0.03;
    this.drafts.push({
      ...name,
      key,
      language: as.language ?? (plain ? "sv" : finnish || chance.share("language", key) < 0.08 ? "en" : "sv"),
      kind:
        as.kind ?? (plain ? "employee" : kinds < temporary ? "temporary" : kinds > 0.98 ? "contractor" : "employee"),
      account: as.account ?? null,
      role: as.role ?? null,
      posts: this.#posts(unit, key, title, course, finnish ? "helsingfors" : unit.site),
      leads: as.leads ? unit.departmentId : null,
      skill: 0.82 + 0.17 * Math.sqrt(chance.share("skill", key)),
    });
  }
}

function unitNamed(departmentId: string): Unit {
  const unit = units.find((candidate) => candidate.departmentId === departmentId);
  if (!unit) throw new RangeError(`There is no unit ${departmentId}`);
  return unit;
}

/** Fills the seats of a unit: whoever leads it, those with a story, and others. */
function fillUnit(roster: Roster, unit: Unit): void {
  const { chance } = roster;
  const known = cast.filter((member) => member.unit === unit.departmentId);
  for (const member of known) roster.add(unit, member.key, member.course ?? { type: "stays" }, member);
  let filled = known.length;
  if (!known.some((member) => member.leads)) {
    roster.add(unit, `${unit.departmentId}-lead`, { type: "stays" }, { leads: true });
    filled += 1;
  }
  let finnish = unit.finnish ?? 0;
  for (let seat = filled; seat < unit.size; seat += 1) {
    const key = `${unit.departmentId}-${seat}`;
    const turn = chance.share("turn", key);
    if (unit.size - seat <= (unit.seasonal ?? 0)) {
      roster.add(unit, key, { type: "joined", ago: chance.whole(4, 26, "joined", key) }, { kind: "temporary" });
    } else if (finnish > 0) {
      roster.add(unit, key, { type: "stays" }, {}, true);
      finnish -= 1;
    } else if (turn < joinerShare) {
      // Fewer in the last month: those who are new have everything still to do.
      const from = workday(roster.ago(chance.whole(25, 530, "joined", key)));
      const ago = daysBack(roster, from);
      roster.add(unit, key, { type: "joined", ago });
      if (chance.share("followed", key) < 0.75) {
        const gap = chance.whole(3, 45, "gap", key);
        roster.add(unit, `${key}-before`, { type: "left", ago: Math.min(ago + gap, 538) });
      }
    } else if (turn < joinerShare + moverShare) {
      const others = units.filter((other) => other.top !== unit.top && other.top !== "ledning" && other.size > 5);
      const fromUnit = chance.pick(others, "from", key).departmentId;
      roster.add(unit, key, { type: "moved", ago: chance.whole(45, 480, "moved", key), fromUnit });
    } else {
      roster.add(unit, key, { type: "stays" });
    }
  }
}

function daysBack(roster: Roster, day: CivilDate): number {
  let ago = 0;
  while (roster.ago(ago) > day) ago += 1;
  return ago;
}

/** Everybody who has worked, works or is about to work here since the first day, by employee number. */
export function createRoster(chance: Chance, period: Period): DemoPerson[] {
  const roster = new Roster(chance, period);
  for (const unit of units) fillUnit(roster, unit);
  for (const member of comersAndGoers) {
    roster.add(unitNamed(member.unit), member.key, member.course ?? { type: "stays" }, member);
  }
  const { drafts } = roster;
  const leaders = new Map(drafts.flatMap((draft) => (draft.leads ? [[draft.leads, draft.key] as const] : [])));
  const first = (draft: Draft) => draft.posts[0]?.from ?? period.firstDay;
  const inOrder = [...drafts].sort((a, b) => (first(a) + a.key < first(b) + b.key ? -1 : 1));
  const quiet = new Set(
    chance
      .shuffled(
        inOrder.filter((draft) => draft.posts.at(-1)?.top === "butik" && draft.leads === null && !isCast(draft.key)),
        "quiet",
      )
      .slice(0, withoutEmail)
      .map((draft) => draft.key),
  );
  const addresses = new Set<string>();
  return inOrder.map((draft, at) => ({
    ...draft,
    employeeNumber: String(2001 + at),
    email: quiet.has(draft.key) ? null : emailOf(draft, addresses),
    managerKey: managerOf(draft, leaders),
  }));
}

/** Whether the demonstration tells a story of somebody. */
export function isCast(key: string): boolean {
  return cast.some((member) => member.key === key);
}

function emailOf(draft: Draft, taken: Set<string>): string {
  const known = knownAccounts.find((account) => account.role === draft.account);
  if (known) return known.email;
  const part = localPart(draft);
  let email = `${part}@${emailDomain}`;
  for (let number = 2; taken.has(email); number += 1) email = `${part}${number}@${emailDomain}`;
  taken.add(email);
  return email;
}

/** Whoever leads the unit, or the department above it, or the company. */
function managerOf(draft: Draft, leaders: ReadonlyMap<string, string>): string | null {
  const post = draft.posts.at(-1);
  if (!post) return null;
  for (const department of [post.departmentId, post.top, "ledning"]) {
    const leader = leaders.get(department);
    if (leader !== undefined && leader !== draft.key) return leader;
  }
  return null;
}
