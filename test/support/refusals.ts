import ts from "typescript";
import { nodesOf, placeOf, type SourceFile } from "./source-tree.ts";

/** `Expected …; got …; what to do`, on one line. */
const FORM = /^Expected [^\n]*; got[ :][^\n]*[^\s;][^\n]*; [^\n]*\S[^\n]*$/u;

/** What stands in a message for a part that is put in. */
const PART = "…";

/** Faults whose message does not say on one line what was expected, what came, and what to do. */
export function wrongRefusals(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    [...nodesOf(file.syntax)].flatMap((node) =>
      ts.isNewExpression(node) && node.expression.getText() === "BenchError" && !passesOn(node)
        ? messagesOf(node.arguments?.[1])
            .filter((message) => message === null || !FORM.test(message))
            .map(
              (message) =>
                `${placeOf(file, node)}: ${message ?? "a message put together elsewhere"}`,
            )
        : [],
    ),
  );
}

/** A fault that passes another one's code and message on, with a place behind it. */
function passesOn({ arguments: given }: ts.NewExpression): boolean {
  const [code, message] = given ?? [];
  if (code === undefined || !ts.isPropertyAccessExpression(code) || code.name.text !== "code")
    return false;
  if (message === undefined || !ts.isTemplateExpression(message) || message.head.text !== "")
    return false;
  const first = message.templateSpans[0]?.expression;
  return (
    first !== undefined && ts.isPropertyAccessExpression(first) && first.name.text === "message"
  );
}

/** The texts that an expression can be, parts that are put in shortened; `null` for one unknown. */
function messagesOf(node: ts.Expression | undefined): readonly (string | null)[] {
  if (node === undefined) return [null];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    const spans = node.templateSpans.map(({ literal }) => `${PART}${literal.text}`);
    return [`${node.head.text}${spans.join("")}`];
  }
  if (ts.isConditionalExpression(node))
    return [...messagesOf(node.whenTrue), ...messagesOf(node.whenFalse)];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return messagesOf(node.left).flatMap((left) =>
      messagesOf(node.right).map((right) =>
        left === null || right === null ? null : `${left}${right}`,
      ),
    );
  return [null];
}
