import { kept } from "#app/ui/kept";
import { useWords } from "#app/words/context";
import { figureParts } from "./figure-parts";
import { whyAnchor } from "./lesson-anchors";
import type { LessonView } from "./lesson-view";

/** What the module is worth to the reader's own department, in figures. */
export const WhyItMatters = kept(
  "why-it-matters",
  function WhyItMatters(props: { why: NonNullable<LessonView["why"]> }) {
    const { departmentName, points, source } = props.why;
    const words = useWords().lessonPage;
    return (
      <section className="WhyItMatters" id={whyAnchor} aria-labelledby={`${whyAnchor}.title`}>
        <h2 id={`${whyAnchor}.title`}>{words.why(departmentName)}</h2>
        <dl>
          {points.map((point) => {
            const { figure, unit } = figureParts(point.figure);
            return (
              <div key={point.figure + point.text}>
                <dt>
                  {figure} {unit === null ? null : <small>{unit}</small>}
                </dt>
                <dd>{point.text}</dd>
              </div>
            );
          })}
        </dl>
        {source === null ? null : <p className="Source">{words.source(source)}</p>}
      </section>
    );
  },
);
