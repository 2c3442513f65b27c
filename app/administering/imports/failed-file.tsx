import { LinkButton } from "#app/ui/button";
import { Section } from "#app/ui/page";
import { useImportsWords } from "#app/words/areas/imports";
import { useFormat } from "#app/words/context";
import type { FileFault } from "./file-refusal";

/** A file that could not be read: why, and the way to another. */
export function FailedFile({ fault, again }: { fault: FileFault; again: string }) {
  const words = useImportsWords().failed;
  const format = useFormat();
  return (
    <Section id="failed" title={words.title}>
      <p>{faultText(fault, words, format)}</p>
      <p>{words.nothing}</p>
      <p>
        <LinkButton kind="primary" to={again}>
          {words.again}
        </LinkButton>
      </p>
    </Section>
  );
}

/** Why a file could not be read, in words. */
function faultText(
  fault: FileFault,
  words: ReturnType<typeof useImportsWords>["failed"],
  format: ReturnType<typeof useFormat>,
): string {
  const { faults, found } = words;
  switch (fault.code) {
    case "not-a-table":
      return faults["not-a-table"]((found as Readonly<Record<string, string>>)[fault.found] ?? found.other);
    case "no-headings":
      return faults["no-headings"](format.number(fault.line));
    case "cut-off":
      return faults["cut-off"](fault.line === null ? null : format.number(fault.line));
    case "too-many-rows":
    case "too-many-columns":
      return faults[fault.code](format.number(fault.limit));
    case "cell-too-long":
      return faults["cell-too-long"](format.number(fault.line), format.number(fault.limit));
    default:
      return faults[fault.code];
  }
}
