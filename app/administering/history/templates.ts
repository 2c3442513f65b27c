/** Files to begin with: the headings that are recognised, and rows that show how they are filled in. */
import { csvBeginning, csvLine } from "../imports/safe-csv";

export const templates = ["plain", "totara", "moodle"] as const;

export type Template = (typeof templates)[number];

const lines: Record<Template, Readonly<Record<"sv" | "en", readonly (readonly string[])[]>>> = {
  plain: {
    sv: [
      ["Anställningsnummer", "E-post", "Kurs", "Genomförd", "Resultat", "Gäller till"],
      ["1001", "", "Brandskydd", "2026-03-14", "85 %", ""],
      ["", "anna@example.com", "Hjärt-lungräddning", "2026-05-02", "Godkänd", "2028-05-02"],
    ],
    en: [
      ["Employee number", "E-mail", "Course", "Completed", "Result", "Valid until"],
      ["1001", "", "Fire safety", "2026-03-14", "85%", ""],
      ["", "anna@example.com", "First aid", "2026-05-02", "Passed", "2028-05-02"],
    ],
  },
  totara: {
    sv: [
      ["username", "courseshortname", "courseidnumber", "completiondate", "grade"],
      ["1001", "Brandskydd", "BRAND", "2026-03-14", "85"],
    ],
    en: [
      ["username", "courseshortname", "courseidnumber", "completiondate", "grade"],
      ["1001", "Fire safety", "FIRE", "2026-03-14", "85"],
    ],
  },
  moodle: {
    sv: [
      ["ID", "Name", "Email address", "Course complete"],
      ["12", "Anna Berg", "anna@example.com", "2026-03-14 10:12"],
    ],
    en: [
      ["ID", "Name", "Email address", "Course complete"],
      ["12", "Anna Berg", "anna@example.com", "2026-03-14 10:12"],
    ],
  },
};

/** A template as CSV, in the form that spreadsheets of a language open. */
export function templateCsv(template: Template, language: "sv" | "en"): string {
  const separator = language === "sv" && template === "plain" ? ";" : ",";
  return csvBeginning + lines[template][language].map((cells) => csvLine(cells, separator)).join("");
}
