import type { Document } from "./document.ts";
import { renderCsv } from "./render-csv.ts";
import { renderJson } from "./render-json.ts";
import { renderLatex } from "./render-latex.ts";
import { renderMarkdown } from "./render-markdown.ts";
import type { RenderOptions } from "./render-options.ts";
import { renderTerminal } from "./render-terminal.ts";

/** Makes a text of a document. */
export type Renderer = (document: Document, options?: RenderOptions) => string;

interface FormatEntry {
  readonly render: Renderer;
  /** Whether a report in this format is its verdict alone, unless more is asked for. */
  readonly isBrief: boolean;
}

/** Every format of a report: a new one is its file and its line here. */
export const renderers = {
  terminal: { render: renderTerminal, isBrief: true },
  markdown: { render: renderMarkdown, isBrief: false },
  json: { render: renderJson, isBrief: false },
  csv: { render: renderCsv, isBrief: false },
  latex: { render: renderLatex, isBrief: true },
} as const satisfies { readonly [format: string]: FormatEntry };

/** The name of a format. */
export type Format = keyof typeof renderers;

/** Names that formats went by before. */
const OLDER: { readonly [name: string]: Format } = { text: "terminal", md: "markdown" };

/** The format of a name, older ones included; `null` where there is none. */
export function formatNamed(name: string): Format | null {
  if (Object.hasOwn(OLDER, name)) return OLDER[name] ?? null;
  return isFormat(name) ? name : null;
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(renderers, name);
}
