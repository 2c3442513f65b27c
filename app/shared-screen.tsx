import { useLocation } from "@remix-run/react";
import { useEffect } from "react";
import { IdleWatch } from "./ui/idle-watch";
import { useWords } from "./words/context";

/** Two minutes, with twenty seconds to say that one is still there; the server waits one minute more. */
const times = { idle: 120_000, ask: 20_000, report: 30_000 };

async function stillHere(): Promise<boolean> {
  const response = await fetch("/still-here", { method: "POST" });
  return response.status !== 401;
}

/** A form of the document, not of the router: nothing of the page is left in memory. */
function leave(): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/sign-out?left";
  document.body.append(form);
  form.submit();
}

/** Forgets what a page kept as it went: a browser lets it write after everything was cleared. */
function forget(): void {
  try {
    sessionStorage.clear();
    localStorage.clear();
  } catch {
    // Storage is forbidden here: nothing can have been kept.
  }
}

/**
 * What every page has on a device that several people share; `watched` while somebody is signed in. Where one had
 * scrolled to is not remembered: it would be left in the browser.
 */
export function SharedScreen(props: { watched: boolean }) {
  const { pathname } = useLocation();
  const words = useWords().shell.stillThere;
  useEffect(forget, []);
  useEffect(() => {
    if (pathname === location.pathname && location.hash === "") scrollTo(0, 0);
  }, [pathname]);
  return props.watched ? <IdleWatch times={times} stillHere={stillHere} leave={leave} words={words} /> : null;
}
