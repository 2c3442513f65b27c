import type { Figures } from "./scenario";

const format = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 3 });

/** A scenario's figures for somebody to read, one a line. */
export function table(scenario: string, figures: Figures): string {
  const rows = Object.entries(figures).map(
    ([name, figure]) => [name, typeof figure === "number" ? format.format(figure) : figure] as const,
  );
  const names = Math.max(...rows.map(([name]) => name.length));
  const widest = Math.max(...rows.map(([, figure]) => figure.length));
  const lines = rows.map(([name, figure]) => `  ${name.padEnd(names)}  ${figure.padStart(widest)}`);
  return `\n${scenario}\n${lines.join("\n")}\n`;
}
