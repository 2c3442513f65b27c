import { Links, Scripts } from "@remix-run/react";
import { createContext, createElement, type ReactNode, useContext } from "react";

/**
 * What a page loads by the routes it is made of is the same for everybody: on the server it is rendered between two marks,
 * so that it can be taken out and kept, or left out because it is put in afterwards. In a browser (null) there is nothing
 * around it.
 */
export const AssetsContext = createContext<"marked" | "left-out" | null>(null);

const mark = (element: string) => `<${element}></${element}>`;

function Marked(props: { element: string; children: ReactNode }) {
  const how = useContext(AssetsContext);
  if (how === null) return props.children;
  return (
    <>
      {createElement(props.element)}
      {how === "left-out" ? null : props.children}
      {createElement(props.element)}
    </>
  );
}

export function PageLinks() {
  return (
    <Marked element="page-links">
      <Links />
    </Marked>
  );
}

export function PageScripts(props: { nonce: string | undefined }) {
  return (
    <Marked element="page-scripts">
      <Scripts nonce={props.nonce} />
    </Marked>
  );
}

/** A document around its links and scripts. */
export interface CutDocument {
  readonly around: readonly [string, string, string];
  readonly links: string;
  readonly scripts: string;
}

/** A document cut at the marks. */
export function cutAtAssets(html: string): CutDocument {
  const [head, links, body] = cutAt(mark("page-links"), html);
  const [middle, scripts, end] = cutAt(mark("page-scripts"), body);
  return { around: [head, middle, end], links, scripts };
}

function cutAt(mark: string, html: string): [string, string, string] {
  const first = html.indexOf(mark);
  if (first < 0) return ["", "", html];
  const from = first + mark.length;
  const last = html.indexOf(mark, from);
  return [html.slice(0, first), html.slice(from, last), html.slice(last + mark.length)];
}
