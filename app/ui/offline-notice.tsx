import { type ReactNode, useSyncExternalStore } from "react";
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

/** Says so when the network is gone, and goes away when it is back. */
export function OfflineNotice(props: { title: ReactNode; children: ReactNode }) {
  const online = useOnline();
  return (
    <div className="OfflineNotice NoPrint" role="status">
      {online ? null : (
        <Notice icon="offline" status="due" title={props.title}>
          <p>{props.children}</p>
        </Notice>
      )}
    </div>
  );
}
