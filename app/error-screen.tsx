import { Button, LinkButton } from "./ui/button";
import { Page } from "./ui/page";
import { Empty } from "./ui/panels";
import { useWords } from "./words/context";

/**
 * What stands where a page could not: by HTTP status (0: no answer came), in the reader's language, with one thing to do.
 * `requestId` names the failure in the logs.
 */
export function ErrorScreen(props: { status: number; requestId?: string | null; homeHref: string }) {
  const words = useWords().errors;
  const known = {
    400: words.badRequest,
    403: words.forbidden,
    404: words.notFound,
    413: words.tooLarge,
    429: words.tooMany,
  } as const;
  const said = isKnown(props.status) ? known[props.status] : null;
  if (said) {
    return (
      <Page>
        <Empty edge="plain" level={1} figure={String(props.status)} title={said.title}>
          <p>{said.text}</p>
          <LinkButton to={props.homeHref}>{words.home}</LinkButton>
        </Empty>
      </Page>
    );
  }
  const lost = props.status === 0;
  const { text, title } = lost ? words.offline : words.server;
  return (
    <Page>
      <Empty edge="plain" level={1} icon={lost ? "offline" : "alert"} title={title}>
        <p>{text}</p>
        {props.requestId && !lost ? (
          <p>
            {words.server.reference} <code>{props.requestId}</code>.
          </p>
        ) : null}
        {/* why: a plain form asks for the same address again, also without script */}
        <form method="get">
          <Button>{words.retry}</Button>
        </form>
      </Empty>
    </Page>
  );
}

function isKnown(status: number): status is 400 | 403 | 404 | 413 | 429 {
  return [400, 403, 404, 413, 429].includes(status);
}
