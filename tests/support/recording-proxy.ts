/** Stands between a browser and the product and keeps every byte that the browser receives. */
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";

export interface Received {
  readonly url: string;
  readonly method: string;
  readonly status: number;
  /** Status line and headers, then the body with its compression undone. */
  readonly text: string;
  readonly body: string;
}

export interface RecordingProxy {
  /** For `proxy` of a browser's context. */
  readonly address: string;
  /** Everything since the last time, in the order in which it ended. */
  take(): Received[];
  close(): Promise<void>;
}

function decoded(bytes: Buffer, encoding: string | undefined): Buffer {
  switch (encoding) {
    case "gzip":
      return gunzipSync(bytes);
    case "br":
      return brotliDecompressSync(bytes);
    case "deflate":
      return inflateSync(bytes);
    default:
      return bytes;
  }
}

/** Starts a proxy on a port of its own. A response that was cut off fails the test that takes it. */
export async function startRecordingProxy(): Promise<RecordingProxy> {
  let received: { of: Omit<Received, "body" | "text">; head: string; encoding: string | undefined; bytes: Buffer }[] =
    [];
  const server: Server = createServer((asked, answer) => {
    const { "proxy-connection": _, ...headers } = asked.headers;
    const url = new URL(asked.url ?? "");
    const onward = request(url, { method: asked.method, headers }, (response) => {
      const chunks: Buffer[] = [];
      answer.writeHead(response.statusCode ?? 502, response.rawHeaders);
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        answer.write(chunk);
      });
      response.on("end", () => {
        const of = {
          url: `${url.pathname}${url.search}`,
          method: asked.method ?? "",
          status: response.statusCode ?? 0,
        };
        const head = `${response.statusCode} ${response.statusMessage}\n${response.rawHeaders.join("\n")}`;
        received.push({ of, head, encoding: response.headers["content-encoding"], bytes: Buffer.concat(chunks) });
        answer.end();
      });
      response.on("error", () => answer.destroy());
    });
    onward.on("error", () => answer.destroy());
    answer.on("close", () => onward.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const all = received;
      received = [];
      return all.map(({ of, head, encoding, bytes }) => {
        const body = decoded(bytes, encoding).toString("utf8");
        return { ...of, body, text: `${head}\n\n${body}` };
      });
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
