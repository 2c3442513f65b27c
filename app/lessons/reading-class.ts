import { Children, isValidElement, type ReactNode } from "react";
import { vocabularyComponents } from "./components/vocabulary";
import type { LessonContent } from "./lesson-module";
import { idsOf, isMeant, type PassageAudience } from "./passage-audience";
import type { LessonReader } from "./reader";

/** What a lesson makes depend on its reader, besides what stands in slots. */
export interface ReadingConditions {
  readonly audiences: readonly PassageAudience[];
  /** Revisions that passages are new since. */
  readonly since: readonly number[];
}

/** Finds every condition of a lesson, also inside passages that somebody may not see. Nothing is rendered. */
export function conditionsIn(content: LessonContent): ReadingConditions {
  const audiences = new Map<string, PassageAudience>();
  const since = new Set<number>();
  const look = (node: ReactNode) => {
    Children.forEach(node, (child) => {
      if (!isValidElement<Record<string, unknown>>(child)) return;
      const { props, type } = child;
      const { only, except, for: department, since: revision } = props;
      if (type === vocabularyComponents.ForDepartment || type === vocabularyComponents.Why) {
        const audience =
          typeof except === "string" ? { except: idsOf(except) } : { only: idsOf(String(only ?? department ?? "")) };
        audiences.set(JSON.stringify(audience), audience);
      }
      if (type === vocabularyComponents.Changed || type === vocabularyComponents.ChangedText)
        since.add(Number(revision));
      look(props.children as ReactNode);
    });
  };
  // A compiled lesson is a plain function of its components: calling it gives its elements.
  const make = content as (props: { components: typeof vocabularyComponents }) => ReactNode;
  look(make({ components: vocabularyComponents }));
  return { audiences: [...audiences.values()], since: [...since].sort((a, b) => a - b) };
}

/** Readers of one class see the same lesson, but for its slots. */
export function readingClass(conditions: ReadingConditions, reader: LessonReader): string {
  const bits = conditions.audiences.map((audience) => (isMeant(audience, reader.departments) ? "1" : "0"));
  const completed = reader.completed?.revision;
  const news = conditions.since.map((revision) => (completed !== undefined && completed <= revision ? "1" : "0"));
  return `${bits.join("")}/${news.join("")}`;
}
