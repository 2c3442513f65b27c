import { describe, expect, it } from "vitest";
import { softHyphens } from "#app/words/soft-hyphens";

const shown = (text: string) => softHyphens(text).replaceAll("\u00ad", "-");

describe("places to break a long word", () => {
  it("stand between syllables, and at neither end", () => {
    expect(shown("Arbetsgivarvarumärket")).toBe("Arbets-givar-varumär-ket");
    expect(shown("Internkommunikationen")).toBe("Intern-kom-munikationen");
  });

  it("are not in words that are short enough, and change nothing that is seen", () => {
    for (const text of ["Svara kunder", "Bilder och dataskydd", "", "Krisläge 2026"])
      expect(softHyphens(text)).toBe(text);
    expect(softHyphens("Arbetsgivarvarumärket i praktiken").replaceAll("\u00ad", "")).toBe(
      "Arbetsgivarvarumärket i praktiken",
    );
  });
});
