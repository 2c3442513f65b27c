import { say } from "#app/words/areas/problems";
import type { Report } from "./problem";
import type { YamlSource } from "./read-yaml";

/** Warns wherever a text is written in the first language and not in another. */
export function reportMissingTranslations(
  yaml: YamlSource<unknown>,
  languages: readonly string[],
  report: Report,
): void {
  const step = (value: unknown, path: readonly PropertyKey[]) => {
    if (typeof value !== "object" || value === null) return;
    const keys = Object.keys(value);
    if (keys.length > 0 && keys.every((key) => languages.includes(key))) {
      const missing = languages.filter((language) => !keys.includes(language));
      if (missing.length) {
        report(
          yaml.placeOf(path),
          "translation-missing",
          say("fieldUntranslated", { field: path.map(String).join("."), languages: missing }),
          {
            severity: "warning",
          },
        );
      }
      return;
    }
    for (const [key, inner] of Object.entries(value)) step(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  step(yaml.value, []);
}
