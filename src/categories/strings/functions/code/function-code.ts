import type { Language } from "../../../../contract/index.ts";

/** The source of one function with these parameters and this body. */
export function functionCode(
  name: string,
  parameters: readonly string[],
  body: string,
  language: Language,
): string {
  const isPython = language === "python";
  const indent = isPython ? "    " : "  ";
  const lines = body
    .split("\n")
    .map((line) => indent + line)
    .join("\n");
  const list = parameters.join(", ");
  return isPython
    ? `\ndef ${name}(${list}):\n${lines}\n`
    : `\nfunction ${name}(${list}) {\n${lines}\n}\n`;
}
