import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Avatar, initials } from "#app/ui/avatar";
import { Bar } from "#app/ui/bar";
import { Field, Input } from "#app/ui/field";
import { Ladder } from "#app/ui/ladder";
import { ReadingProgress } from "#app/ui/reading";
import { Status } from "#app/ui/status";
import { LoadWheel, YearWheel } from "#app/ui/year-wheel";

const months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

describe("initials", () => {
  it.each([
    ["Leila Haddad", "LH"],
    ["Åsa Maria Wallin", "ÅW"],
    ["selam", "S"],
    ["Anna-Lena", "AL"],
    ["  Elif   Yıldız ", "EY"],
    ["", ""],
  ])("%s", (name, expected) => {
    expect(initials(name)).toBe(expected);
  });

  it("are hidden beside the name and named when alone", () => {
    expect(renderToStaticMarkup(<Avatar name="Leila Haddad" />)).toContain('aria-hidden="true"');
    expect(renderToStaticMarkup(<Avatar name="Leila Haddad" label="Leila Haddad" />)).toContain(
      'aria-label="Leila Haddad"',
    );
  });
});

describe("a bar", () => {
  it.each([
    [0, "0"],
    [0.625, "62.5"],
    [1, "100"],
    [1.4, "100"],
    [-1, "0"],
  ])("of %f is as long in a box of a hundred", (value, width) => {
    expect(renderToStaticMarkup(<Bar value={value} />)).toContain(`<rect width="${width}"`);
  });

  it("never says that all is done before it is", () => {
    expect(renderToStaticMarkup(<Bar value={0.996} label="Read" />)).toContain('aria-valuenow="99"');
    const unknown = renderToStaticMarkup(<Bar value={null} label="Going on" />);
    expect(unknown).toContain('role="progressbar"');
    expect(unknown).not.toContain("aria-valuenow");
  });
});

describe("a year wheel", () => {
  const rings = [
    { number: 1, status: "overdue", from: "2026-04-27", due: "2026-10-27" },
    { number: 2, status: "due", from: null, due: "2026-12-01" },
    { number: 3, status: "current", from: "2026-02-02", due: "2027-02-02" },
  ] as const;
  const wheel = renderToStaticMarkup(
    <YearWheel
      months={months}
      label="The list below"
      today="2026-11-24"
      todayLabel="24 nov"
      rings={rings}
      big="2 av 3"
    />,
  );

  it("has one name for all of its parts, and the numbers of its list", () => {
    expect(wheel.match(/role="img"/g)).toHaveLength(1);
    expect(wheel).toContain('aria-label="The list below"');
    expect([...wheel.matchAll(/class="pin-n"[^>]*>(\d+)</g)].map((match) => match[1])).toEqual(["1", "2", "3"]);
    expect([...wheel.matchAll(/data-m="(\d)"/g)].map((match) => match[1])).toEqual(["1", "2", "3"]);
  });

  it("tells overdue, due and current by the shape of the pin", () => {
    const pins = [...wheel.matchAll(/<(path|circle) class="pin"[^>]*/g)].map((match) => match[0]);
    expect(
      pins.map((pin) => (pin.startsWith("<circle") ? "circle" : pin.includes("l13 13") ? "diamond" : "triangle")),
    ).toEqual(["triangle", "diamond", "circle"]);
  });

  it("says today's date in the place of its month", () => {
    expect(wheel).toContain(">24 nov</text>");
    expect(wheel).not.toContain(">nov</text>");
    expect(wheel).toContain(">dec</text>");
  });

  it("is silent when it only decorates", () => {
    const silent = renderToStaticMarkup(
      <YearWheel decorative months={months} label="" today="2026-11-24" todayLabel="24 nov" rings={rings} />,
    );
    expect(silent).not.toContain("role=");
    expect(silent).toContain('aria-hidden="true"');
  });

  it("labels every bar of a company's year", () => {
    const loads = [92, 124, 71, 60, 77, 81, 30, 36, 104, 96, 64, 0];
    const markup = renderToStaticMarkup(
      <LoadWheel months={months} label="Refreshers" loads={loads} currentMonth={11} format={String} />,
    );
    for (const load of loads) expect(markup).toContain(`>${load}</text>`);
    expect(markup.match(/class="load now"/g)).toHaveLength(1);
  });
});

describe("a field", () => {
  it("ties its label, hint and error to what is typed", () => {
    const markup = renderToStaticMarkup(
      <Field id="f" label="E-mail" hint="At work" error="Write it">
        <Input name="email" />
      </Field>,
    );
    expect(markup).toContain('<label for="f">');
    expect(markup).toContain('id="f" aria-describedby="f-error f-hint" aria-invalid="true"');
    expect(markup).toContain('id="f-error"');
    expect(markup).toContain('id="f-hint"');
  });
});

it("draws geometry without any inline style, which the security policy forbids", () => {
  const markup = renderToStaticMarkup(
    <>
      <Bar value={0.3} />
      <ReadingProgress value={0.46} label="Read" />
      <Status status="soon">Soon</Status>
      <Ladder
        rungs={[
          { id: "a", when: "18 mar", months: 3, state: "past" },
          { id: "b", when: "today", months: 14, state: "now" },
          { id: "c", when: "later", months: 1, state: "next" },
        ]}
      />
    </>,
  );
  expect(markup).not.toContain("style=");
  expect([...markup.matchAll(/data-w="(\d+)"/g)].map((match) => match[1])).toEqual(["3", "12", "1"]);
});
