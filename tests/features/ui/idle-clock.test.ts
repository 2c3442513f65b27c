import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idleClock } from "#app/ui/idle-clock";

const times = { idle: 120_000, ask: 20_000, report: 30_000 };

describe("a screen that several people use", () => {
  it("asks for the last twenty seconds of two minutes, and then nobody is there", () => {
    const clock = idleClock(times, 0);
    expect(clock.presence(99_999)).toEqual({ kind: "here" });
    expect(clock.presence(100_000)).toEqual({ kind: "asked", seconds: 20 });
    expect(clock.presence(119_001)).toEqual({ kind: "asked", seconds: 1 });
    expect(clock.presence(120_000)).toEqual({ kind: "gone" });
  });

  it("takes only an answer once it has asked", () => {
    const clock = idleClock(times, 0);
    expect(clock.touched(110_000)).toBe(false);
    expect(clock.presence(110_000)).toEqual({ kind: "asked", seconds: 10 });
    clock.answered(110_000);
    expect(clock.presence(209_999)).toEqual({ kind: "here" });
  });

  it("is not kept by touching it after everybody has gone", () => {
    const clock = idleClock(times, 0);
    clock.touched(500_000);
    expect(clock.presence(500_000)).toEqual({ kind: "gone" });
  });

  it("reports signs of life often enough for a server that waits three minutes, and not at each", () => {
    const touches = fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(touches, (gaps) => {
        const clock = idleClock(times, 0);
        let now = 0;
        let reported = 0;
        for (const gap of gaps) {
          now += gap;
          if (clock.touched(now)) {
            expect(now - reported).toBeGreaterThanOrEqual(times.report);
            reported = now;
          }
          // What the server counts from is never so old that it would have ended the session of somebody who is there.
          expect(now - reported).toBeLessThan(180_000);
        }
      }),
    );
  });
});
