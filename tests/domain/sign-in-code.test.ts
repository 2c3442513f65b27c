import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pinFault } from "#app/domain/pin";
import { makeCode, readCode } from "#app/domain/sign-in-code";

/** Codes by chance, the same for the same seeds. */
const codes = fc.infiniteStream(fc.nat()).map((numbers) => makeCode((limit) => (numbers.next().value ?? 0) % limit));

describe("a code", () => {
  it("is read however it is typed", () => {
    const typed = fc.tuple(codes, fc.constantFrom("-", "", " ", " – "), fc.boolean());
    fc.assert(
      fc.property(typed, ([code, dash, small]) => {
        const text = ` ${code.replace("-", dash)} `;
        expect(readCode(small ? text.toLowerCase() : text)).toBe(code);
      }),
    );
  });

  it("is never a PIN, and no PIN is a code", () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(pinFault(code.replace("-", ""), "0")).toBe("not-digits");
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 10_000_000, max: 99_999_999 }), (pin) => {
        expect(readCode(String(pin))).toBeNull();
      }),
    );
  });

  it("has no character that could be read as another one of its own", () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[2346789CDFGHJKMNPQRTVWXY]{4}-[2346789CDFGHJKMNPQRTVWXY]{4}$/);
      }),
    );
  });

  it.each([
    ["B2UZ-CDFG", "82V2-CDFG"],
    ["K7MP-9RW", null],
    ["K7MP-9RWXX", null],
    ["K7MP_9RWX", null],
    ["O7MP-9RWX", null],
    ["", null],
  ])("%s is read as %s", (typed, read) => {
    expect(readCode(typed)).toBe(read);
  });
});
