/** A Markdown document, as far as tests of the documentation need it. */
export interface Document {
  /** Targets of links and images, in order, as written. */
  readonly links: readonly string[];
  /** Anchors of the headings, made as GitHub makes them. */
  readonly anchors: readonly string[];
  /** Text of the fenced blocks whose info string is `sh run`, in order. */
  readonly commands: readonly string[];
  /** Everything outside of fenced blocks. */
  readonly prose: string;
}

interface Block {
  readonly info: string;
  readonly text: string;
}

/** Reads a document; links in code are no links. */
export function parseMarkdown(text: string): Document {
  const { blocks, prose } = splitFences(text);
  const headings = [...prose.matchAll(/^#{1,6} +(.+?)(?: +#+)?$/gm)].map(
    ([, title]) => title ?? "",
  );
  return {
    prose,
    links: linksOf(prose.replaceAll(/(`+)(?!`)[^]*?[^`]\1(?!`)/g, "")),
    anchors: anchorsOf(headings),
    commands: blocks.filter(({ info }) => info === "sh run").map((block) => block.text),
  };
}

function splitFences(text: string): { blocks: readonly Block[]; prose: string } {
  const blocks: Block[] = [];
  const fence = /^( *)(`{3,}|~{3,})[ \t]*([^\n]*)\n([^]*?)^\1\2[`~]*[ \t]*$/gm;
  const prose = text.replaceAll(
    fence,
    (_whole, indent: string, _fence, info: string, body: string) => {
      const lines = body
        .split("\n")
        .map((line) => line.replace(new RegExp(`^ {0,${indent.length}}`), ""));
      blocks.push({ info: info.trim(), text: lines.join("\n") });
      return "";
    },
  );
  return { blocks, prose };
}

function linksOf(prose: string): string[] {
  const inline = /\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/g;
  const reference = /^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)>?/gm;
  return [inline, reference].flatMap((pattern) =>
    [...prose.matchAll(pattern)].map(([, target]) => target ?? ""),
  );
}

/** The second heading of a name gets `-1` behind it, the third `-2`, and so on. */
function anchorsOf(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const plain = heading.replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
    const anchor = plain.replaceAll(/[^\p{L}\p{M}\p{N}_ -]/gu, "").replaceAll(" ", "-");
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${times}`;
  });
}
