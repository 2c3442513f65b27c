import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { Field, Input } from "#app/ui/field";
import { Page, PageHead, Section } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { useAccessWords } from "#app/words/areas/access";
import { useFormat } from "#app/words/context";

/** Makes this device a shared one (`label`), and ends shared devices (`end`, an id). */
export function SharedDeviceScreen(props: {
  devices: readonly {
    readonly id: string;
    readonly label: string;
    readonly since: string;
    readonly by: string | null;
    readonly isThis: boolean;
  }[];
  isShared: boolean;
  ended: boolean;
  missing: boolean;
}) {
  const words = useAccessWords().device;
  const format = useFormat();
  const busy = useNavigation().state !== "idle";
  return (
    <Page>
      <div className="OwnAccess">
        <PageHead title={words.title} />
        <p className="Lead">{words.lead}</p>
        {props.ended ? <Notice icon="check" live="status" title={words.ended} /> : null}
        <ul>
          {words.what.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>
          <b>{props.isShared ? words.here : words.notHere}</b>
        </p>
        {props.isShared ? null : (
          <Form method="post" className="Stack" data-gap="4" noValidate>
            <Field label={words.label} hint={words.labelHint} error={props.missing ? words.labelMissing : null}>
              <Input name="label" maxLength={60} autoComplete="off" />
            </Field>
            <Button kind="primary" busy={busy}>
              {words.begin}
            </Button>
            <p className="Muted Small">{words.beginNote}</p>
          </Form>
        )}
        <Section id="devices" title={words.list}>
          {props.devices.length === 0 ? <p className="Muted">{words.none}</p> : null}
          <ul className="Devices">
            {props.devices.map((device) => (
              <li key={device.id}>
                <div>
                  <b>{device.label}</b>
                  <small>
                    {words.since(format.date(device.since.slice(0, 10)))}
                    {device.by === null ? null : ` ${words.by(device.by)}`}
                    {device.isThis ? `. ${words.thisOne}.` : null}
                  </small>
                </div>
                <Form method="post">
                  <Button size="dense" name="end" value={device.id} aria-label={words.endNamed(device.label)}>
                    {words.end}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </Page>
  );
}
