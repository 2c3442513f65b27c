import { describe, expect, it } from "vitest";
import type { Audience } from "#app/domain/audience";
import { civilDate } from "#app/domain/calendar";
import { audiencePhrases } from "#app/words/areas/audience";
import { audiencePhrase, audienceSentence, countryName, groundsPhrase } from "#app/words/audience-sentence";
import { formatsFor } from "#app/words/format";
import type { Language } from "#app/words/language";

const names = {
  departments: { butik: "Butik", lager: "Lager", it: "IT" },
  sites: { malmo: "Malmö", oslo: "Oslo" },
  entities: { ab: "Fjällnäs AB" },
  people: { maja: "Maja Ek" },
  responsibilities: { kris: "Krisjouren" },
};
const telling = (language: Language) => ({
  language,
  phrases: audiencePhrases[language],
  format: formatsFor(language),
  names,
});
const day = civilDate;

const sentences: readonly (readonly [Audience, string, string])[] = [
  [{ everyone: true }, "Alla.", "Everyone."],
  [{ any: [] }, "Ingen.", "Nobody."],
  [{ department: [] }, "Ingen.", "Nobody."],
  [
    { departments: ["butik", "lager"] },
    "Alla i Butik och Lager med det som ligger under.",
    "Everyone in Butik and Lager with what lies under it.",
  ],
  [{ department: ["butik"], below: false }, "Alla direkt i Butik.", "Everyone directly in Butik."],
  [{ role: ["manager"] }, "Alla chefer.", "All managers."],
  [{ role: ["manager", "trainer"] }, "Alla chefer och utbildare.", "All managers and trainers."],
  [
    { title: ["Säljare", "Butikschef"] },
    "Alla som arbetar som Säljare eller Butikschef.",
    "All who work as Säljare or Butikschef.",
  ],
  [{ site: ["malmo"] }, "Alla i Malmö.", "Everyone in Malmö."],
  [{ country: ["SE", "NO"] }, "Alla i Sverige och Norge.", "Everyone in Sweden and Norway."],
  [{ entity: ["ab"] }, "Alla som är anställda av Fjällnäs AB.", "All who are employed by Fjällnäs AB."],
  [{ employment: ["temporary"] }, "Alla tillfälligt anställda.", "All temporary staff."],
  [{ employed: {} }, "Alla som är anställda.", "All who are employed."],
  [
    { employed: { from: day("2026-03-01") } },
    "Alla som anställdes den 1 mars 2026 eller senare.",
    "All who were employed on 1 March 2026 or later.",
  ],
  [
    { employed: { until: day("2026-03-01") } },
    "Alla som anställdes senast den 1 mars 2026.",
    "All who were employed on 1 March 2026 or earlier.",
  ],
  [
    { employed: { from: day("2026-03-01"), until: day("2026-03-31") } },
    "Alla som anställdes mellan den 1 mars 2026 och den 31 mars 2026.",
    "All who were employed between 1 March 2026 and 31 March 2026.",
  ],
  [{ manager: ["maja"] }, "Alla som har Maja Ek som chef.", "All who have Maja Ek as their manager."],
  [{ responsibility: ["kris"] }, "Alla som ansvarar för Krisjouren.", "All who answer for Krisjouren."],
  [
    { responsibility: ["kris"], deputies: true },
    "Alla som ansvarar för eller är ersättare för Krisjouren.",
    "All who answer for or stand in for Krisjouren.",
  ],
  [{ department: ["gone"] }, "Alla i gone med det som ligger under.", "Everyone in gone with what lies under it."],
  [
    { department: Array.from({ length: 40 }, (_, at) => `d${at}`), below: false },
    "Alla direkt i d0, d1, d2, d3, d4, d5, d6, d7 och 32 till.",
    "Everyone directly in d0, d1, d2, d3, d4, d5, d6, d7 and 32 more.",
  ],
];

/** Combined: all, any, not, in one another. */
const nested: typeof sentences = [
  [
    {
      any: [
        { all: [{ department: ["butik"] }, { not: { employment: ["temporary"] } }] },
        { all: [{ role: ["manager"] }, { site: ["malmo"] }] },
      ],
    },
    "Alla i Butik med det som ligger under, utom tillfälligt anställda, och alla chefer i Malmö.",
    "Everyone in Butik with what lies under it, except temporary staff, and all managers in Malmö.",
  ],
  [
    { any: [{ role: ["manager"] }, { site: ["oslo"] }] },
    "Alla chefer och alla i Oslo.",
    "All managers and everyone in Oslo.",
  ],
  [{ not: { role: ["manager"] } }, "Alla utom chefer.", "Everyone except managers."],
  [
    { not: { any: [{ role: ["manager"] }, { department: ["it"] }] } },
    "Alla utom chefer och de i IT med det som ligger under.",
    "Everyone except managers and those in IT with what lies under it.",
  ],
  [
    { all: [{ not: { role: ["manager"] } }, { not: { title: ["Vd"] } }] },
    "Alla utom chefer och de som arbetar som Vd.",
    "Everyone except managers and those who work as Vd.",
  ],
  [
    { not: { all: [{ role: ["manager"] }, { not: { site: ["malmo"] } }] } },
    "Alla utom (chefer, utom de i Malmö).",
    "Everyone except (managers, except those in Malmö).",
  ],
  [
    { all: [{ department: ["butik"] }, { any: [{ role: ["manager"] }, { responsibility: ["kris"] }] }] },
    "Alla i Butik med det som ligger under som antingen är chefer eller ansvarar för Krisjouren.",
    "All in Butik with what lies under it who either are managers or answer for Krisjouren.",
  ],
  [
    {
      all: [
        { role: ["manager"] },
        { any: [{ site: ["malmo"] }, { all: [{ site: ["oslo"] }, { not: { title: ["Vd"] } }] }] },
      ],
    },
    "Alla chefer som antingen arbetar i Malmö eller (både arbetar i Oslo och inte arbetar som Vd).",
    "All managers who either work in Malmö or (both work in Oslo and do not work as Vd).",
  ],
  [
    {
      all: [
        { role: ["manager"] },
        { any: [{ site: ["malmo"] }, { not: { any: [{ employment: ["contractor"] }, { country: ["NO"] }] } }] },
      ],
    },
    "Alla chefer som antingen arbetar i Malmö eller (både inte är inhyrda och inte arbetar i Norge).",
    "All managers who either work in Malmö or (both are not contractors and do not work in Norway).",
  ],
  [
    { all: [{ role: ["manager"] }, { employment: ["contractor"] }, { site: ["malmo"] }, { department: ["it"] }] },
    "Alla chefer i IT med det som ligger under som är inhyrda och arbetar i Malmö.",
    "All managers in IT with what lies under it who are contractors and work in Malmö.",
  ],
  [
    {
      any: [
        { all: [{ department: ["butik"] }, { not: { role: ["manager"] } }] },
        { all: [{ department: ["lager"] }, { not: { role: ["manager"] } }] },
        { role: ["hr"] },
      ],
    },
    "Alla i Butik med det som ligger under, utom chefer; alla i Lager med det som ligger under, utom chefer; och alla HR-medarbetare.",
    "Everyone in Butik with what lies under it, except managers; everyone in Lager with what lies under it, except managers; and all HR staff.",
  ],
  // What says nothing is left out.
  [{ all: [] }, "Alla.", "Everyone."],
  [{ all: [{ everyone: true }, { all: [{ all: [{ role: ["hr"] }] }] }] }, "Alla HR-medarbetare.", "All HR staff."],
  [{ not: { not: { not: { everyone: true } } } }, "Ingen.", "Nobody."],
  [{ any: [{ role: ["hr"] }, { not: { any: [] } }] }, "Alla.", "Everyone."],
];

describe("whom a requirement is for, in a sentence", () => {
  it.each([...sentences, ...nested])("%j", (audience, sv, en) => {
    expect([audienceSentence(audience, telling("sv")), audienceSentence(audience, telling("en"))]).toEqual([sv, en]);
  });

  it("begins small within another sentence", () => {
    expect(audiencePhrase({ role: ["manager"] }, telling("sv"))).toBe("alla chefer");
  });

  it("says a code that is no country's as it is", () => {
    expect([countryName("SE", "sv"), countryName("se", "sv"), countryName("", "en")]).toEqual(["Sverige", "se", ""]);
  });

  it("says why one person is among them", () => {
    const grounds = [
      { department: ["butik"] },
      { role: ["manager" as const] },
      { employed: { from: day("2026-03-01"), until: day("2026-03-01") } },
      { responsibility: ["kris"], deputies: true },
    ];
    expect(groundsPhrase(grounds, telling("sv"))).toBe(
      "hör till Butik, är chef, anställdes den 1 mars 2026 och är ersättare för Krisjouren",
    );
    expect(groundsPhrase(grounds, telling("en"))).toBe(
      "belongs to Butik, is a manager, was employed on 1 March 2026 and stands in for Krisjouren",
    );
    expect(groundsPhrase([], telling("sv"))).toBe("arbetar här");
  });
});
