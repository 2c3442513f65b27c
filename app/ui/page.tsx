import type { ReactNode } from "react";

/** The main part of a page. `wide` for tables across departments. */
export function Page(props: { wide?: boolean; wheel?: boolean; children: ReactNode }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={props.wheel ? "Page WheelScope" : "Page"}
      data-wide={props.wide ? "" : undefined}
    >
      {props.children}
    </main>
  );
}

/** The page's one h1, with what stands over it and, to the right, what can be done. */
export function PageHead(props: { title: ReactNode; eyebrow?: ReactNode; children?: ReactNode }) {
  return (
    <header className="PageHead">
      <div>
        {props.eyebrow ? <p className="Eyebrow">{props.eyebrow}</p> : null}
        <h1>{props.title}</h1>
      </div>
      {props.children}
    </header>
  );
}

/** A part of a page under an ink line. `id` names its heading; `kind` adds the class of what it holds. */
export function Section(props: {
  id: string;
  title: ReactNode;
  note?: ReactNode;
  aside?: ReactNode;
  kind?: string;
  children: ReactNode;
}) {
  return (
    <section className={props.kind ? `Section ${props.kind}` : "Section"} aria-labelledby={props.id}>
      <header>
        <h2 id={props.id}>{props.title}</h2>
        {props.note ? <span className="Muted">{props.note}</span> : null}
        {props.aside ? <div className="Push">{props.aside}</div> : null}
      </header>
      {props.children}
    </section>
  );
}

/** Two columns on a wide screen, one on a narrow. */
export function Split(props: { columns?: "even" | "wheel" | "2-1"; children: ReactNode }) {
  return (
    <div className="Split" data-cols={props.columns}>
      {props.children}
    </div>
  );
}

type Gap = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Things beside one another, wrapping; `gap` is a step of the space scale. */
export function Row(props: { gap?: Gap; align?: "start"; justify?: "between"; wrap?: "no"; children: ReactNode }) {
  return (
    <div
      className="Row"
      data-gap={props.gap}
      data-align={props.align}
      data-justify={props.justify}
      data-wrap={props.wrap}
    >
      {props.children}
    </div>
  );
}

/** Things under one another. */
export function Stack(props: { gap?: Gap; children: ReactNode }) {
  return (
    <div className="Stack" data-gap={props.gap}>
      {props.children}
    </div>
  );
}

/** The first thing that the Tab key meets: past the header, to the page's own part. */
export function SkipLink(props: { children: ReactNode }) {
  return (
    <a className="SkipLink" href="#main">
      {props.children}
    </a>
  );
}
