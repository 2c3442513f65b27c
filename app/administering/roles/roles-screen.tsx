import { Page, PageHead, Section } from "#app/ui/page";
import { useDirectoryWords } from "#app/words/areas/directory";
import { useRolesWords } from "#app/words/areas/roles";
import type { DoneCode } from "../directory-view";
import type { SentForm } from "../form-reader";
import { Done, Foldout } from "../parts";
import { GiveRole } from "./give-role";
import { type HeldContext, HeldList } from "./held-list";
import { Responsibilities } from "./responsibilities";
import type { ManagedBranch, RolesView } from "./roles-view";

/** Who has which role, who leads which department, who answers for what. */
export function RolesScreen(props: { view: RolesView; done: DoneCode | null; sent: SentForm | null }) {
  const { done, sent } = props;
  // A form that was not taken is shown again, whatever the address says.
  const view = { ...props.view, chosen: sent?.typed.id ?? props.view.chosen };
  const words = useRolesWords();
  const shared = useDirectoryWords();
  const context: HeldContext = {
    chosen: view.canGiveRoles ? view.chosen : null,
    sent,
    today: view.today,
    intent: "end",
    canEnd: view.canGiveRoles,
  };
  return (
    <Page>
      <PageHead title={words.title} />
      <Done code={done} />
      <p className="Summary">{words.summary(view.unled)}</p>
      {view.canGiveRoles ? (
        <div className="Foldouts">
          <Foldout title={words.give} open={sent?.intent === "give"}>
            <GiveRole view={view} sent={sent} />
          </Foldout>
        </div>
      ) : null}
      <Section id="roles" title={words.roles}>
        <dl className="RoleList">
          {view.roles.map(({ role, held }) => (
            <div key={role}>
              <dt>
                {shared.roles[role]} <span className="Muted">{words.may[role]}</span>
              </dt>
              <dd>
                <HeldList held={held} context={context} empty={words.nobody} />
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="managers" title={words.managers} note={words.may.manager}>
        <ul className="DepartmentTree">
          <li>
            <div>
              <span>{shared.everything}</span>
              <HeldList held={view.company} context={context} empty={words.nobody} />
            </div>
          </li>
        </ul>
        <Led branches={view.departments} context={context} />
      </Section>
      <Responsibilities view={view} sent={sent} />
    </Page>
  );
}

function Led({ branches, context }: { branches: readonly ManagedBranch[]; context: HeldContext }) {
  const words = useRolesWords();
  return (
    <ul className="DepartmentTree">
      {branches.map((branch) => (
        <li key={branch.id}>
          <div>
            <span>{branch.name}</span>
            <HeldList held={branch.managers} context={context} empty={words.unled} />
          </div>
          {branch.children.length === 0 ? null : <Led branches={branch.children} context={context} />}
        </li>
      ))}
    </ul>
  );
}
