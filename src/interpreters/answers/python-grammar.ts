import type { SyntaxNode, SyntaxNodeRef, Tree } from "@lezer/common";
import { parser } from "@lezer/python";
import { childrenOf, countArguments, namesWithin, parametersOf } from "./definitions.ts";
import type { Definition } from "./definitions.ts";

const strict = parser.configure({ strict: true });

/** `1.` as the grammar does not know it: digits with a point behind and no digit after. */
const POINT_WITHOUT_DIGITS = /(?<![\w.])(\d[\d_]*)\.(?![\w.])/gu;

const NOT_A_TARGET = new Set(["Number", "String", "CallExpression", "BinaryExpression"]);

/** The top-level functions of a Python program. Throws `SyntaxError` where it does not parse. */
export function pythonDefinitions(source: string): readonly Definition[] {
  const text = source.trimEnd();
  const tree = strict.parse(text.replaceAll(POINT_WITHOUT_DIGITS, "$1 "));
  refuseOddities(tree, text);
  return childrenOf(tree.topNode).flatMap((node) => definitionOf(node, text) ?? []);
}

/** Refuses what the parser takes and Python 3 does not. */
function refuseOddities(tree: Tree, source: string): void {
  tree.iterate({
    enter: (ref) => {
      if (isOdd(ref, source)) throw new SyntaxError(`No parse at ${ref.from}`);
      if (ref.name === "Body" || ref.name === "Script") refuseUnevenLines(ref.node, source);
    },
  });
}

function isOdd(ref: SyntaxNodeRef, source: string): boolean {
  switch (ref.name) {
    case "PrintStatement":
      return true;
    case "AssignStatement":
      return hasOddTarget(ref.node);
    case "TryStatement":
      return ref.node.getChild("except") === null && ref.node.getChild("finally") === null;
    case "Number":
      return /^0[\d_]*[1-9][\d_]*$/u.test(source.slice(ref.from, ref.to));
    case "String":
    case "FormatString":
      return !/["']$/u.test(source.slice(ref.to - 1, ref.to));
  }
  return false;
}

function hasOddTarget(assignment: SyntaxNode): boolean {
  const parts = childrenOf(assignment);
  const last = parts.findLastIndex(({ name }) => name === "AssignOp");
  return parts.slice(0, Math.max(0, last)).some(({ name }) => NOT_A_TARGET.has(name));
}

/** Statements of one body stand in one column, or all on the line that opens it. */
function refuseUnevenLines(body: SyntaxNode, source: string): void {
  let expected: string | null = body.name === "Script" ? "" : null;
  let isInline = false;
  let end = 0;
  for (let node = body.firstChild; node !== null; node = node.nextSibling) {
    const gap = source.slice(Math.max(0, end - 1), node.from);
    end = node.to;
    if (node.name === "Comment" || node.name === ":") continue;
    if (node.prevSibling !== null && !gap.includes("\n")) {
      isInline ||= node.prevSibling.name === ":";
      continue;
    }
    const before = source.slice(source.lastIndexOf("\n", node.from - 1) + 1, node.from);
    if (isInline || (expected !== null && before !== expected))
      throw new SyntaxError(`No parse at ${node.from}`);
    expected = before;
  }
}

function definitionOf(node: SyntaxNode, source: string): Definition | null {
  switch (node.name) {
    case "DecoratedStatement":
      return childrenOf(node).flatMap((part) => definitionOf(part, source) ?? [])[0] ?? null;
    case "FunctionDefinition": {
      // A coroutine gives no value when it is called.
      if (node.firstChild?.name !== "def") return null;
      return definition(node.getChild("VariableName"), node, source);
    }
    case "AssignStatement": {
      const lambda = node.lastChild;
      if (lambda?.name !== "LambdaExpression" || node.firstChild?.name !== "VariableName")
        return null;
      return definition(node.firstChild, lambda, source);
    }
  }
  return null;
}

function definition(name: SyntaxNode | null, body: SyntaxNode, source: string): Definition | null {
  if (name === null) return null;
  const text = source.slice(name.from, name.to);
  const counts = argumentsOf(body.getChild("ParamList"));
  return { name: text, ...counts, mentions: namesWithin(body, source) };
}

function argumentsOf(list: SyntaxNode | null): Pick<Definition, "fewest" | "most"> {
  const groups = parametersOf(list).filter((group) => group[0]?.name !== "**");
  const star = groups.findIndex((group) => group[0]?.name === "*");
  const byPosition = star < 0 ? groups : groups.slice(0, star);
  const byName = star < 0 ? [] : groups.slice(star + 1);
  const isOptional = (group: readonly SyntaxNode[]): boolean =>
    group.some(({ name }) => name === "AssignOp");
  // What can only be given by name is missing in every call by position.
  if (byName.some((group) => !isOptional(group))) return { fewest: Infinity, most: Infinity };
  const takesRest = (groups[star]?.length ?? 0) > 1;
  return countArguments([
    ...byPosition.map((group) => ({ optional: isOptional(group), rest: false })),
    ...(takesRest ? [{ optional: true, rest: true }] : []),
  ]);
}
