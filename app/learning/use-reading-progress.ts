import { type RefObject, useEffect, useRef, useState } from "react";
import { articleId } from "#app/lessons/lesson-article";
import { laterOf, type ReadingPlace } from "./lesson-toc";
import { headingAt, isWorthNoting, readingPost, shareRead, waitToNote } from "./reading-notes";

/** Where the reader is: `furthest` of any visit, 0 to 1; `here` null above the first heading. */
export interface ReadingProgress {
  readonly furthest: number;
  readonly here: string | null;
  readonly reached: string | null;
}

/**
 * Follows the reader down the page and notes how far they came: to the page's own address, as `intent=reading` with
 * `furthest` and `section`, at most every ten seconds, and once more when they leave.
 *
 * Headings are looked up at each step and not observed: they come with the lesson's module, after the page.
 *
 * @param path null: nothing is noted
 * @param start what earlier visits have noted
 * @param ids anchors of the headings, in order
 */
export function useReadingProgress(
  path: string | null,
  body: RefObject<HTMLElement>,
  start: ReadingPlace,
  ids: readonly string[],
): ReadingProgress {
  const [progress, setProgress] = useState<ReadingProgress>({
    furthest: start.furthest,
    here: null,
    reached: start.section,
  });
  // What was noted before this visit; later starts come from our own notes and change nothing.
  const before = useRef(start);
  const headings = ids.join(" ");

  useEffect(() => {
    let noted: ReadingPlace = before.current;
    let now: ReadingPlace = noted;
    let notedAt = Date.now();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let frame: number | undefined;

    const note = () => {
      clearTimeout(waiting);
      waiting = undefined;
      if (path === null || !isWorthNoting(noted, now)) return;
      if (!navigator.sendBeacon(path, readingPost(now))) return;
      noted = now;
      notedAt = Date.now();
    };
    const measure = () => {
      frame = undefined;
      const article = document.getElementById(articleId);
      if (!article) return;
      const { top, height } = article.getBoundingClientRect();
      const viewport = document.documentElement.clientHeight;
      const share = shareRead({
        scrolled: window.scrollY,
        viewport,
        articleTop: top + window.scrollY,
        articleHeight: height,
      });
      const order = headings === "" ? [] : headings.split(" ");
      const places = order.flatMap((id) => {
        const heading = document.getElementById(id);
        return heading ? [{ id, top: heading.getBoundingClientRect().top }] : [];
      });
      const here = headingAt(places, viewport, share);
      const furthest = Math.max(now.furthest, Math.round(share * 100) / 100);
      now = { furthest, section: here ?? now.section };
      setProgress((last) => {
        const reached = laterOf(order, last.reached, here);
        const same = last.furthest === furthest && last.here === here && last.reached === reached;
        return same ? last : { furthest, here, reached };
      });
      if (waiting === undefined && isWorthNoting(noted, now))
        waiting = setTimeout(note, waitToNote(notedAt, Date.now()));
    };
    // Once a frame is as often as anybody can see.
    const look = () => {
      frame ??= requestAnimationFrame(measure);
    };
    const leave = () => {
      if (document.visibilityState === "hidden") note();
    };
    // The page grows when the lesson arrives, when pictures load and when questions are answered.
    const sizes = new ResizeObserver(look);
    if (body.current) sizes.observe(body.current);
    addEventListener("scroll", look, { passive: true });
    addEventListener("pagehide", note);
    document.addEventListener("visibilitychange", leave);
    return () => {
      sizes.disconnect();
      removeEventListener("scroll", look);
      removeEventListener("pagehide", note);
      document.removeEventListener("visibilitychange", leave);
      if (frame !== undefined) cancelAnimationFrame(frame);
      note();
      before.current = noted;
    };
  }, [path, body, headings]);

  return progress;
}
