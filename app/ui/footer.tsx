import { useFetcher, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { kept } from "./kept";
import { Segmented } from "./segmented";

export type Theme = "auto" | "light" | "dark";

/** What stands under every page. */
export function Footer(props: { children: ReactNode; theme?: ReactNode }) {
  return (
    <footer className="Footer">
      {props.children}
      {props.theme ? <div className="Push">{props.theme}</div> : null}
    </footer>
  );
}

/**
 * Light, dark, or as the system says. Choosing is enough: the styles follow the checked radio at once, and the choice
 * is posted (`theme`, `returnTo`) to `action` to be remembered. Without script a button does the posting.
 */
export const ThemeChoice = kept(
  "theme-choice",
  function ThemeChoice(props: {
    action: string;
    theme: Theme;
    label: string;
    names: Readonly<Record<Theme, string>>;
    save: string;
  }) {
    const fetcher = useFetcher({ key: "theme" });
    const { pathname, search } = useLocation();
    return (
      <fetcher.Form method="post" action={props.action} className="Row">
        <input type="hidden" name="returnTo" value={pathname + search} />
        <Segmented
          name="theme"
          label={props.label}
          value={props.theme}
          options={[
            { value: "auto", label: props.names.auto },
            { value: "light", label: props.names.light },
            { value: "dark", label: props.names.dark },
          ]}
          onChange={(event) => fetcher.submit(event.currentTarget.form)}
        />
        <noscript>
          <Button size="dense">{props.save}</Button>
        </noscript>
      </fetcher.Form>
    );
  },
);
