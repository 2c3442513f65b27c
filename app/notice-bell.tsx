import { NavLink, useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { Icon } from "./ui/icon";
import { useWords } from "./words/context";

/** Not oftener than this is it asked anew whether something was told, milliseconds. */
const askEvery = 60_000;

/** The way to what was told; a shape and a word say that there is something new. */
export function NoticeBell(props: { to: string; unread: boolean }) {
  const words = useWords().shell.notices;
  const unread = useUnread(props.to, props.unread);
  return (
    <NavLink
      to={props.to}
      className="Bell"
      data-unread={unread ? "" : undefined}
      aria-label={unread ? words.unreadLabel : words.open}
    >
      <Icon name="bell" />
      {unread ? (
        <>
          <i aria-hidden="true" />
          <span>{words.unread}</span>
        </>
      ) : null}
    </NavLink>
  );
}

/**
 * What the document said, and what was told since: asked when another page is opened, now and then. It is asked beside
 * the pages' own requests, so that a network that is lost never takes a page away. Whoever is where everything told is
 * read has seen it: nothing is asked there, and an answer that was under way says nothing any more.
 */
function useUnread(path: string, loaded: boolean): boolean {
  const { pathname } = useLocation();
  const isThere = pathname === path;
  const [unread, setUnread] = useState(loaded);
  const asked = useRef({ pathname, at: 0 });
  const seen = useRef(0);
  useEffect(() => {
    seen.current += 1;
    setUnread(loaded && !isThere);
  }, [loaded, isThere]);
  useEffect(() => {
    const { at, pathname: before } = asked.current;
    if (isThere || before === pathname || Date.now() - at < askEvery) return;
    asked.current = { pathname, at: Date.now() };
    const since = seen.current;
    fetch(`${path}/unread`, { redirect: "manual" })
      .then((response) => (response.ok ? response.json() : null))
      .then((told: { readonly unread: boolean } | null) => {
        if (told && seen.current === since) setUnread(told.unread);
      })
      // Without a network the bell says what it said.
      .catch(() => undefined);
  }, [path, pathname, isThere]);
  return unread;
}
