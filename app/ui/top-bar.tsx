import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import { kept } from "./kept";
import type { IconName } from "./sprite";

/** The bar over every page: wordmark, navigation, and to the right what concerns the reader. */
export function TopBar(props: { wordmark: ReactNode; navigation?: ReactNode; children?: ReactNode }) {
  return (
    <header className="TopBar">
      {props.wordmark}
      {props.navigation}
      <div className="Tools">{props.children}</div>
    </header>
  );
}

export interface NavigationItem {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  /** Current only on this very address, not under it. */
  readonly end?: boolean;
}

/** Where one can go; a bar at the bottom of the screen on phones. */
export const MainNav = kept("main-nav", function MainNav(props: { label: string; items: readonly NavigationItem[] }) {
  return (
    <nav className="MainNav" aria-label={props.label}>
      <ul>
        {props.items.map((item) => (
          <li key={item.to}>
            <NavLink to={item.to} end={item.end ?? false}>
              <Icon name={item.icon} />
              {item.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
});
