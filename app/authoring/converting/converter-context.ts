import type { Converter } from "./converter";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    /** The process's one converter: what people bring becomes text of the dialect in its worker, within limits. */
    readonly converter: Converter;
  }
}
