import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestPin, pinFault, shortestPin } from "#app/domain/pin";

const number = "2175";
const digits = (length: { minLength: number; maxLength: number }) =>
  fc.array(fc.integer({ min: 0, max: 9 }), length).map((all) => all.join(""));

describe("a PIN", () => {
  it.each([
    ["", "not-digits"],
    ["48291a", "not-digits"],
    ["٤٨٢٩١٥", "not-digits"],
    ["48291", "too-short"],
    ["4829150736281", "too-long"],
    ["777777", "repeated"],
    ["121212", "repeated"],
    ["483483", "repeated"],
    ["477447", "repeated"],
    ["123456", "in-order"],
    ["890123", "in-order"],
    ["987654", "in-order"],
    ["112233", "in-order"],
    ["123321", "in-order"],
    ["2175", "too-short"],
    ["002175", "own-number"],
    ["921758", "own-number"],
    ["147258", "known"],
    ["482915", null],
    ["20071984", null],
  ])("%s: %s", (pin, fault) => {
    expect(pinFault(pin, number)).toBe(fault);
  });

  it("is never the whole of a long employee number, nor a piece of it", () => {
    const cases = fc.tuple(digits({ minLength: 6, maxLength: 10 }), fc.nat(), fc.nat());
    fc.assert(
      fc.property(cases, ([own, a, b]) => {
        fc.pre(!own.startsWith("0"));
        const from = a % (own.length - shortestPin + 1);
        const piece = own.slice(from, from + shortestPin + (b % (own.length - shortestPin + 1)));
        expect(pinFault(piece, `A-${own}`)).not.toBeNull();
      }),
    );
  });

  it("that begins anywhere and goes on in order is refused, whatever its length and direction", () => {
    const rows = fc.tuple(
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: shortestPin, max: longestPin }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(rows, ([first, length, up]) => {
        const pin = Array.from({ length }, (_, place) => (first + (up ? place : 10 * length - place)) % 10).join("");
        expect(pinFault(pin, "0")).not.toBeNull();
      }),
    );
  });

  it("that is a shorter row over and over is refused", () => {
    const rows = fc.tuple(digits({ minLength: 1, maxLength: 4 }), fc.integer({ min: 2, max: 3 }));
    fc.assert(
      fc.property(rows, ([row, times]) => {
        const pin = row.repeat(times);
        fc.pre(pin.length >= shortestPin && pin.length <= longestPin);
        expect(pinFault(pin, "0")).toBe("repeated");
      }),
    );
  });

  it("is nearly always allowed when it is drawn by chance", () => {
    const drawn = fc.sample(digits({ minLength: 6, maxLength: 6 }), { numRuns: 2000, seed: 7 });
    const mixed = drawn.filter((pin) => new Set(pin).size >= 4);
    expect(mixed.filter((pin) => pinFault(pin, number) !== null).length).toBeLessThan(mixed.length / 20);
  });
});
