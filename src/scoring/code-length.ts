import type { SyntaxNode, Tree } from "@lezer/common";
import { parser as javascriptParser } from "@lezer/javascript";
import { parser as pythonParser } from "@lezer/python";
import type { Code, Language, Score } from "../contract/index.ts";
import { scored, unscored } from "./unscored.ts";

/** What a language's syntax trees call the things that are not counted or counted specially. */
interface Grammar {
  parse(source: string): Tree;
  /** Comments, brackets, separators, and words that only one of the languages needs. */
  readonly uncounted: ReadonlySet<string>;
  /** Statements that are skipped whole. */
  readonly skipped: ReadonlySet<string>;
}

const PUNCTUATION = "( ) [ ] { } ; , . : ?. @ At InterpolationStart InterpolationEnd Escape";

// Strict parsers give up at the first error, and where brackets nest thousands deep.
const strictJavaScript = javascriptParser.configure({ strict: true });
const strictPython = pythonParser.configure({ strict: true });

/** `1.`, which Python takes for a number and this grammar does not; the blank keeps all offsets. */
const POINT_WITHOUT_DIGITS = /(?<![\w.])(\d[\d_]*)\.(?![\w.])/gu;

const grammars: { readonly [language in Language]: Grammar } = {
  javascript: {
    parse: (source) => strictJavaScript.parse(source),
    uncounted: words(PUNCTUATION, "Hashbang LineComment BlockComment const let var"),
    skipped: words("ImportDeclaration"),
  },
  python: {
    parse: (source) => strictPython.parse(source.replaceAll(POINT_WITHOUT_DIGITS, "$1 ")),
    uncounted: words(PUNCTUATION, "Comment"),
    skipped: words("ImportStatement"),
  },
};

/** Counted as leaves, although the tree shows what is inserted into them. */
const TEXTS = words("String TemplateString FormatString");

/** The longest source that is parsed, in characters; a table of ten thousand points is shorter. */
const LONGEST_SOURCE = 1_048_576;

/** As many characters as the longest decimal of a double has. */
const CHARACTERS_PER_NODE = 24;

/**
 * The length of code: the leaves of its syntax tree that are names, numbers, texts, operators or
 * keywords; brackets, separators, comments and texts that stand alone as a statement (docstrings)
 * are not counted, nor are imports and `const`, `let`, `var`, which only one language needs; Python's
 * `elif` counts as the two words that it is short for. A leaf of more than 24 characters counts once
 * for every 24 begun, so that a table packed into a text is not free. The same in both languages.
 */
export function codeLength(code: Pick<Code, "language" | "source">): Score {
  if (code.source.length > SHORT) return countedLength(code);
  const name = `${code.language} ${code.source}`;
  const length = lately.get(name) ?? countedLength(code);
  // The one that was asked for last stands last.
  lately.delete(name);
  lately.set(name, length);
  const [oldest] = lately.keys();
  if (lately.size > MOST_REMEMBERED && oldest !== undefined) lately.delete(oldest);
  return length;
}

/** Sources that are remembered at most, and their longest: a law's is asked for again and again. */
const MOST_REMEMBERED = 64;
const SHORT = 4096;
const lately = new Map<string, Score>();

function countedLength({ language, source }: Pick<Code, "language" | "source">): Score {
  if (source.length > LONGEST_SOURCE)
    return unscored(
      "code-unparsable",
      `expected at most ${LONGEST_SOURCE} characters; got ${source.length}`,
    );
  const grammar = grammars[language];
  try {
    return scored(countLeaves(grammar.parse(source), grammar));
  } catch (error) {
    // What the parser says of hostile code is no fault of ours, whatever it is.
    return unscored("code-unparsable", error instanceof Error ? error.message : String(error));
  }
}

function countLeaves(tree: Tree, { uncounted, skipped }: Grammar): number {
  let count = 0;
  tree.iterate({
    enter: ({ name, from, to, node }) => {
      if (skipped.has(name) || isLoneText(node)) return false;
      const isLeaf = TEXTS.has(name) || node.firstChild === null;
      if (isLeaf && !uncounted.has(name)) count += name === "elif" ? 2 : sizeOf(to - from);
      return true;
    },
  });
  return count;
}

function isLoneText({ name, firstChild }: SyntaxNode): boolean {
  return name === "ExpressionStatement" && firstChild?.name === "String";
}

function sizeOf(characters: number): number {
  return Math.ceil(characters / CHARACTERS_PER_NODE);
}

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(" ")));
}
