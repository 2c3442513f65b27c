import { useCallback, useEffect, useRef, useState } from "react";
import { Icon } from "#app/ui/icon";
import { useStudioWords } from "#app/words/areas/studio";
import type { DepartmentChoice } from "../editor-view";
import type { Preview } from "../preview.server";
import { sendFields } from "./send-fields";

/** Soon after the last key, and not at each. */
const pauseMs = 40;

export interface PreviewSource {
  readonly module: string;
  readonly path: string;
  readonly text: string;
  readonly language: string;
}

/**
 * The lesson as a department will see it, beside its source. It stands in a frame without scripts: whatever was typed, it
 * can only be looked at.
 */
export function PreviewPane(props: {
  source: PreviewSource;
  departments: readonly DepartmentChoice[];
  /** The line that the cursor is on. */
  line: number;
  languages: readonly { readonly code: string; readonly path: string | null }[];
  onLanguage: (path: string) => void;
  onPreview: (preview: Preview) => void;
}) {
  const { source, departments, line, languages, onLanguage, onPreview } = props;
  const says = useStudioWords().preview;
  const [as, setAs] = useState<string>(departments[0]?.id ?? "");
  const [isDark, setDark] = useState(isPageDark);
  const [isPhone, setPhone] = useState(false);
  const [shown, setShown] = useState<Preview | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  const frame = useRef<HTMLIFrameElement>(null);
  const [isReady, setReady] = useState(false);

  // Made again once the connection is back.
  useEffect(() => {
    const again = () => setTries((before) => before + 1);
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another preview of the same.
  useEffect(() => {
    const gone = new AbortController();
    const timer = setTimeout(async () => {
      const { module, path, text } = source;
      const sent = await sendFields<Preview>(
        `/studio/${module}/preview`,
        { path, text, as: as === "" ? null : as },
        gone.signal,
      );
      if (gone.signal.aborted) return;
      setFailed(sent.kind !== "answer");
      if (sent.kind !== "answer") return;
      setShown((before) =>
        sent.answer.html === null && before?.html ? { ...sent.answer, html: before.html } : sent.answer,
      );
      onPreview(sent.answer);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [source, as, onPreview, tries]);

  const [isFocused, setFocused] = useState(false);
  // A frame that has the focus is not told so by the style sheet: the page around it loses the focus to it.
  useEffect(() => {
    const note = () => setFocused(document.activeElement === frame.current);
    const end = () => setFocused(false);
    addEventListener("blur", note);
    addEventListener("focus", end);
    return () => {
      removeEventListener("blur", note);
      removeEventListener("focus", end);
    };
  }, []);

  const follow = useCallback(() => {
    const article = frame.current?.contentDocument?.querySelector("article");
    if (!article) return;
    let found: Element | null = null;
    for (const element of article.querySelectorAll("[data-line]")) {
      if (Number(element.getAttribute("data-line")) > line) break;
      found = element;
    }
    const window = frame.current?.contentWindow;
    if (!window) return;
    const { top, bottom } = found?.getBoundingClientRect() ?? { top: -window.scrollY, bottom: 0 };
    if (top >= 0 && bottom <= window.innerHeight) return;
    window.scrollTo({ top: Math.max(0, window.scrollY + top - window.innerHeight / 3) });
  }, [line]);

  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (!isReady || !page) return;
    page.documentElement.dataset.theme = isDark ? "dark" : "light";
    if (!shown) return;
    page.documentElement.lang = shown.lang;
    const article = page.querySelector("article");
    // Rendered on the server from a checked tree; the frame runs no scripts whatever it holds.
    if (article && shown.html !== null && article.innerHTML !== shown.html) article.innerHTML = shown.html;
    follow();
  }, [isReady, shown, isDark, follow]);

  return (
    <section className="Pane Preview" aria-labelledby="preview-title">
      <header>
        <h2 id="preview-title">{says.title}</h2>
        <select
          className="Input"
          data-size="dense"
          aria-label={says.department}
          value={as}
          onChange={(event) => setAs(event.target.value)}
        >
          {departments.map((department) => (
            <option key={department.id} value={department.id}>
              {`${"\u2003".repeat(department.depth)}${department.name}`}
            </option>
          ))}
          <option value="">{says.nobody}</option>
        </select>
        {languages.length > 1 ? (
          <select
            className="Input"
            data-size="dense"
            aria-label={says.language}
            value={source.path}
            onChange={(event) => onLanguage(event.target.value)}
          >
            {languages.map(({ code, path }) => (
              <option key={code} value={path ?? ""} disabled={path === null}>
                {code.toUpperCase()}
              </option>
            ))}
          </select>
        ) : null}
        <span className="Push PreviewLooks">
          <button
            type="button"
            className="Button"
            data-size="dense"
            aria-pressed={isDark}
            onClick={() => setDark(!isDark)}
          >
            {says.dark}
          </button>
          <button
            type="button"
            className="Button"
            data-size="dense"
            aria-pressed={isPhone}
            onClick={() => setPhone(!isPhone)}
          >
            {says.phone}
          </button>
        </span>
      </header>
      {shown?.html === null || hasFailed || shown?.stopped ? (
        <p className="PreviewNote" role="status">
          <Icon name="alert" />
          {hasFailed ? says.failed : shown?.stopped ? says.stopped[shown.stopped] : says.unreadable}
        </p>
      ) : null}
      <iframe
        ref={frame}
        className="PreviewFrame"
        data-phone={isPhone ? "" : undefined}
        data-focused={isFocused ? "" : undefined}
        title={says.frame}
        sandbox="allow-same-origin"
        srcDoc={frameDocument()}
        onLoad={() => setReady(true)}
      />
      <p className="Muted PreviewFoot">{shown ? says.minutes(shown.minutes) : says.loading}</p>
    </section>
  );
}

/** Whether the page around it is dark: the preview begins like it. */
function isPageDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
}

let known: string | undefined;

/** The frame's own document: the product's styles and an empty article. */
function frameDocument(): string {
  if (typeof document === "undefined") return "";
  known ??= [
    '<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    ...[...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(
      (link) => `<link rel="stylesheet" href="${link.href}">`,
    ),
    '</head><body class="PreviewBody"><article class="Prose"></article></body></html>',
  ].join("");
  return known;
}
