import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "#app/ui/button";
import { Input, Select } from "#app/ui/field";
import { Icon } from "#app/ui/icon";
import { Segmented } from "#app/ui/segmented";
import { useWords } from "#app/words/context";
import { longestSearch, nudgeHref, nudgeSorts, nudgeStates } from "./nudge-query";
import type { NudgeList } from "./overview-view";
import { nudgesAnchor, overviewPath } from "./paths";

/** What the list is narrowed by. A plain form: it works without script, and its answer is an address to share. */
export function NudgeFilter({ list }: { list: NudgeList }) {
  const says = useWords().overview.nudges;
  const { query } = list;
  const form = useRef<HTMLFormElement>(null);
  const address = nudgeHref(query, nudgesAnchor);
  const shown = useRef(address);
  // why: a link elsewhere on the page may have changed the filter under fields that somebody had touched.
  useEffect(() => {
    if (shown.current === address) return;
    shown.current = address;
    form.current?.reset();
  }, [address]);
  return (
    <Form
      ref={form}
      method="get"
      action={`${overviewPath}#${nudgesAnchor}`}
      className="FilterBar"
      role="search"
      aria-label={says.filter}
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
          placeholder={says.search}
          aria-label={says.search}
        />
      </span>
      <Select
        dense
        key={`department ${query.departmentId}`}
        name="department"
        defaultValue={query.departmentId ?? ""}
        aria-label={says.department}
      >
        <option value="">{says.anyDepartment}</option>
        {list.departments.map((department) => (
          <option key={department.id} value={department.id}>
            {department.name}
          </option>
        ))}
      </Select>
      <Select
        dense
        key={`module ${query.moduleId}`}
        name="module"
        defaultValue={query.moduleId ?? ""}
        aria-label={says.module}
      >
        <option value="">{says.anyModule}</option>
        {list.modules.map((module) => (
          <option key={module.id} value={module.id}>
            {module.title}
          </option>
        ))}
      </Select>
      <Segmented
        name="state"
        label={says.state}
        value={query.state}
        options={nudgeStates.map((state) => ({ value: state, label: says.states[state] }))}
      />
      <span className="SortChoice">
        <Select dense key={`sort ${query.sort}`} name="sort" defaultValue={query.sort} aria-label={says.sort}>
          {nudgeSorts.map((sort) => (
            <option key={sort} value={sort}>
              {says.sorts[sort]}
            </option>
          ))}
        </Select>
      </span>
      {query.scopeId === null ? null : <input type="hidden" name="scope" value={query.scopeId} />}
      {query.order === "descending" ? <input type="hidden" name="order" value={query.order} /> : null}
      <Button size="dense">{says.show}</Button>
    </Form>
  );
}
