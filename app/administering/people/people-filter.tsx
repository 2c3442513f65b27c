import { Form } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { Input, Select } from "#app/ui/field";
import { Icon } from "#app/ui/icon";
import { Segmented } from "#app/ui/segmented";
import { useDirectoryWords } from "#app/words/areas/directory";
import { usePeopleWords } from "#app/words/areas/people";
import { employmentKinds, longestSearch, peopleHref, peoplePath, presences } from "./people-query";
import type { PeopleView } from "./people-view";

/** What the list is narrowed by. A plain form: it works without script, and its answer is an address to share. */
export function PeopleFilter({ view }: { view: PeopleView }) {
  const words = usePeopleWords();
  const { kinds } = useDirectoryWords();
  const { query } = view;
  return (
    // Another list begins with its own fields.
    <Form
      key={peopleHref({ ...query, page: 1, sort: "name", descending: false })}
      method="get"
      action={peoplePath}
      className="FilterBar"
      role="search"
      aria-label={words.filter}
      preventScrollReset
    >
      <span className="Search">
        <Icon name="search" />
        <Input
          dense
          type="search"
          name="q"
          defaultValue={query.search}
          maxLength={longestSearch}
          placeholder={words.search}
          aria-label={words.search}
        />
      </span>
      <Select dense name="department" defaultValue={query.departmentId ?? ""} aria-label={words.department}>
        <option value="">{words.anyDepartment}</option>
        {view.departments.map(({ value, label, depth }) => (
          <option key={value} value={value}>{`${"\u00a0".repeat(3 * (depth ?? 0))}${label}`}</option>
        ))}
      </Select>
      <Select dense name="site" defaultValue={query.siteId ?? ""} aria-label={words.site}>
        <option value="">{words.anySite}</option>
        {view.sites.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Select dense name="kind" defaultValue={query.kind ?? ""} aria-label={words.kind}>
        <option value="">{words.anyKind}</option>
        {employmentKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kinds[kind]}
          </option>
        ))}
      </Select>
      <Segmented
        name="state"
        label={words.state}
        value={query.presence}
        options={presences.map((presence) => ({ value: presence, label: words.states[presence] }))}
      />
      {query.sort === "name" ? null : <input type="hidden" name="sort" value={query.sort} />}
      {query.descending ? <input type="hidden" name="order" value="descending" /> : null}
      <Button size="dense">{words.show}</Button>
    </Form>
  );
}
