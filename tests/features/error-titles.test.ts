import { describe, expect, it } from "vitest";
import { openVisit } from "#app/platform/visit";
import { meta } from "#app/root";
import { readRoot } from "#app/root.server";
import { catalogues } from "#app/words/catalogues";
import { languages } from "#app/words/language";
import { companyByNumber } from "./accounts/company";

describe("a page that stands for what went wrong", () => {
  it.each(languages)("is called by what it says, in %s", async (language) => {
    const { deps, db } = await companyByNumber();
    const visit = await openVisit(deps, {
      cookies: undefined,
      acceptLanguage: language,
      requestId: "1",
      nonce: "n",
      address: "192.0.2.1",
    });
    const data = await readRoot(deps, visit);
    await db.close();
    const words = catalogues[language].errors;
    const titled = (error: unknown) =>
      meta({
        data,
        error,
        params: {},
        matches: [],
        location: { pathname: "/", search: "", hash: "", state: null, key: "" },
      });
    const refused = (status: number) => ({ status, statusText: "", internal: false, data: null });
    expect(titled(undefined)).toEqual([{ title: "Repris" }]);
    expect(titled(refused(403))).toEqual([{ title: `${words.forbidden.title} · Repris` }]);
    expect(titled(refused(404))).toEqual([{ title: `${words.notFound.title} · Repris` }]);
    expect(titled(new Error("x"))).toEqual([{ title: `${words.server.title} · Repris` }]);
    expect(titled(new TypeError("Failed to fetch"))).toEqual([{ title: `${words.offline.title} · Repris` }]);
  });
});
