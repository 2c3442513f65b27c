import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "#app/ui/button";
import { Field, Input, Select, TextArea } from "#app/ui/field";
import { Section, Stack } from "#app/ui/page";
import { Notice } from "#app/ui/panels";
import { useGiftWords } from "#app/words/areas/gift";
import { useLanguageName } from "#app/words/language-name";
import type { EditorView } from "../studio/editor-view";
import { StudioBar } from "../studio/studio-bar";
import { GiftResult } from "./gift-result";
import type { GiftTried } from "./gift-view";

/** Questions from another system: pasted or from a file, tried first, then added to the draft. */
export function GiftScreen({ view, zone, tried }: { view: EditorView; zone: string; tried: GiftTried | null }) {
  const says = useGiftWords();
  const nameOf = useLanguageName();
  const busy = useNavigation().formMethod === "POST";
  const outcome = useRef<HTMLDivElement>(null);
  const [fromFile, setFromFile] = useState<string | null>(null);
  // why: what became of the file stands under a long form; whoever sent it is led there.
  useEffect(() => {
    if (tried) outcome.current?.focus();
  }, [tried]);
  const typed = tried?.typed;
  const fault = (name: "gift" | "title" | "language") => {
    const code = tried?.faults[name];
    return code === undefined ? undefined : says.faults[code];
  };
  const isRefused = tried !== null && Object.keys(tried.faults).length > 0;
  const mayAdd = tried !== null && tried.result.carried.length > 0;
  return (
    <main id="main" tabIndex={-1} className="StudioPage">
      <StudioBar module={view.module} draft={view.draft} live={view.live} zone={zone} part={says.title} />
      <div className="StudioPart">
        <p className="Lead">{says.lead}</p>
        <Form method="post" noValidate className="GiftForm">
          <Stack gap={5}>
            <div ref={outcome} tabIndex={-1} role={isRefused ? "alert" : "status"}>
              {tried === null ? null : (
                <Notice
                  icon={isRefused ? "alert" : "info"}
                  status={isRefused ? "overdue" : "current"}
                  title={
                    isRefused ? says.notTaken : says.triedTitle(tried.result.carried.length, tried.result.left.length)
                  }
                />
              )}
            </div>
            <Field label={says.gift} hint={says.giftHint} error={fault("gift")}>
              <TextArea
                key={fromFile}
                name="gift"
                rows={12}
                defaultValue={fromFile ?? typed?.gift ?? ""}
                spellCheck={false}
                required
              />
            </Field>
            <FileReading onText={setFromFile} />
            <Field label={says.name} hint={says.nameHint} error={fault("title")}>
              <Input name="title" defaultValue={typed?.title ?? ""} maxLength={120} autoComplete="off" required />
            </Field>
            <Field label={says.language} error={fault("language")}>
              <Select name="language" defaultValue={typed?.language ?? view.languages[0]}>
                {view.languages.map((language) => (
                  <option key={language} value={language}>
                    {nameOf(language)}
                  </option>
                ))}
              </Select>
            </Field>
            <div className="Row" data-gap="3">
              <Button name="intent" value="try" kind={mayAdd ? undefined : "primary"} busy={busy}>
                {says.try}
              </Button>
              {mayAdd ? (
                <Button name="intent" value="add" kind="primary" busy={busy}>
                  {says.add(tried.result.carried.length)}
                </Button>
              ) : null}
            </div>
          </Stack>
        </Form>
        {tried ? <GiftResult result={tried.result} /> : null}
        <Section id="not-carried" title={says.limits.title}>
          <p>{says.limits.text}</p>
        </Section>
      </div>
    </main>
  );
}

/** The text of a file: UTF-8, or as older systems write it. */
async function textOfFile(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** A field for a file, where there is script to read it into the form. */
function FileReading({ onText }: { onText: (text: string) => void }) {
  const says = useGiftWords();
  const id = useId();
  const [canRead, setCanRead] = useState(false);
  const [read, setRead] = useState<string | null>(null);
  // why: the server cannot know whether the page will have script.
  useEffect(() => setCanRead(true), []);
  if (!canRead) return null;
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > 500_000) {
      setRead(says.fileLarge);
      return;
    }
    onText(await textOfFile(file));
    setRead(says.fileRead(file.name));
  };
  return (
    <div className="Field">
      <label htmlFor={id}>{says.file}</label>
      <input
        id={id}
        type="file"
        accept=".txt,.gift,text/plain"
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      <span className="Hint" role="status">
        {read}
      </span>
    </div>
  );
}
