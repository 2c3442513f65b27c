// A worker of Node 20 does not inherit the TypeScript loader of the process: it registers its own, then begins.
import childProcess from "node:child_process";
import { register } from "tsx/esm/api";

// An esbuild whose worker is stopped in the middle of a run prints all its stacks on this process's error output. What
// it has to say about a build comes as messages. Only this thread's module is changed.
const { spawn } = childProcess;
childProcess.spawn = (command, args, options) =>
  spawn(command, args, { ...options, stdio: ["pipe", "pipe", "ignore"] });

register();
await import("./bundle-worker.ts");
