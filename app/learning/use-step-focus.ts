import { useLocation } from "@remix-run/react";
import { type RefObject, useEffect, useRef } from "react";

/**
 * Moves the focus to `target` whenever `step` changes in the page, so that a screen reader and the keyboard follow. A
 * document just loaded keeps its focus where browsers put it.
 */
export function useStepFocus(target: RefObject<HTMLElement>, step: string): void {
  const loaded = useLocation().key === "default";
  const shown = useRef(loaded ? step : null);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    target.current?.focus();
  }, [step, target]);
}
