import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { Section } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { Table, TableScroll } from "#app/ui/table";
import { useImportsWords } from "#app/words/areas/imports";
import { useFormat } from "#app/words/context";
import { fileSize } from "./file-size";
import type { NotPickedUp } from "./inbox-problem";
import type { ImportListView } from "./read-imports.server";

/** The files that wait in the folder, each with the ways to bring it in. */
export function InboxList(props: { view: ImportListView; notPickedUp: NotPickedUp | null }) {
  const { view, notPickedUp } = props;
  const { inbox: words, kinds: kindNames, size } = useImportsWords();
  const format = useFormat();
  const navigation = useNavigation();
  const { inbox } = view;
  if (inbox === null) return null;
  const onTheWay = navigation.formMethod === "POST" ? navigation.formData : undefined;
  const kinds = [...(view.mayPeople ? (["people"] as const) : []), ...(view.mayHistory ? (["history"] as const) : [])];
  return (
    <Section title={words.title} id="inbox" kind="ImportList">
      <p>{inbox.isClosed ? words.closed : inbox.files.length === 0 ? words.none : words.intro}</p>
      {notPickedUp ? (
        <Notice icon="alert" status="overdue" live="alert" title={words.notTaken(notPickedUp.name)}>
          <p>{words.problems[notPickedUp.problem]}</p>
        </Notice>
      ) : null}
      {inbox.files.length === 0 ? null : (
        <TableScroll labelledBy="inbox">
          <Table stack>
            <thead>
              <tr>
                <th scope="col">{words.file}</th>
                <th scope="col">{words.size}</th>
                <th scope="col">{words.written}</th>
                <th scope="col">{words.take}</th>
              </tr>
            </thead>
            <tbody>
              {inbox.files.map((file) => (
                <tr key={file.name}>
                  <td data-label={words.file}>{file.name}</td>
                  <td data-label={words.size}>{fileSize(file.bytes, size, format)}</td>
                  <td data-label={words.written}>{format.date(file.day)}</td>
                  <td data-label={words.take}>
                    <Form method="post" className="Row" data-gap="2">
                      <input type="hidden" name="name" value={file.name} />
                      {kinds.map((kind) => (
                        <Button
                          key={kind}
                          size="dense"
                          name="kind"
                          value={kind}
                          busy={onTheWay?.get("name") === file.name && onTheWay.get("kind") === kind}
                          aria-label={words.takeAs[kind](file.name)}
                        >
                          {kindNames[kind]}
                        </Button>
                      ))}
                    </Form>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </TableScroll>
      )}
      {inbox.more > 0 ? <p className="Muted">{words.more(format.number(inbox.more))}</p> : null}
    </Section>
  );
}
