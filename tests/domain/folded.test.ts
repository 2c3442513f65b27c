import { describe, expect, it } from "vitest";
import { folded, sortedBy } from "#app/domain/folded";

describe("names as they are searched and sorted", () => {
  it("are found by whoever has no such letter on the keyboard", () => {
    expect(["Michał Wiśniewski", "Åsa Öberg", "Søren Đorđević", "Nguyễn"].map(folded)).toEqual([
      "michal wisniewski",
      "asa oberg",
      "soren dordevic",
      "nguyen",
    ]);
  });

  it("are sorted as the Swedish alphabet has them", () => {
    const names = ["Öztürk", "Zieliński", "Ärlig", "Åberg", "Andersson", "Ångman", "Éric", "Eva"];
    const sorted = names.sort((a, b) => (sortedBy(a) < sortedBy(b) ? -1 : 1));
    expect(sorted).toEqual(["Andersson", "Éric", "Eva", "Zieliński", "Åberg", "Ångman", "Ärlig", "Öztürk"]);
    // A letter written as two characters is the same letter.
    expect(sortedBy("O\u0308berg")).toBe(sortedBy("Öberg"));
  });
});
