import { type ComponentType, createContext, createElement, type ReactNode, useContext } from "react";
import type { LessonReader } from "./reader";

/**
 * What differs from reader to reader stands in slots. The server renders a lesson once with its slots left open, and
 * fills them for each request; a browser renders everything at once. Both give the same markup.
 */
export interface SlotRecorder {
  /** Remembers what belongs into the next slot. @returns its number */
  open(slot: OpenSlot): number;
}

/** What belongs into a slot. */
export interface OpenSlot {
  readonly component: ComponentType<never>;
  readonly props: object;
  /**
   * All that the component reads of its reader besides the attempt: for two readers with the same, it renders the same.
   * Undefined: it holds words of the reader's own, and is not to be remembered.
   */
  readonly reads: (reader: LessonReader) => unknown;
}

const SlotContext = createContext<SlotRecorder | null>(null);
export const SlotProvider = SlotContext.Provider;

/** The element that an open slot is in the markup; `splitSlots` cuts there. No author can write one. */
const slotElement = "lesson-slot";

/** Renders a component, or leaves its place open where slots are being recorded. */
export function Slot<P extends object>(slot: {
  component: ComponentType<P>;
  props: P;
  reads: OpenSlot["reads"];
}): ReactNode {
  const recorder = useContext(SlotContext);
  if (!recorder) return createElement(slot.component, slot.props);
  const { component, props, reads } = slot;
  const number = recorder.open({ component: component as ComponentType<never>, props, reads });
  return createElement(slotElement, { "data-n": number });
}

/** The markup between slots, and the numbers of the slots between them: `parts` is one longer than `numbers`. */
export function splitSlots(html: string): { readonly parts: string[]; readonly numbers: number[] } {
  const pieces = html.split(new RegExp(`<${slotElement} data-n="(\\d+)"></${slotElement}>`));
  return {
    parts: pieces.filter((_, index) => index % 2 === 0),
    numbers: pieces.filter((_, index) => index % 2 === 1).map(Number),
  };
}
