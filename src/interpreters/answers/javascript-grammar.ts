import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/javascript";
import { childrenOf, countArguments, namesWithin, parametersOf } from "./definitions.ts";
import type { Definition } from "./definitions.ts";

const strict = parser.configure({ strict: true });

const FUNCTIONS = new Set(["ArrowFunction", "FunctionExpression"]);

/** The top-level functions of a JavaScript program. Throws `SyntaxError` where it does not parse. */
export function javascriptDefinitions(source: string): readonly Definition[] {
  const tree = strict.parse(source);
  return childrenOf(tree.topNode).flatMap((node) => definitionsOf(node, source));
}

function definitionsOf(node: SyntaxNode, source: string): readonly Definition[] {
  switch (node.name) {
    case "FunctionDeclaration":
      return definition(node.getChild("VariableDefinition"), node, source);
    case "VariableDeclaration": {
      const parts = childrenOf(node);
      return parts.flatMap((part, i) =>
        part.name === "VariableDefinition" && parts[i + 1]?.name === "Equals"
          ? definition(part, parts[i + 2], source)
          : [],
      );
    }
    case "ExpressionStatement": {
      const assignment = node.getChild("AssignmentExpression");
      const [name, equals, value] = assignment === null ? [] : childrenOf(assignment);
      return name?.name === "VariableName" && equals?.name === "Equals"
        ? definition(name, value, source)
        : [];
    }
  }
  return [];
}

function definition(
  name: SyntaxNode | null,
  value: SyntaxNode | undefined,
  source: string,
): readonly Definition[] {
  if (name === null || value === undefined) return [];
  if (value.name !== "FunctionDeclaration" && !FUNCTIONS.has(value.name)) return [];
  // A promise or a generator is no value.
  if (value.getChild("async") !== null || value.getChild("Star") !== null) return [];
  const parameters = parametersOf(value.getChild("ParamList")).map((group) => ({
    optional: group.some((part) => part.name === "Equals"),
    rest: group[0]?.name === "Spread",
  }));
  const { fewest } = countArguments(parameters);
  // What is given beyond the parameters is ignored.
  const mentions = namesWithin(value, source);
  return [{ name: source.slice(name.from, name.to), fewest, most: Infinity, mentions }];
}
