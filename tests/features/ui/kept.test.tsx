import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type ReactNode, useContext } from "react";
import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { KeptParts } from "#app/kept-parts";
import { LeastRecent } from "#app/lessons/least-recent";
import { kept, PartKeeperContext } from "#app/ui/kept";

let renderings = 0;

const Greeting = kept("greeting", function Greeting(props: { name: string; words: readonly string[] }) {
  renderings += 1;
  return (
    <p title={props.name}>
      {props.words.join(" ")} <b>{props.name}</b>
    </p>
  );
});
const Around = kept("around", function Around(props: { name: string }) {
  const keeper = useContext(PartKeeperContext);
  return (
    <section data-keeper={keeper === null ? "none" : "one"}>
      <Greeting name={props.name} words={["Hej"]} />
    </section>
  );
});

function documentWith(known: LeastRecent<string, string>, page: string, children: ReactNode): string {
  const parts = new KeptParts(known, page);
  return parts.complete(
    renderToString(<PartKeeperContext.Provider value={parts}>{children}</PartKeeperContext.Provider>),
  );
}

function pageOf(name: string) {
  return (
    <main>
      before
      <Greeting name={name} words={["Hej", "och", "<hej>"]} />
      <Around name={name} />
      <Greeting name="everybody" words={[]} />
      after
    </main>
  );
}

describe("a part that is kept", () => {
  it("is what it would be without, the first time and every other, for everyone", () => {
    const known = new LeastRecent<string, string>(100);
    for (const name of ["Alma", "Bo", "Alma", "Bo & <Co>", "Bo", "$&", "$&"]) {
      expect(documentWith(known, "sv /", pageOf(name))).toBe(renderToString(pageOf(name)));
    }
  });

  it("is rendered once for all who see the same", () => {
    const known = new LeastRecent<string, string>(100);
    renderings = 0;
    documentWith(known, "sv /", <Greeting name="Alma" words={["Hej"]} />);
    documentWith(known, "sv /", <Greeting name="Alma" words={["Hej"]} />);
    expect(renderings).toBe(1);
  });

  it("is another for whoever is given something else, on another page and in another language", () => {
    const known = new LeastRecent<string, string>(100);
    renderings = 0;
    documentWith(known, "sv /", <Greeting name="Alma" words={["Hej"]} />);
    documentWith(known, "sv /", <Greeting name="Alma" words={["Hej", ""]} />);
    documentWith(known, "sv /", <Greeting name="Bo" words={["Hej"]} />);
    documentWith(known, "sv /lesson", <Greeting name="Alma" words={["Hej"]} />);
    documentWith(known, "en /", <Greeting name="Alma" words={["Hej"]} />);
    expect(renderings).toBe(5);
  });

  it("keeps what stands in it with it", () => {
    const known = new LeastRecent<string, string>(100);
    const first = documentWith(known, "sv /", <Around name="Alma" />);
    expect(first).toContain('data-keeper="none"');
    expect(documentWith(known, "sv /", <Around name="Alma" />)).toBe(first);
    expect(documentWith(known, "sv /", <Around name="Bo" />)).not.toContain("Alma");
  });

  it("is rendered again when it was forgotten, and never taken for another", () => {
    const known = new LeastRecent<string, string>(1);
    for (const name of ["Alma", "Bo", "Alma"]) {
      expect(documentWith(known, "sv /", pageOf(name))).toBe(renderToString(pageOf(name)));
    }
  });
});

describe("files with parts that are kept", () => {
  const folder = resolve("app");
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && name !== join("ui", "kept.tsx"))
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }))
    .filter(({ text }) => /from "(#app\/ui|\.)\/kept"/.test(text) && /\bkept\(\s*"/.test(text));

  it("read no loader's data and no other state of the page, and make no ids of their own", () => {
    expect(sources.length).toBeGreaterThan(5);
    for (const { name, text } of sources) {
      expect(text, name).not.toMatch(/use(Route)?LoaderData|useActionData|useMatches|useFetchers|useNonce|useId\b/);
    }
  });

  it("give each part a name of its own", () => {
    const names = sources.flatMap(({ text }) => [...text.matchAll(/\bkept\(\s*"([^"]+)"/g)].map(([, name]) => name));
    expect(new Set(names).size).toBe(names.length);
  });
});
