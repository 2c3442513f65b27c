import { Form, Link, useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "#app/ui/button";
import { Icon } from "#app/ui/icon";
import { Page, PageHead } from "#app/ui/page";
import { Empty } from "#app/ui/panels";
import { Pagination } from "#app/ui/table";
import { useParticipationWords } from "#app/words/areas/participation";
import { useFormat } from "#app/words/context";
import type { NoticesView, NoticeView } from "./read-notices.server";

/** What somebody was told, the newest first. Seeing it is reading it: with script by itself, without by a button. */
export function NoticesScreen({ view }: { view: NoticesView }) {
  const words = useParticipationWords().notices;
  useSeen(view);
  return (
    <Page>
      <PageHead title={words.title}>
        {view.anyNew ? (
          <noscript>
            <Form method="post">
              <input type="hidden" name="until" value={view.until} />
              <Button size="dense">{words.markRead}</Button>
            </Form>
          </noscript>
        ) : null}
      </PageHead>
      {view.notices.length === 0 ? (
        <Empty icon="bell" level={2} title={words.none}>
          <p>{words.noneWhy}</p>
        </Empty>
      ) : (
        <ol className="Notices">
          {view.notices.map((notice) => (
            <NoticeItem key={notice.id} notice={notice} today={view.today} />
          ))}
        </ol>
      )}
      {view.page > 1 || view.more ? (
        <Pagination
          label={words.pages}
          summary={words.page(view.page)}
          previous={view.page > 1 ? { to: `/notices?page=${view.page - 1}`, label: words.newer } : undefined}
          next={view.more ? { to: `/notices?page=${view.page + 1}`, label: words.older } : undefined}
        />
      ) : null}
    </Page>
  );
}

/** Says once that what is shown has been seen. */
function useSeen(view: NoticesView): void {
  const { submit } = useFetcher({ key: "notices-seen" });
  const said = useRef("");
  useEffect(() => {
    if (!view.anyNew || said.current === view.until) return;
    said.current = view.until;
    submit({ until: view.until }, { method: "post", action: "/notices" });
  }, [submit, view.anyNew, view.until]);
}

function NoticeItem({ notice, today }: { notice: NoticeView; today: string }) {
  const words = useParticipationWords().notices;
  const format = useFormat();
  return (
    <li data-new={notice.isNew ? "" : undefined}>
      <p className="Told">
        {notice.isNew ? (
          <span className="New">
            <i aria-hidden="true" />
            {words.isNew}
          </span>
        ) : null}
        <time dateTime={notice.on}>
          {format.shortDate(notice.on, today)} {notice.at}
        </time>
      </p>
      <h2>{notice.path === null ? notice.title : <Link to={notice.path}>{notice.title}</Link>}</h2>
      <p>{notice.text}</p>
      {notice.calendar === null ? null : (
        <a href={notice.calendar} download>
          <Icon name="calendar" /> {words.calendar}
        </a>
      )}
    </li>
  );
}
