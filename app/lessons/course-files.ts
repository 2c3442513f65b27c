import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Problem, reporterFor } from "./problem";

/** Larger than any text file that content is made of. */
const largestText = 400_000;

const start = { line: 1, column: 1 };

/**
 * Reads files of a content folder and reports, by the names their author knows, what cannot be read. Links are refused:
 * content is what lies in the folder.
 */
export class CourseFiles {
  readonly problems: Problem[];
  readonly #root: string;
  readonly #shown: string;

  /**
   * @param root the folder, for the file system
   * @param shown what the folder is called in problems
   */
  constructor(root: string, shown: string, problems: Problem[]) {
    this.#root = root;
    this.#shown = shown;
    this.problems = problems;
  }

  /** A path inside the folder as its author knows it. */
  shown(path: string): string {
    const base = this.#shown.replace(/\/+$/, "") || "/";
    return path === "" ? base : `${base === "/" ? "" : base}/${path}`;
  }

  report(path: string) {
    return reporterFor(this.shown(path), this.problems);
  }

  /** Names of what lies in a folder, sorted; hidden files are passed over. Empty when there is no such folder. */
  async list(path: string): Promise<{ folders: string[]; files: string[] }> {
    const folders: string[] = [];
    const files: string[] = [];
    let entries: import("node:fs").Dirent[];
    try {
      entries = await readdir(join(this.#root, path), { withFileTypes: true });
    } catch {
      return { folders, files };
    }
    for (const entry of entries) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (entry.isDirectory()) folders.push(entry.name);
      else if (entry.isFile()) files.push(entry.name);
      else
        this.report(path ? `${path}/${entry.name}` : entry.name)(
          start,
          "file-misplaced",
          "Only files and folders belong here, no links. Copy the file.",
        );
    }
    return { folders: folders.sort(), files: files.sort() };
  }

  async isFolder(): Promise<boolean> {
    try {
      return (await stat(this.#root)).isDirectory();
    } catch {
      return false;
    }
  }

  async bytes(path: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(join(this.#root, path));
    } catch {
      this.report(path)(start, "unreadable", "The file cannot be read. Look at its permissions.");
      return undefined;
    }
  }

  /** Text with `\n` line ends and without a byte order mark, so that a checkout on Windows reads the same. */
  async text(path: string): Promise<string | undefined> {
    const bytes = await this.bytes(path);
    if (!bytes) return undefined;
    if (bytes.length > largestText) {
      this.report(path)(start, "too-large", `The file is larger than ${largestText / 1000} kB. Split it.`);
      return undefined;
    }
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
    } catch {
      this.report(path)(start, "unreadable", "The file is not UTF-8. Save it as UTF-8.");
      return undefined;
    }
  }
}
