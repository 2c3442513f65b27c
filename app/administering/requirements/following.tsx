import { Link, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { Bar } from "#app/ui/bar";
import { Notice } from "#app/ui/panels";
import { useRequirementsWords } from "#app/words/areas/requirements";
import { useFormat } from "#app/words/context";
import type { FollowingView } from "./requirement-view";

const againMs = 1000;

/** How far the assignments of a requirement have come; asked again each second, and by a link without script. */
export function Following({ following, path }: { following: FollowingView; path: string }) {
  const says = useRequirementsWords().following;
  const format = useFormat();
  const { revalidate, state } = useRevalidator();
  const { done, total, hasFailed } = following;
  useEffect(() => {
    if (hasFailed || state !== "idle") return;
    const timer = setTimeout(revalidate, againMs);
    return () => clearTimeout(timer);
  }, [hasFailed, state, revalidate]);
  if (hasFailed) {
    return (
      <Notice icon="alert" status="overdue" title={says.title} live="alert">
        <p>{says.failed}</p>
      </Notice>
    );
  }
  const share = total === null || total === 0 ? 0 : done / total;
  return (
    <Notice icon="clock" title={says.title}>
      <Bar value={share} size="large" label={says.progress} />
      <p role="status">{total === null ? says.begins : says.done(format.number(done), format.number(total))}</p>
      <p className="Muted">
        {says.leave} <Link to={path}>{says.again}</Link>
      </p>
    </Notice>
  );
}
