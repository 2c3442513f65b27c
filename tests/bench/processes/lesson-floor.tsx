/**
 * The floor of a lesson's page: `node:http`, the statements that the product runs for the same reader (prepared once), and
 * one `renderToString` of the same page with the same lesson, nothing of it kept from one request to the next.
 */
import "#app/commands/production";
import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import SQLite from "better-sqlite3";
import { createContext, createElement, useContext } from "react";
import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { FramedPage } from "#app/framed-page";
import { LessonScreen } from "#app/learning/lesson-screen";
import type { LessonView } from "#app/learning/lesson-view";
import { readLesson } from "#app/learning/read-lesson.server";
import { ArticleContext, type ArticleRequest } from "#app/lessons/article-context";
import { vocabularyComponents } from "#app/lessons/components/vocabulary";
import { evaluateLesson } from "#app/lessons/evaluate-lesson.server";
import { ReadingProvider } from "#app/lessons/reader";
import type { Deps } from "#app/platform/deps";
import { readEnv } from "#app/platform/env";
import { createLog } from "#app/platform/log";
import { readCookie } from "#app/platform/sessions";
import { openVisit } from "#app/platform/visit";
import { type Root, readRoot } from "#app/root.server";
import { catalogues } from "#app/words/catalogues";
import { WordsProvider } from "#app/words/context";
import type { Language } from "#app/words/language";
import { connect } from "#db/connect";
import { findBundleCode } from "#db/queries/content";
import { answerCalls } from "../processes";
import { type Read, ReadRecorder } from "../read-recorder";
import { RunningClock } from "../running-clock";

export interface FloorOptions {
  readonly databasePath: string;
  readonly instant: string;
  readonly moduleId: string;
  readonly lesson: string;
  readonly path: string;
  /** A cookie for each reader. */
  readonly cookies: readonly string[];
  /** What stands around the page's own markup, and around the data that its script begins with. */
  readonly frame: { readonly before: string; readonly beforeData: string; readonly afterData: string };
}

interface Page {
  readonly language: Language;
  readonly root: Root;
  readonly view: LessonView;
}

interface Reader extends Page {
  readonly reads: readonly { readonly statement: SQLite.Statement; readonly values: readonly unknown[] }[];
}

const PageContext = createContext<Page | null>(null);

function PageOfLesson() {
  const page = useContext(PageContext);
  if (!page) throw new Error("There is no page");
  return (
    <FramedPage root={page.root}>
      <LessonScreen view={page.view} />
    </FramedPage>
  );
}

const lessons = new Map<string, ReturnType<typeof evaluateLesson>>();

function article({ hash, language, words, reader }: ArticleRequest): string {
  const lesson = lessons.get(hash);
  if (!lesson) throw new Error(`There is no lesson ${hash}`);
  return renderToString(
    <WordsProvider language={language} words={words}>
      <ReadingProvider value={{ reader }}>
        {createElement(lesson, { components: vocabularyComponents })}
      </ReadingProvider>
    </WordsProvider>,
  );
}

/** The pages as the product's own code reads them, and what it reads for each once it has been asked before. */
async function readPages(options: FloorOptions): Promise<Map<string, { page: Page; reads: readonly Read[] }>> {
  const recorder = new ReadRecorder();
  const db = connect(options.databasePath);
  const env = readEnv({ DATABASE: options.databasePath, NODE_ENV: "production" });
  const deps: Deps = { env, db, clock: new RunningClock(options.instant), log: createLog("silent"), wake: () => {} };
  const { moduleId, lesson } = options;
  const pages = new Map<string, { page: Page; reads: readonly Read[] }>();
  try {
    for (const cookies of options.cookies) {
      for (let time = 0; time < 2; time += 1) {
        recorder.take();
        const visit = await openVisit(deps, {
          cookies,
          acceptLanguage: undefined,
          requestId: "000000000000",
          nonce: "",
          address: "",
        });
        const { language, now, today, reader } = visit;
        if (!reader) throw new Error("A cookie is nobody's");
        const root = await readRoot(deps, visit);
        const view = await readLesson(deps, reader, { moduleId, lesson, language, now, today });
        pages.set(hashOf(cookies), { page: { language, root, view }, reads: recorder.take() });
        const { hash } = view.lesson;
        const code = lessons.has(hash) ? undefined : await findBundleCode(db.read, hash);
        if (code !== undefined) lessons.set(hash, evaluateLesson(code));
      }
    }
  } finally {
    recorder.stop();
    await db.close();
  }
  return pages;
}

/** Cookies are looked up as the product does it, by a hash of what they hold. */
function hashOf(cookies: string | undefined): string {
  return createHash("sha256")
    .update(readCookie(cookies, "repris") ?? "")
    .digest("hex");
}

let server: Server | undefined;
let database: SQLite.Database | undefined;

const api = {
  /** @returns its origin, and how many statements it runs for a page */
  async begin(options: FloorOptions): Promise<{ readonly origin: string; readonly statements: number }> {
    const pages = await readPages(options);
    const opened = new SQLite(options.databasePath, { readonly: true });
    opened.pragma("cache_size = -65536");
    opened.pragma("mmap_size = 268435456");
    database = opened;
    const prepared = new Map<string, SQLite.Statement>();
    const prepare = (text: string) => {
      const statement = prepared.get(text) ?? opened.prepare(text);
      prepared.set(text, statement);
      return statement;
    };
    const readers = new Map<string, Reader>();
    for (const [hash, { page, reads }] of pages) {
      readers.set(hash, { ...page, reads: reads.map(({ text, values }) => ({ statement: prepare(text), values })) });
    }

    const routes = [{ path: "/modules/:module/:lesson", element: <PageOfLesson /> }];
    const context = await createStaticHandler(routes).query(new Request(`http://127.0.0.1${options.path}`));
    if (context instanceof Response) throw new Error("The page leads elsewhere");
    const router = createStaticRouter(routes, context);
    const { before, beforeData, afterData } = options.frame;

    const listening = createServer((request, response) => {
      const reader = readers.get(hashOf(request.headers.cookie));
      if (!reader) {
        response.writeHead(403).end();
        return;
      }
      for (const { statement, values } of reader.reads) statement.all(values);
      const { language, root, view } = reader;
      const body = renderToString(
        <WordsProvider language={language} words={catalogues[language]}>
          <ArticleContext.Provider value={article}>
            <PageContext.Provider value={reader}>
              <StaticRouterProvider router={router} context={context} hydrate={false} />
            </PageContext.Provider>
          </ArticleContext.Provider>
        </WordsProvider>,
      );
      const data = JSON.stringify(JSON.stringify({ root, view }));
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store" });
      response.end(before + body + beforeData + data + afterData);
    });
    server = listening;
    await new Promise<void>((done) => listening.listen(0, "127.0.0.1", done));
    const address = listening.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const [first] = readers.values();
    return { origin: `http://127.0.0.1:${port}`, statements: first?.reads.length ?? 0 };
  },

  cpuSeconds(): number {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  },

  end(): void {
    server?.closeAllConnections();
    server?.close();
    database?.close();
  },
};

export type LessonFloor = typeof api;

answerCalls(api);
