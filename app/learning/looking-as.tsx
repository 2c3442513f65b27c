import { Form, Link } from "@remix-run/react";
import { useId } from "react";
import { Button } from "#app/ui/button";
import { Select } from "#app/ui/field";
import { Row } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { useWords } from "#app/words/context";
import { lookingAsField } from "./lesson-anchors";
import type { LessonView } from "./lesson-view";

/** As which department a manager or a trainer looks at the lesson: said plainly, and chosen without leaving the page. */
export function LookingAs(props: { preview: NonNullable<LessonView["preview"]>; path: string }) {
  const { path, preview } = props;
  const words = useWords().lessonPage.lookingAs;
  const id = useId();
  return (
    <aside className="LookingAs NoPrint" aria-label={words.label}>
      {preview.as === null ? null : (
        <Notice icon="info" title={words.title(preview.as)} live="status">
          <p>
            {words.text} <Link to={path}>{words.back}</Link>
          </p>
        </Notice>
      )}
      <Form method="get" action={path} preventScrollReset>
        <Row gap={3}>
          <label htmlFor={id} className="Muted Small">
            {words.label}
          </label>
          <Select
            key={preview.as}
            dense
            id={id}
            name={lookingAsField}
            defaultValue={preview.departments.find(({ isShown }) => isShown)?.id ?? ""}
          >
            <option value="">{words.own}</option>
            {preview.departments.map((department) => (
              <option key={department.id} value={department.id}>
                {"\u2003".repeat(department.depth)}
                {department.name}
              </option>
            ))}
          </Select>
          <Button kind="quiet">{words.show}</Button>
        </Row>
      </Form>
    </aside>
  );
}
