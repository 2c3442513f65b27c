import { useEffect, useState } from "react";
import { Button } from "./button";
import { Icon } from "./icon";

/** Prints the page; where there is no script, says how it is done (`hint`). */
export function PrintButton(props: { label: string; hint: string; kind?: "primary" }) {
  const [canPrint, setCanPrint] = useState(false);
  useEffect(() => setCanPrint(true), []);
  if (!canPrint) return <span className="Muted Small">{props.hint}</span>;
  return (
    <Button type="button" kind={props.kind} onClick={() => print()}>
      <Icon name="print" />
      {props.label}
    </Button>
  );
}
