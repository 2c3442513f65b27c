import { describe, expect, it } from "vitest";
import { hasControls, typedLine, typedText } from "#app/domain/typed";

describe("what somebody typed", () => {
  it("is one line without what nobody sees and what turns the writing around", () => {
    expect(typedLine(" Stänga\u0000 \u0007kassan\r\n\u202ei\tdag\u2028\ud800 ")).toBe("Stänga kassan i dag");
    expect(typedLine("\u0000\u0001 \n")).toBe("");
  });

  it("keeps what belongs to words: soft hyphens, spaces in numbers, the parts of an emoji", () => {
    for (const text of ["kund\u00adtjänst", "10\u00a0000 kr", "👩\u200d🔧", "می\u200cخواهم"]) {
      expect(typedLine(text)).toBe(text);
      expect(hasControls(text)).toBe(false);
    }
  });

  it("has lines where it has room for them", () => {
    expect(typedText("Ett\u0000\r\n\r\n  två\u001b[1m \n")).toBe("Ett\n\n  två[1m");
  });

  it("is told apart from what holds something of the kind", () => {
    for (const sign of ["\u0000", "\u0007", "\u001b", "\u007f", "\u0085", "\u202e", "\u2066", "\ud800", "\uffff"]) {
      expect(hasControls(`a${sign}b`), JSON.stringify(sign)).toBe(true);
    }
    expect(hasControls("a\tb\nc\r\n")).toBe(false);
  });
});
