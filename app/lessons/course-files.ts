import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { say } from "#app/words/areas/problems";
import { type Problem, reporterFor } from "./problem";

/** Larger than any text file that content is made of. */
const largestText = 400_000;

const start = { line: 1, column: 1 };

/** Where content lies: on a disk, or in memory while it is being written. Paths have `/` between parts; `""` is the whole. */
export interface FileTree {
  isFolder(): Promise<boolean>;
  /** What lies directly in a folder; nothing where there is no such folder. */
  entries(path: string): Promise<readonly TreeEntry[]>;
  /** @throws where there is no such file, or it may not be read */
  read(path: string): Promise<Uint8Array>;
}

export interface TreeEntry {
  readonly name: string;
  readonly kind: "folder" | "file" | "other";
}

/** A folder on this machine's disk. */
export function folderOnDisk(root: string): FileTree {
  return {
    async isFolder() {
      try {
        return (await stat(root)).isDirectory();
      } catch {
        return false;
      }
    },
    async entries(path) {
      try {
        const entries = await readdir(join(root, path), { withFileTypes: true });
        return entries.map((entry) => ({
          name: entry.name,
          kind: entry.isDirectory() ? "folder" : entry.isFile() ? "file" : "other",
        }));
      } catch {
        return [];
      }
    },
    read: (path) => readFile(join(root, path)),
  };
}

/** Texts by path, as a folder. */
export function folderInMemory(texts: ReadonlyMap<string, string>): FileTree {
  return {
    isFolder: async () => true,
    async entries(path) {
      const before = path === "" ? "" : `${path}/`;
      const found = new Map<string, TreeEntry>();
      for (const file of texts.keys()) {
        if (!file.startsWith(before)) continue;
        const [name = "", ...below] = file.slice(before.length).split("/");
        found.set(name, { name, kind: below.length > 0 ? "folder" : "file" });
      }
      return [...found.values()];
    },
    async read(path) {
      const text = texts.get(path);
      if (text === undefined) throw new Error(`There is no ${path}`);
      return new TextEncoder().encode(text);
    },
  };
}

/**
 * Reads files of a content folder and reports, by the names their author knows, what cannot be read. Links are refused:
 * content is what lies in the folder.
 */
export class CourseFiles {
  readonly problems: Problem[];
  readonly #tree: FileTree;
  readonly #shown: string;

  /**
   * @param shown what the folder is called in problems
   */
  constructor(tree: FileTree, shown: string, problems: Problem[]) {
    this.#tree = tree;
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
    for (const entry of await this.#tree.entries(path)) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (entry.kind === "folder") folders.push(entry.name);
      else if (entry.kind === "file") files.push(entry.name);
      else this.report(path ? `${path}/${entry.name}` : entry.name)(start, "file-misplaced", say("noLinks"));
    }
    return { folders: folders.sort(), files: files.sort() };
  }

  async isFolder(): Promise<boolean> {
    return await this.#tree.isFolder();
  }

  async bytes(path: string): Promise<Uint8Array | undefined> {
    try {
      return await this.#tree.read(path);
    } catch {
      this.report(path)(start, "unreadable", say("fileUnreadable"));
      return undefined;
    }
  }

  /** Text with `\n` line ends and without a byte order mark, so that a checkout on Windows reads the same. */
  async text(path: string): Promise<string | undefined> {
    const bytes = await this.bytes(path);
    if (!bytes) return undefined;
    if (bytes.length > largestText) {
      this.report(path)(start, "too-large", say("fileTooLarge", { kilobytes: largestText / 1000 }));
      return undefined;
    }
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
    } catch {
      this.report(path)(start, "unreadable", say("fileEncoding"));
      return undefined;
    }
  }
}
