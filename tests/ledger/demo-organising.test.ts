import { expect, it } from "vitest";
import { easterOf } from "#app/demo/organising";

it.each(["1961-04-02", "2000-04-23", "2008-03-23", "2024-03-31", "2026-04-05", "2027-03-28", "2038-04-25"])(
  "knows when Easter is: %s",
  (day) => {
    expect(easterOf(Number(day.slice(0, 4)))).toBe(day);
  },
);
