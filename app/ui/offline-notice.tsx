import { useBlocker } from "@remix-run/react";
import { useEffect, useSyncExternalStore } from "react";
import { Notice } from "./panels";

function subscribe(changed: () => void): () => void {
  addEventListener("online", changed);
  addEventListener("offline", changed);
  return () => {
    removeEventListener("online", changed);
    removeEventListener("offline", changed);
  };
}

/** Whether the browser believes that it has a network; true on the server. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
}

/**
 * Says so when the network is gone, and goes away when it is back. Meanwhile no link leads away from the page, which
 * would be lost with all that is in it; who followed one is told so by `blocked`. Once on a page.
 */
export function OfflineNotice(props: {
  title: string;
  text: string;
  blocked: { readonly title: string; readonly text: string };
}) {
  const online = useOnline();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => !navigator.onLine && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (online && blocker.state === "blocked") blocker.reset();
  }, [online, blocker]);
  const said = blocker.state === "blocked" ? props.blocked : props;
  return (
    <div className="OfflineNotice NoPrint" role="status">
      {online ? null : (
        <Notice icon="offline" status="due" title={said.title}>
          <p>{said.text}</p>
        </Notice>
      )}
    </div>
  );
}
