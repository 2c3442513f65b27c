import type { ReactNode } from "react";
import { IconLink } from "./icon-button";

export type StepState = "done" | "now" | "again" | "ahead";

/** How far one has come: a mark for each step, and the same in words. */
export function StepMeter(props: {
  steps: readonly { readonly id: string; readonly state: StepState }[];
  label: ReactNode;
}) {
  return (
    <div className="StepMeter">
      <ol aria-hidden="true">
        {props.steps.map((step) => (
          <li
            key={step.id}
            data-done={step.state === "done" ? "" : undefined}
            data-now={step.state === "now" ? "" : undefined}
            data-again={step.state === "again" ? "" : undefined}
          />
        ))}
      </ol>
      <span>{props.label}</span>
    </div>
  );
}

/**
 * The bar over something that is done one step at a time: the way out, what it is, how far. `heading` makes its title
 * the page's h1, where the step has none of its own.
 */
export function FocusBar(props: {
  leave: { to: string; label: string };
  title: ReactNode;
  heading?: boolean;
  children: ReactNode;
}) {
  const Title = props.heading ? "h1" : "span";
  return (
    <header className="FocusBar">
      <IconLink icon="x" to={props.leave.to} label={props.leave.label} />
      <Title className="Title">{props.title}</Title>
      {props.children}
    </header>
  );
}

/** One step, between repeat signs; the closing one is faint until the end. */
export function FocusStage(props: { step: "intro" | "question" | "result"; children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="FocusStage" data-step={props.step}>
      <i className="Barline" aria-hidden="true" />
      {props.children}
      <i className="Barline" data-side="end" aria-hidden="true" />
    </main>
  );
}
