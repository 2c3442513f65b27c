import { Form, Link, useNavigation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#app/ui/button";
import { Field, FieldError, Input, Select } from "#app/ui/field";
import { Page, PageHead, Stack } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { useNewModuleWords } from "#app/words/areas/new-module";
import { useStudioWords } from "#app/words/areas/studio";
import { useLanguageName } from "#app/words/language-name";
import { idFrom } from "../drafts/draft-path";
import { studioPath } from "../studio/studio-paths";
import { templateIds } from "../templates/template";
import { field, type NewModuleView, type NotBegun, newCourse } from "./new-module-form";

/** Where a module begins: in which course, from which template, and what it is called. */
export function NewModuleScreen({ view, refused }: { view: NewModuleView; refused: NotBegun | null }) {
  const says = useNewModuleWords();
  const studio = useStudioWords();
  const busy = useNavigation().formMethod === "POST";
  const typed = refused?.typed ?? {};
  const [first = "sv"] = view.languages;
  const [title, setTitle] = useState(typed[field("title", first)] ?? "");
  const box = useRef<HTMLDivElement>(null);
  // why: each answer of the server is another object, also when it says the same: the focus goes there again.
  useEffect(() => {
    if (refused) box.current?.focus();
  }, [refused]);
  const fault = (name: string) => {
    const code = refused?.faults[name];
    return code === undefined ? undefined : says.faults[code];
  };
  const chosen = typed.course ?? view.courses[0]?.id ?? newCourse;
  return (
    <Page>
      <PageHead title={says.title} eyebrow={<Link to={studioPath}>{studio.title}</Link>} />
      <p className="Lead">{says.lead}</p>
      <Form method="post" noValidate className="NewModule">
        <input type="hidden" name="draft" value={typed.draft || view.draftId} autoComplete="off" />
        <Stack gap={6}>
          {refused ? (
            <div ref={box} tabIndex={-1}>
              <Notice icon="alert" status="overdue" live="alert" title={says.notTaken} />
            </div>
          ) : null}
          <Templates chosen={typed.template ?? templateIds[0]} />
          <Titles
            part="title"
            legend={says.titles}
            languages={view.languages}
            typed={typed}
            fault={fault}
            onFirst={setTitle}
          />
          <Field label={says.id} hint={says.idHint(idFrom(title))} error={fault("id")}>
            <Input
              name="id"
              defaultValue={typed.id ?? ""}
              placeholder={idFrom(title)}
              maxLength={64}
              autoComplete="off"
            />
          </Field>
          <Course view={view} chosen={chosen} typed={typed} fault={fault} />
          <p>
            <Button kind="primary" size="large" busy={busy}>
              {says.submit}
            </Button>
          </p>
          <p className="Muted">{says.after}</p>
        </Stack>
      </Form>
    </Page>
  );
}

function Templates({ chosen }: { chosen: string }) {
  const says = useNewModuleWords();
  return (
    <fieldset className="TemplateChoice">
      <legend>{says.template}</legend>
      {[...templateIds, "empty" as const].map((id) => (
        <label key={id}>
          <input type="radio" name="template" value={id} defaultChecked={id === chosen} />
          <span>
            <b>{says.templates[id].name}</b>
            <span className="Muted">{says.templates[id].text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type Fault = (name: string) => string | undefined;

function Titles(props: {
  part: "title" | "course-title";
  legend: string;
  languages: readonly string[];
  typed: Readonly<Record<string, string>>;
  fault: Fault;
  onFirst?: (text: string) => void;
}) {
  const { part, legend, languages, typed, fault, onFirst } = props;
  const says = useNewModuleWords();
  const nameOf = useLanguageName();
  return (
    <fieldset className="Stack" data-gap="3">
      <legend>{legend}</legend>
      {languages.map((language, index) => (
        <Field key={language} label={says.inLanguage(nameOf(language), index > 0)} error={fault(field(part, language))}>
          <Input
            name={field(part, language)}
            lang={language}
            defaultValue={typed[field(part, language)] ?? ""}
            maxLength={200}
            required={index === 0}
            autoComplete="off"
            onChange={index === 0 && onFirst ? (event) => onFirst(event.currentTarget.value) : undefined}
          />
        </Field>
      ))}
    </fieldset>
  );
}

function Course(props: { view: NewModuleView; chosen: string; typed: Readonly<Record<string, string>>; fault: Fault }) {
  const { view, typed, fault } = props;
  const says = useNewModuleWords();
  const [chosen, setChosen] = useState(props.chosen);
  const error = fault("course");
  const isOnlyNew = view.courses.length === 0;
  return (
    <Stack gap={4}>
      {isOnlyNew ? (
        <>
          <input type="hidden" name="course" value={newCourse} />
          {error ? <FieldError>{error}</FieldError> : null}
        </>
      ) : (
        <Field label={says.course} error={error}>
          <Select name="course" defaultValue={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
            {view.courses.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
            {view.mayMakeCourse ? <option value={newCourse}>{says.newCourse}</option> : null}
          </Select>
        </Field>
      )}
      {view.mayMakeCourse ? (
        <details className="Foldout" open={chosen === newCourse}>
          <summary>{says.aboutNewCourse}</summary>
          <Titles
            part="course-title"
            legend={says.courseTitles}
            languages={view.languages}
            typed={typed}
            fault={fault}
          />
          <p className="Muted">{says.courseOwner}</p>
        </details>
      ) : null}
    </Stack>
  );
}
