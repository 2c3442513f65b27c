import { describe, expect, it } from "vitest";
import { arrangeHome, distanceTo } from "#app/learning/home-arrangement";
import { homeSentence, timeLeft, timeUntil } from "#app/learning/home-phrases";
import type { HomeItem, HomeView } from "#app/learning/home-view";
import { catalogues } from "#app/words/catalogues";

const today = "2026-11-24";

function item(moduleId: string, over: Partial<HomeItem> = {}): HomeItem {
  return {
    moduleId,
    title: moduleId,
    href: `/modules/${moduleId}`,
    status: "current",
    task: "none",
    required: true,
    valid: true,
    opensOn: null,
    dueOn: "2027-06-01",
    validUntil: "2027-06-15",
    completedOn: "2026-06-01",
    minutes: 6,
    questions: null,
    session: null,
    begun: false,
    reason: "Because.",
    change: null,
    ...over,
  };
}

const due = (moduleId: string, dueOn: string, over: Partial<HomeItem> = {}) =>
  item(moduleId, { status: "due", task: "refresher", dueOn, minutes: 4, ...over });

function view(items: HomeItem[], hour = 8): HomeView {
  return { today, hour, person: { firstName: "Leila", department: "Kundservice" }, items, evidence: [] };
}

const names = (items: readonly HomeItem[]) => items.map(({ moduleId }) => moduleId);
const sentence = (language: "sv" | "en", items: HomeItem[], hour = 8) =>
  homeSentence(catalogues[language].home, view(items, hour), arrangeHome(view(items, hour)));

describe("the lists of my training", () => {
  it("puts what is late first, then what is due soonest, and numbers everything in that order", () => {
    const lists = arrangeHome(
      view([
        item("far"),
        item("near", { dueOn: "2027-02-24" }),
        due("later", "2026-12-20"),
        due("sooner", "2026-12-01"),
        due("late", "2026-10-27", { status: "overdue" }),
      ]),
    );
    expect(lists.next?.moduleId).toBe("late");
    expect(names(lists.also)).toEqual(["sooner", "later"]);
    expect(names(lists.coming)).toEqual(["near"]);
    expect(names(lists.current)).toEqual(["far"]);
    expect([lists.next, ...lists.also, ...lists.coming, ...lists.current].map((each) => each?.number)).toEqual([
      1, 2, 3, 4, 5,
    ]);
    expect(lists.late).toBe(1);
    expect(lists.minutes).toBe(12);
  });

  it("counts as coming what is due within three months, that day included", () => {
    const lists = arrangeHome(view([item("in", { dueOn: "2027-02-24" }), item("out", { dueOn: "2027-02-25" })]));
    expect(names(lists.coming)).toEqual(["in"]);
    expect(names(lists.current)).toEqual(["out"]);
  });

  it("shows the six nearest on the wheel and lists the rest under later numbers", () => {
    const months = ["2027-01", "2027-02", "2027-03", "2027-04", "2027-05", "2027-06", "2027-07", "2027-08"];
    const lists = arrangeHome(view(months.map((month) => item(month, { dueOn: `${month}-10` })).reverse()));
    expect(names(lists.rings)).toEqual(months.slice(0, 6));
    expect(lists.rings.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(lists.listed).toBe(8);
    expect(lists.current.at(-1)).toMatchObject({ number: 8, onWheel: false });
  });

  it("gives no ring to what never comes back", () => {
    const lists = arrangeHome(view([item("endless", { dueOn: null, validUntil: null }), item("yearly")]));
    expect(names(lists.rings)).toEqual(["yearly"]);
    expect(names(lists.current)).toEqual(["yearly", "endless"]);
  });

  it("counts only what is required today, less exempt and away", () => {
    const lists = arrangeHome(
      view([
        item("held"),
        due("never taken", "2026-12-01", { valid: false, completedOn: null }),
        item("own choice", { required: false }),
        item("exempt", { status: "exempt", valid: false }),
        item("away", { status: "leave" }),
      ]),
    );
    expect([lists.valid, lists.required]).toEqual([1, 2]);
    expect(names(lists.paused)).toEqual(["away", "exempt"]);
    expect(lists.listed).toBe(3);
  });

  it("never lets what is paused ask for anything", () => {
    const lists = arrangeHome(view([due("paused", "2026-10-01", { status: "leave" })]));
    expect(lists.next).toBeNull();
    expect(lists.late).toBe(0);
  });

  it("is somebody's first day when nothing was ever completed and something waits", () => {
    expect(arrangeHome(view([due("a", "2026-12-01", { completedOn: null })])).firstDay).toBe(true);
    expect(arrangeHome(view([due("a", "2026-12-01", { completedOn: null }), item("b")])).firstDay).toBe(false);
    expect(arrangeHome(view([])).firstDay).toBe(false);
  });

  it("keeps its order whatever the order it is given in", () => {
    const items = [due("b", "2026-12-01"), due("a", "2026-12-01"), item("c"), item("d", { dueOn: null })];
    const one = arrangeHome(view(items));
    const other = arrangeHome(view([...items].reverse()));
    expect(other).toEqual(one);
  });
});

describe("the sentence that opens the page", () => {
  it.each([
    [9, "God morgon, Leila.", "Good morning, Leila."],
    [10, "Hej, Leila.", "Good afternoon, Leila."],
    [17, "Hej, Leila.", "Good afternoon, Leila."],
    [18, "God kväll, Leila.", "Good evening, Leila."],
  ])("greets by the hour %i", (hour, swedish, english) => {
    expect(sentence("sv", [item("a")], hour)).toBe(`${swedish} Inget är på tur i dag.`);
    expect(sentence("en", [item("a")], hour)).toBe(`${english} Nothing is due today.`);
  });

  it("says the one thing there is, and how long it takes", () => {
    const one = [due("a", "2026-12-01"), item("b")];
    expect(sentence("sv", one)).toBe("God morgon, Leila. En repris är på tur och tar fyra minuter.");
    expect(sentence("en", one)).toBe("Good morning, Leila. One refresher is due and takes four minutes.");
    const late = [due("a", "2026-11-23", { task: "module", minutes: 14 }), item("b")];
    expect(sentence("sv", late)).toBe("God morgon, Leila. En modul är försenad och tar 14 minuter.");
    expect(sentence("en", late)).toBe("Good morning, Leila. One module is overdue and takes 14 minutes.");
  });

  it("is not late on the due date itself", () => {
    expect(sentence("sv", [due("a", today), item("b")])).toContain("på tur");
  });

  it("counts when there are several, and says how many are late", () => {
    const three = [due("a", "2026-12-01"), due("b", "2026-12-02"), due("c", "2026-12-03")];
    expect(sentence("sv", three)).toBe("God morgon, Leila. Tre saker är på tur, tolv minuter tillsammans.");
    expect(sentence("en", three)).toBe("Good morning, Leila. Three things are due, twelve minutes together.");
    const mixed = [due("a", "2026-11-01"), due("b", "2026-12-02"), due("c", "2026-12-03")];
    expect(sentence("sv", mixed)).toBe("God morgon, Leila. Tre saker är på tur, en är försenad.");
    expect(sentence("en", mixed)).toBe("Good morning, Leila. Three things are due, one is late.");
    const all = [due("a", "2026-11-01"), due("b", "2026-11-02")];
    expect(sentence("sv", all)).toBe("God morgon, Leila. Två saker är försenade.");
    expect(sentence("en", all)).toBe("Good morning, Leila. Two things are overdue.");
  });

  it("welcomes on the first day", () => {
    expect(sentence("sv", [due("a", "2026-12-01", { completedOn: null, task: "module", minutes: 6 })])).toBe(
      "Välkommen, Leila. En modul är på tur och tar sex minuter.",
    );
  });

  it("is calm about absence, exemption and nothing at all", () => {
    expect(sentence("sv", [item("a", { status: "leave" })])).toContain("medan du är borta");
    expect(sentence("sv", [item("a", { status: "exempt" })])).toContain("undantagen");
    expect(sentence("sv", [])).toContain("ingen utbildning just nu");
  });
});

describe("how far a day is", () => {
  it.each([
    ["2026-11-24", "days", 0],
    ["2026-12-21", "days", 27],
    ["2026-12-22", "weeks", 4],
    ["2027-03-09", "weeks", 15],
    ["2028-11-23", "years", 2],
    ["2026-11-23", "days", -1],
    ["2026-10-27", "weeks", -4],
  ])("%s is said in %s", (date, unit, count) => {
    expect(distanceTo(today, date)).toEqual({ unit, count });
  });

  it("is said as people say it", () => {
    const { distance } = catalogues.sv.home;
    expect(timeUntil(distance, today, "2026-11-25")).toBe("i morgon");
    expect(timeUntil(distance, today, "2026-12-18")).toBe("om 24 dagar");
    expect(timeUntil(distance, today, "2027-02-02")).toBe("om 10 veckor");
    expect(timeLeft(distance, today, today)).toBe("sista dagen i dag");
    expect(timeLeft(distance, today, "2027-03-09")).toBe("15 veckor kvar");
    expect(timeLeft(distance, today, "2026-11-20")).toBe("4 dagar sen");
    expect(timeLeft(catalogues.en.home.distance, today, "2026-11-25")).toBe("1 day left");
  });
});
