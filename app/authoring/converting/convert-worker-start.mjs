// A worker of Node 20 does not inherit the TypeScript loader of the process: it registers its own, then begins.
import { register } from "tsx/esm/api";

register();
await import("./convert-worker.ts");
