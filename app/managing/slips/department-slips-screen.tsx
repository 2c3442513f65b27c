import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { Field, Select } from "#app/ui/field";
import { Page, PageHead } from "#app/ui/page";
import { Empty, Notice } from "#app/ui/panels";
import { PrintButton } from "#app/ui/print-button";
import { Segmented } from "#app/ui/segmented";
import { useSlipsWords } from "#app/words/areas/slips";
import { Slip } from "./slip";
import type { MadeCodes, SlipSheet, SlipView } from "./slip-view";

interface DepartmentSlipsView {
  readonly sheet: SlipSheet;
  readonly slips: readonly SlipView[];
  readonly total: number;
  readonly page: number;
  readonly departmentId: string;
  readonly withoutAccess: boolean;
  readonly choices: readonly { readonly id: string; readonly name: string; readonly depth: number }[];
}

/** Slips of a department, many on a page; what is chosen stands in the address. */
export function DepartmentSlipsScreen(props: {
  view: DepartmentSlipsView;
  pageSize: number;
  made: MadeCodes | undefined;
}) {
  const { made, view } = props;
  const all = useSlipsWords();
  const words = all.department;
  const busy = useNavigation().formMethod === "POST";
  const receivers = view.slips.filter((slip) => slip.access === "none" && slip.code === "allowed").length;
  const count = made ? Object.keys(made.codes).length : 0;
  return (
    <Page>
      <div className="NoPrint">
        <PageHead title={words.title} />
        <p className="Lead">{words.lead}</p>
        <Form method="get" className="SlipBar">
          <Field label={words.department}>
            <Select name="department" defaultValue={view.departmentId}>
              {view.choices.map(({ depth, id, name }) => (
                <option key={id} value={id}>
                  {`${"\u2003".repeat(depth)}${name}`}
                </option>
              ))}
            </Select>
          </Field>
          <Segmented
            name="who"
            label={words.who}
            value={view.withoutAccess ? "without" : "all"}
            options={[
              { value: "all", label: words.everyone },
              { value: "without", label: words.without },
            ]}
          />
          <Button>{words.show}</Button>
        </Form>
        {count > 0 ? (
          <Notice icon="lock" live="status" title={words.made(count)}>
            <p>{words.madeText}</p>
          </Notice>
        ) : null}
        {view.total === 0 ? null : (
          <div className="SlipBar">
            <p>{words.count(view.total)}</p>
            {receivers > 0 && !made ? (
              <Form method="post">
                <Button kind="primary" busy={busy}>
                  {words.make(receivers)}
                </Button>
              </Form>
            ) : null}
            <PrintButton label={all.person.print} hint={all.person.printHint} />
          </div>
        )}
        {receivers > 0 && !made ? <p className="Muted Small">{words.makeNote}</p> : null}
      </div>
      {view.total === 0 ? (
        <Empty icon="users" level={2} title={view.withoutAccess ? words.emptyWithout : words.empty} />
      ) : (
        <div className="Slips">
          {view.slips.map((slip) => {
            const text = made?.codes[slip.personId];
            const code = made === undefined || text === undefined ? null : { text, until: made.until };
            return <Slip key={slip.personId} sheet={view.sheet} slip={slip} code={code} />;
          })}
        </div>
      )}
      <Pages view={view} pageSize={props.pageSize} />
    </Page>
  );
}

function Pages({ pageSize, view }: { view: DepartmentSlipsView; pageSize: number }) {
  const words = useSlipsWords().department;
  const pages = Math.ceil(view.total / pageSize);
  if (pages <= 1) return null;
  const to = (page: number) => {
    const who = view.withoutAccess ? "without" : "all";
    return `/people/slips?${new URLSearchParams({ department: view.departmentId, who, page: String(page) })}`;
  };
  return (
    <nav className="SlipBar" aria-label={words.pages}>
      {view.page > 1 ? <Link to={to(view.page - 1)}>{words.previous}</Link> : null}
      <span>{words.page(view.page, pages)}</span>
      {view.page < pages ? <Link to={to(view.page + 1)}>{words.next}</Link> : null}
    </nav>
  );
}
