import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./sprite";
import type { StatusName } from "./status";

/** A small fact beside a name. */
export function Badge(props: { children: ReactNode }) {
  return <span className="Badge">{props.children}</span>;
}

/** A ground of its own: the exception, for forms and what is being made. */
export function Card(props: { children: ReactNode }) {
  return <div className="Card">{props.children}</div>;
}

/** Something to know now. `live` announces it: `alert` interrupts, `status` waits. */
export function Notice(props: {
  icon: IconName;
  title: ReactNode;
  status?: StatusName;
  live?: "alert" | "status";
  children?: ReactNode;
}) {
  return (
    <div className="Notice" data-status={props.status} role={props.live}>
      <Icon name={props.icon} />
      <div>
        <b>{props.title}</b>
        {props.children}
      </div>
    </div>
  );
}

/** What stands where there is nothing to list: why, and one way on. */
export function Empty(props: {
  icon?: IconName;
  /** A large figure instead of an icon. */
  figure?: string;
  title: ReactNode;
  level?: 1 | 2 | 3;
  edge?: "plain";
  children?: ReactNode;
}) {
  const Heading = `h${props.level ?? 3}` as const;
  return (
    <div className="Empty" data-edge={props.edge}>
      {props.icon ? <Icon name={props.icon} /> : null}
      {props.figure ? <p className="BigNumber">{props.figure}</p> : null}
      <Heading>{props.title}</Heading>
      {props.children}
    </div>
  );
}

/** More to read for whoever wants it; works without script. `open` shows it from the beginning. */
export function Disclosure(props: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="Disclosure" open={props.open}>
      <summary>
        <Icon name="down" />
        {props.summary}
      </summary>
      {props.children}
    </details>
  );
}
