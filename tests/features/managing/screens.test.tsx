import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { describe, expect, it } from "vitest";
import { everyNudge } from "#app/managing/nudge-query";
import { OverviewScreen } from "#app/managing/overview-screen";
import type { OverviewCounts, OverviewView } from "#app/managing/overview-view";
import { PersonScreen } from "#app/managing/person-screen";
import type { PersonView } from "#app/managing/person-view";
import { catalogues } from "#app/words/catalogues";
import { WordsProvider } from "#app/words/context";
import { type Language, languages } from "#app/words/language";
import { current, exempt, module, onLeave, open, overdue, overview, person } from "./views";

async function render(screen: ReactElement, language: Language = "sv"): Promise<string> {
  const routes = [
    {
      path: "*",
      element: (
        <WordsProvider language={language} words={catalogues[language]}>
          {screen}
        </WordsProvider>
      ),
    },
  ];
  const { query } = createStaticHandler(routes);
  const context = await query(new Request("http://localhost/overview"));
  if (context instanceof Response) throw new Error("a screen does not answer by itself");
  const router = createStaticRouter(routes, context);
  return renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}

/** What a reader sees of a part of the page, without its marks. */
function text(html: string, part = "main"): string {
  const found = new RegExp(`<(${part})[\\s>].*?</${part}>`, "s").exec(html)?.[0] ?? "";
  return found
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .replace(/ ([.,])/g, "$1")
    .trim();
}

function summary(html: string): string {
  return text(/<p class="Summary">.*?<\/p>/s.exec(html)?.[0] ?? "", "p");
}

const overviewHtml = (view: OverviewView, language?: Language) => render(<OverviewScreen view={view} />, language);
const personHtml = (view: PersonView, language?: Language) => render(<PersonScreen view={view} />, language);

describe.each(languages)("the manager's screens in %s", (language) => {
  it.each([
    ["overview", <OverviewScreen key="overview" view={overview()} />],
    ["person", <PersonScreen key="person" view={person()} />],
  ])("have no unfilled place, no inline style and no address with nothing behind it: %s", async (_, screen) => {
    const html = await render(screen, language);
    expect(html).not.toMatch(/undefined|NaN|Invalid|\[object|null[^-]/);
    expect(html).not.toContain("style=");
    expect(html).not.toContain('href="#"');
    expect(text(html)).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });
});

describe("the overview's sentence", () => {
  const sentence = async (given: Partial<OverviewView>) => summary(await overviewHtml(overview(given)));
  const counts = (given: Partial<OverviewCounts>): Partial<OverviewView> => ({
    counts: { ...overview().counts, ...given },
  });

  it("says how much holds, where it is weakest, and how many are overdue there", async () => {
    expect(await sentence({})).toBe(
      "88 procent av utbildningen gäller i dag. Längst efter ligger Krisläge i Butik, där 5 personer är försenade.",
    );
  });

  it("says that all is well only when it is", async () => {
    expect(await sentence(counts({ valid: 60, overdue: 0 }))).toBe(
      "All utbildning gäller i dag, och ingen är försenad.",
    );
    expect(await sentence(counts({ valid: 59, overdue: 0 }))).toBe(
      "98 procent av utbildningen gäller i dag. Resten är på väg, och ingen är försenad.",
    );
    expect(await sentence(counts({ valid: 60 }))).toMatch(/^All utbildning gäller i dag\. Längst efter ligger/);
  });

  it("says why there is nothing to count", async () => {
    const none = { required: 0, valid: 0, overdue: 0 };
    expect(await sentence(counts({ ...none, exempt: 0, onLeave: 0 }))).toBe("Ingen utbildning krävs här i dag.");
    expect(await sentence(counts({ ...none, onLeave: 3 }))).toMatch(/frånvarande eller undantagna i dag\.$/);
  });

  it("names no department where those overdue belong to none of those shown", async () => {
    const { matrix } = overview();
    const rows = matrix.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => cell && { ...cell, overdue: 0 }),
    }));
    expect(await sentence({ matrix: { ...matrix, rows } })).toMatch(
      /Längst efter ligger Krisläge, där 5 personer är försenade\.$/,
    );
  });

  it("does not name the department where there is but one", async () => {
    const { matrix } = overview();
    expect(await sentence({ matrix: { ...matrix, rows: matrix.rows.slice(0, 1) } })).toMatch(
      /Längst efter ligger Krisläge, där 5 personer är försenade\.$/,
    );
  });
});

describe("somebody who manages several departments", () => {
  const view = overview({
    scope: {
      ...overview().scope,
      choices: [
        { id: "butik", name: "Butik", isShown: true },
        { id: "salj", name: "Sälj", isShown: false },
      ],
    },
    nudges: { ...overview().nudges, query: { ...everyNudge, scopeId: "butik" } },
  });

  it("is offered each of them, and told which is shown", async () => {
    const html = await overviewHtml(view);
    expect(html).toMatch(/<a aria-current="page"[^>]* href="\/overview\?scope=butik">Butik<\/a>/);
    expect(html).toMatch(/<a data-discover="true" href="\/overview\?scope=salj">Sälj<\/a>/);
    expect(await overviewHtml(overview())).not.toContain("?scope=");
  });

  it("stays in it through every link and filter", async () => {
    const html = await overviewHtml(view);
    const lists = [...html.matchAll(/href="(\/overview\?[^"]*#nudges)"/g)].map((found) => found[1] ?? "");
    expect(lists.length).toBeGreaterThan(5);
    for (const link of lists) expect(link).toContain("scope=butik");
    expect(html).toContain('<input type="hidden" name="scope" value="butik"/>');
  });
});

describe("the matrix", () => {
  it("leads from each cell to the people in it", async () => {
    const html = await overviewHtml(overview());
    expect(html).toContain('href="/overview?department=butik&amp;module=kris#nudges"');
    expect(html).toContain('href="/overview?department=hr#nudges"');
    expect(html).toContain('href="/overview?module=svara#nudges"');
    expect(html).toContain('href="/overview#nudges"');
  });

  it("marks what is under 75 percent in words too, and says where a module is not included", async () => {
    const table = text(await overviewHtml(overview()), "tbody");
    expect(table).toContain("72 %, under 75 % 5 försenade");
    expect(table).toContain("ingår ej");
    // why: the cell of the module, and the department as a whole
    expect(table.match(/under 75 %/g)).toHaveLength(2);
  });
});

describe("the list of who needs a nudge", () => {
  const list = (given: Partial<OverviewView["nudges"]>) =>
    overviewHtml(overview({ nudges: { ...overview().nudges, ...given } }));

  it("says by what it is sorted, and turns round from there", async () => {
    const html = await list({});
    expect(html.match(/aria-sort="[a-z]+"/g)).toEqual(['aria-sort="ascending"']);
    expect(html).toContain('href="/overview?order=descending#nudges"');
    expect(html).toContain('href="/overview?sort=person#nudges"');
  });

  it("leads to the pages before and after, with the filter kept", async () => {
    const html = await list({ query: { ...everyNudge, state: "overdue", page: 2 } });
    expect(html).toContain('href="/overview?state=overdue#nudges"');
    expect(html).toContain('href="/overview?state=overdue&amp;page=3#nudges"');
    expect(text(html)).toContain("Visar 3–4 av 7.");
    const last = await list({ query: { ...everyNudge, page: 4 }, rows: overview().nudges.rows.slice(0, 1) });
    expect(last).not.toContain("page=5");
    expect(text(last)).toContain("Visar 7–7 av 7.");
  });

  it("says where it was not counted to its end, and how far it can be paged", async () => {
    const html = await list({ total: 500, isMore: true, reach: 2 });
    expect(text(html)).toContain("Visar 1–2 av 500+.");
    expect(html).not.toContain("page=2");
  });

  it("shows what was asked for in the form", async () => {
    const html = await list({ query: { ...everyNudge, search: "björn", moduleId: "kris", state: "week" } });
    expect(html).toMatch(/<input[^>]*name="q"[^>]*value="björn"/);
    expect(html).toMatch(/<option value="kris" selected=""/);
    expect(html).toMatch(/<input[^>]*name="state"[^>]*checked=""[^>]*value="week"|value="week"[^>]*checked=""/);
  });

  it("offers to take the filter away where nothing matches it, and not where there is none", async () => {
    const filtered = await list({ query: { ...everyNudge, search: "zzz", sort: "person" }, rows: [], total: 0 });
    expect(filtered).toContain("Ingen här stämmer med filtret");
    expect(filtered).toMatch(/<a class="Button"[^>]* href="\/overview\?sort=person#nudges"/);
    const empty = await list({ rows: [], total: 0 });
    expect(empty).toContain("Ingen behöver en påminnelse i dag");
    expect(empty).not.toContain("Ta bort filtret");
  });

  it("keeps the roles of a table that is stacked on a phone", async () => {
    const html = await list({});
    for (const role of ["table", "rowgroup", "row", "columnheader", "rowheader", "cell"]) {
      expect(html).toContain(`role="${role}"`);
    }
  });
});

describe("a person's page", () => {
  const sentence = async (...modules: readonly PersonView["modules"][number][]) =>
    summary(await personHtml(person({ modules })));

  it("says what holds, what is late, what is due, and how long it takes", async () => {
    expect(summary(await personHtml(person()))).toBe(
      "Två av tre krav gäller. Krisläge är försenad sedan den 27 oktober, och Svara kunder ska göras senast 1 december. Tillsammans tar de ungefär nio minuter.",
    );
  });

  it("says what comes next when nothing is to be done", async () => {
    expect(await sentence(module("Strategin", current))).toBe(
      "Det enda kravet gäller. Nästa repris är Strategin, senast 16 maj 2027.",
    );
  });

  it("counts nobody who is away or exempt as late", async () => {
    expect(await sentence(module("Strategin", onLeave))).toBe("Frånvarande i dag, så inget blir försenat.");
    expect(await sentence(module("Strategin", exempt))).toMatch(/^Undantagen från all utbildning i dag/);
    expect(await sentence()).toBe("Ingen utbildning krävs i dag.");
  });

  it("sums up several of a kind", async () => {
    expect(
      await sentence(
        module("A", overdue),
        module("B", overdue),
        module("C", { ...open, dueOn: current.dueOn }),
        module("D", open),
      ),
    ).toBe("Två av fyra krav gäller. Två moduler är försenade, och två ska göras, först D senast 1 december.");
  });

  it("places completions and spans on the lane as attributes", async () => {
    const html = await personHtml(person());
    expect(html).toMatch(/<circle class="point" cx="9\.14%"/);
    expect(html).toMatch(/<rect class="span" data-kind="open" x="91\.67%" width="6\.67%"/);
  });

  it("tells of an absence its days and nothing else", async () => {
    const html = await personHtml(person());
    expect(text(html)).toContain("1 mar till 30 jun Frånvarande Inget blir försenat under frånvaron.");
  });

  it("leads to older events only where there are some", async () => {
    expect(await personHtml(person())).toContain("events=all#events");
    expect(await personHtml(person({ hasEarlierEvents: false }))).not.toContain("events=all");
  });
});
