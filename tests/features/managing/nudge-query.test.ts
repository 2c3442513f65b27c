import { describe, expect, it } from "vitest";
import {
  everyNudge,
  isFiltered,
  type NudgeQuery,
  nudgeHref,
  nudgeQueryFrom,
  nudgeSorts,
  nudgeStates,
  sortedBy,
  withoutFilters,
} from "#app/managing/nudge-query";

const read = (address: string) => nudgeQueryFrom(new URL(address, "http://localhost/overview").searchParams);

describe("the address of the nudge list", () => {
  it("has nothing to say of the plain list", () => {
    expect(nudgeHref(everyNudge, "nudges")).toBe("?#nudges");
    expect(read("?")).toEqual(everyNudge);
  });

  it("is read back as it was written, for every choice", () => {
    for (const state of nudgeStates) {
      for (const sort of nudgeSorts) {
        for (const order of ["ascending", "descending"] as const) {
          const query: NudgeQuery = {
            scopeId: "salj",
            search: "Åkesson & co?",
            departmentId: "butik",
            moduleId: "kris#1",
            state,
            sort,
            order,
            page: 3,
            whole: order === "ascending",
          };
          expect(read(nudgeHref(query, "nudges"))).toEqual(query);
        }
      }
    }
  });

  it.each(["?page=0", "?page=-1", "?page=1.5", "?page=a", "?page=1e99", "?state=dead", "?sort=score", "?order=up"])(
    "falls back to the plain list for %s",
    (address) => expect(read(address)).toEqual(everyNudge),
  );

  it("looks for no more than 100 characters, without the space around them", () => {
    expect(read(`?q=${"x".repeat(500)}`).search).toHaveLength(100);
    expect(read("?q=%20%20kris%20").search).toBe("kris");
  });

  it("takes an empty choice of a form as none", () => {
    expect(read("?q=&department=&module=&state=all")).toEqual(everyNudge);
  });
});

describe("sorting", () => {
  it("turns round when chosen again, and starts from the first page", () => {
    const byPerson = sortedBy({ ...everyNudge, page: 4 }, "person");
    expect(byPerson).toMatchObject({ sort: "person", order: "ascending", page: 1 });
    const again = sortedBy(byPerson, "person");
    expect(again.order).toBe("descending");
    expect(sortedBy(again, "person").order).toBe("ascending");
    expect(sortedBy(again, "module")).toMatchObject({ sort: "module", order: "ascending" });
  });

  it("is kept when the filter is taken away", () => {
    const query: NudgeQuery = { ...everyNudge, search: "x", sort: "module", order: "descending", page: 2 };
    expect(isFiltered(query)).toBe(true);
    expect(withoutFilters(query)).toEqual({ ...everyNudge, sort: "module", order: "descending" });
    expect(isFiltered(withoutFilters(query))).toBe(false);
  });
});
