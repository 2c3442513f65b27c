import type { ReactNode } from "react";
import { Shell } from "./shell";
import type { NavigationItem } from "./ui/top-bar";
import { useWords } from "./words/context";

const paths = {
  home: "/",
  language: "/settings/language",
  theme: "/settings/theme",
  signOut: "/sign-out",
  ownAccess: "/settings/access",
  notices: "/notices",
};

/** A page with the reader's navigation around it. */
export function FramedPage(props: {
  root: {
    readonly theme: "auto" | "light" | "dark";
    readonly company: string;
    readonly reader: { readonly name: string; readonly department: string } | null;
    readonly manages: boolean;
    readonly administers: boolean;
    readonly authors: boolean;
    readonly seesInsights: boolean;
    readonly unread: boolean;
    readonly letsIn: boolean;
  };
  children: ReactNode;
}) {
  const { root } = props;
  const words = useWords().shell;
  const navigation: NavigationItem[] = [{ to: "/", label: words.nav.training, icon: "home", end: true }];
  if (root.manages) navigation.push({ to: "/overview", label: words.nav.overview, icon: "grid" });
  if (root.authors) navigation.push({ to: "/studio", label: words.nav.studio, icon: "pen" });
  if (root.seesInsights) navigation.push({ to: "/insights", label: words.nav.insights, icon: "chart" });
  if (root.administers) navigation.push({ to: "/admin", label: words.nav.administration, icon: "users" });
  return (
    <Shell
      paths={root.letsIn ? { ...paths, sharedDevice: "/settings/shared-device" } : paths}
      person={{ name: root.reader?.name ?? "", description: root.reader?.department ?? "" }}
      navigation={navigation}
      unread={root.unread}
      company={root.company}
      theme={root.theme}
    >
      {props.children}
    </Shell>
  );
}
