import type { SyntaxNode } from "@lezer/common";

/** A function that a program defines at its top level. */
export interface Definition {
  readonly name: string;
  /** The fewest arguments that it can be called with. */
  readonly fewest: number;
  /** The most arguments that it can be called with. */
  readonly most: number;
  /** Every name that its text mentions. */
  readonly mentions: ReadonlySet<string>;
}

/** The direct children of a node. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** The names of variables that occur within a node. */
export function namesWithin(node: SyntaxNode, source: string): ReadonlySet<string> {
  const names = new Set<string>();
  node.cursor().iterate(({ name, from, to }) => {
    if (name === "VariableName") names.add(source.slice(from, to));
  });
  return names;
}

/** How many arguments a parameter list takes, from what a language says of each parameter. */
export function countArguments(
  parameters: readonly { readonly optional: boolean; readonly rest: boolean }[],
): Pick<Definition, "fewest" | "most"> {
  const named = parameters.filter(({ rest }) => !rest);
  return {
    fewest: named.filter(({ optional }) => !optional).length,
    most: named.length < parameters.length ? Infinity : named.length,
  };
}

/** The parameters between commas: the nodes of each, without the brackets. */
export function parametersOf(list: SyntaxNode | null): readonly (readonly SyntaxNode[])[] {
  const groups: SyntaxNode[][] = [[]];
  for (const node of list === null ? [] : childrenOf(list)) {
    if (node.name === ",") groups.push([]);
    else if (node.name !== "(" && node.name !== ")") groups.at(-1)?.push(node);
  }
  return groups.filter((group) => group.length > 0);
}
