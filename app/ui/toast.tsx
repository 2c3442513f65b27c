import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./sprite";

/** Where receipts appear: always on the page, so that what is put into it is announced. */
export function ToastRegion(props: { children?: ReactNode }) {
  return (
    <div className="ToastRegion NoPrint" role="status">
      {props.children}
    </div>
  );
}

/** A receipt for what was just done, with at most one thing to do about it (`children`, a button). */
export function Toast(props: { icon?: IconName; message: ReactNode; children?: ReactNode }) {
  return (
    <div className="Toast">
      <Icon name={props.icon ?? "check"} />
      <span>{props.message}</span>
      {props.children}
    </div>
  );
}
