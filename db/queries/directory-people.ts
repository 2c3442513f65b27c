/** The list of people: who works here, has left or is to come, searched, narrowed and sorted. */
import { type RawBuilder, sql } from "kysely";
import type { Reader } from "../connect";
import type { EmploymentKind } from "../schema";

export type Presence = "present" | "left" | "coming";

export interface PeopleFilter {
  readonly presence: Presence;
  /** Folded words that must all be found in the name, the number or the e-mail address. */
  readonly words: readonly string[];
  /** A department, with all under it; null: any. */
  readonly underId: string | null;
  readonly siteId: string | null;
  readonly kind: EmploymentKind | null;
}

export interface PeopleOrder {
  readonly by: "name" | "number" | "from";
  readonly descending: boolean;
}

export interface ListedPerson {
  readonly id: string;
  readonly employee_number: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly email: string | null;
  readonly title: string;
  readonly kind: EmploymentKind;
  readonly site: string;
  readonly department_id: string | null;
  readonly from_on: string;
  readonly to_on: string | null;
}

/** The employment by which somebody is listed, joined to `person p` as `e`: of the day, the last before it, the next. */
function listedEmployment(presence: Presence, today: string): RawBuilder<unknown> {
  const other = (condition: RawBuilder<unknown>) => sql`exists (select 1 from employment f
    where f.person_id = e.person_id and f.withdrawn_at is null and ${condition})`;
  const own = sql`e.person_id = p.id and e.withdrawn_at is null`;
  switch (presence) {
    case "present":
      return sql`${own} and e.from_on <= ${today} and (e.to_on is null or e.to_on >= ${today})`;
    case "left":
      return sql`${own} and e.to_on < ${today} and not ${other(sql`f.from_on > e.from_on`)}`;
    case "coming":
      return sql`${own} and e.from_on > ${today} and not ${other(sql`f.from_on > ${today} and f.from_on < e.from_on`)}
        and not ${other(sql`f.from_on <= ${today} and (f.to_on is null or f.to_on >= ${today})`)}`;
  }
}

/** The department of the day, or the last before it, or else the next. */
function departmentOf(today: string): RawBuilder<string> {
  return sql`(select x.department_id from membership x where x.person_id = p.id and x.withdrawn_at is null
    order by x.from_on > ${today}, case when x.from_on <= ${today} then x.from_on end desc, x.from_on limit 1)`;
}

/** Departments with more memberships than this are looked for person by person. */
const fewMemberships = 5000;

async function conditions(db: Reader, filter: PeopleFilter, today: string): Promise<RawBuilder<unknown>> {
  const all: RawBuilder<unknown>[] = [sql`1 = 1`];
  for (const word of filter.words) {
    const pattern = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    all.push(sql`(p.search_key like ${pattern} escape '\\' or p.email like ${pattern} escape '\\')`);
  }
  if (filter.siteId !== null) all.push(sql`e.site_id = ${filter.siteId}`);
  if (filter.kind !== null) all.push(sql`e.kind = ${filter.kind}`);
  if (filter.underId !== null) {
    const under = sql`(select a.department_id from department_ancestor a where a.ancestor_id = ${filter.underId})`;
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from (select 1 from membership m where m.department_id in ${under} limit ${fewMemberships + 1})
      as some`.execute(db);
    if ((rows[0]?.n ?? 0) <= fewMemberships) {
      all.push(sql`p.id in (select m.person_id from membership m
        where m.withdrawn_at is null and m.department_id in ${under})`);
    }
    all.push(
      filter.presence === "present"
        ? sql`exists (select 1 from membership m join department_ancestor a on a.department_id = m.department_id
            where m.person_id = p.id and m.withdrawn_at is null and m.from_on <= ${today}
              and (m.to_on is null or m.to_on >= ${today}) and a.ancestor_id = ${filter.underId})`
        : sql`${departmentOf(today)} in ${under}`,
    );
  }
  return sql.join(all, sql` and `);
}

const orders = { name: "p.sort_key", number: "p.employee_number", from: "e.from_on" } as const;

/** A page of the list. @param today civil date */
export async function findPeople(
  db: Reader,
  filter: PeopleFilter,
  order: PeopleOrder,
  slice: { readonly offset: number; readonly limit: number },
  today: string,
): Promise<ListedPerson[]> {
  const direction = sql.raw(order.descending ? "desc" : "asc");
  const sorting = sql`${sql.raw(orders[order.by])} ${direction}, p.id ${direction}`;
  // The people are gone through in the order of their index, each of the rest is a look-up; what is shown of them is read
  // for the page alone.
  const { rows } = await sql<ListedPerson>`
    select p.id, p.employee_number, p.given_name, p.family_name, p.email, e.title, e.kind, s.name as site,
      ${departmentOf(today)} as department_id, e.from_on, e.to_on
    from (select p.id as person_id, e.id as employment_id
      from person p cross join employment e on ${listedEmployment(filter.presence, today)}
      where ${await conditions(db, filter, today)}
      order by ${sorting} limit ${slice.limit} offset ${slice.offset}) as page
    join person p on p.id = page.person_id
    join employment e on e.id = page.employment_id
    join site s on s.id = e.site_id
    order by ${sorting}`.execute(db);
  return rows;
}

/** How many people the list holds. @param today civil date */
export async function countPeople(db: Reader, filter: PeopleFilter, today: string): Promise<number> {
  if (filter.presence === "present" && filter.words.length === 0 && filter.underId === null) {
    // Employments of one person never overlap: those in force on a day are as many as the people.
    const site = filter.siteId === null ? sql`` : sql`and e.site_id = ${filter.siteId}`;
    const kind = filter.kind === null ? sql`` : sql`and e.kind = ${filter.kind}`;
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from employment e where e.withdrawn_at is null and e.from_on <= ${today}
        and (e.to_on is null or e.to_on >= ${today}) ${site} ${kind}`.execute(db);
    return rows[0]?.n ?? 0;
  }
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from person p cross join employment e on ${listedEmployment(filter.presence, today)}
    where ${await conditions(db, filter, today)}`.execute(db);
  return rows[0]?.n ?? 0;
}
