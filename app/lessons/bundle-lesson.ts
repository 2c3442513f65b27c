import { basename, dirname, resolve } from "node:path";
import { bundleMDX } from "mdx-bundler";
import remarkGfm from "remark-gfm";
import type { BundleFault, BundleJob, BundleResult } from "./bundle-job";
import { dialect } from "./dialect";

const folder = "/lesson";

/** Front matter that is code would be run by the bundler's reader; it never gets any, and could not run it if it did. */
function refuseFrontMatter(): never {
  throw new Error("front matter is not for the bundler");
}

type Options = NonNullable<Parameters<typeof bundleMDX>[0]["esbuildOptions"]>;
type Plugin = NonNullable<ReturnType<Options>["plugins"]>[number];

/** Only React and what lies beside it may be imported: nothing is ever read from this machine's disk. */
function closedPlugin(files: Readonly<Record<string, string>>): Plugin {
  return {
    name: "closed",
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
        if (kind === "entry-point" || path === "react" || path === "react/jsx-runtime") return undefined;
        const wanted = resolve(dirname(importer), path);
        const known = Object.keys(files).some((file) => {
          const full = resolve(folder, file);
          return full === wanted || full.replace(/\.tsx?$/, "") === wanted;
        });
        if (known && path.startsWith(".")) return undefined;
        return { errors: [{ text: `"${path}" cannot be imported. Components import react and files beside them.` }] };
      });
    },
  };
}

/**
 * Bundles one checked lesson by mdx-bundler. Runs in a worker (`bundler.ts`).
 *
 * @returns code that ends in `return Component;` and expects `React` and `_jsx_runtime` around it; the same input
 * gives the same code, whatever the machine
 */
export async function bundleLesson(job: BundleJob): Promise<BundleResult> {
  const files = Object.fromEntries(
    Object.entries(job.components).map(([name, source]) => [`./components/${name}`, source]),
  );
  try {
    const plugin = dialect(job.tree, job.uses);
    const { code } = await bundleMDX({
      // The source is empty: what is compiled is the tree that was checked.
      source: "",
      files,
      cwd: folder,
      jsxConfig: {
        jsxLib: { varName: "React", package: "react" },
        jsxRuntime: { varName: "_jsx_runtime", package: "react/jsx-runtime" },
      },
      grayMatterOptions: (options) => ({
        ...options,
        engines: { js: refuseFrontMatter, javascript: refuseFrontMatter, json: refuseFrontMatter },
      }),
      mdxOptions: (options) => ({
        ...options,
        remarkPlugins: [plugin, remarkGfm],
        rehypePlugins: [],
        tableCellAlignToStyle: false,
        remarkRehypeOptions: {
          footnoteLabel: job.labels.footnotes,
          footnoteBackLabel: job.labels.backToText,
          footnoteLabelTagName: "h2",
          footnoteLabelProperties: { className: ["VisuallyHidden"] },
          clobberPrefix: "note.",
        },
      }),
      esbuildOptions: (options) => ({
        ...options,
        plugins: [closedPlugin(files), ...(options.plugins ?? [])],
        define: { "process.env.NODE_ENV": '"production"' },
        target: "es2022",
        charset: "utf8",
        legalComments: "none",
        logLevel: "silent",
      }),
    });
    return { ok: true, code };
  } catch (fault) {
    return { ok: false, faults: faultsOf(fault) };
  }
}

function faultsOf(fault: unknown): BundleFault[] {
  if (typeof fault === "object" && fault !== null && "errors" in fault && Array.isArray(fault.errors)) {
    return (fault.errors as { text?: string; location?: { file: string; line: number; column: number } | null }[]).map(
      ({ text = "unknown fault", location }) => ({
        ...(location?.file.includes("components/") ? { file: basename(location.file) } : {}),
        line: location?.line ?? 1,
        column: (location?.column ?? 0) + 1,
        text,
      }),
    );
  }
  return [{ line: 1, column: 1, text: fault instanceof Error ? fault.message : String(fault) }];
}
