import type { InterpreterBriefing } from "../../../contract/index.ts";
import type { DialectName } from "../agent-options.ts";

/** What an answer consists of, in a dialect. */
export function answerManual(dialect: DialectName, { answer, form }: InterpreterBriefing): string {
  const { languages, regions, codeOptional, concepts, relation, exceptions } = answer;
  const tools = dialect === "tools";
  const heading = (name: string): string => (tools ? `\`${name.toLowerCase()}\`` : `[${name}]`);
  const arity = form.arguments.length;
  const { argument, without } = form.words;
  const takes = `${arity} ${argument[arity === 1 ? 0 : 1]}`;
  const parts = [
    `${heading("DESCRIPTION")}: what the function does, in a few exact sentences, with its constants.`,
    ...(regions && !tools
      ? [
          `${heading("DOMAIN")}: the stretch of inputs in which another rule holds, such as «except between 3 and 7»; leave it out if there is none.`,
        ]
      : []),
    ...(concepts === true
      ? [
          `${heading("CONCEPTS")}: the names of the concepts that the function responds to, one or two, as short as they can be${tools ? "" : ", one a line"}.`,
          `${heading("JOIN")}: only of two concepts: or, and, and-not (the first without the second).`,
        ]
      : []),
    ...(relation === true
      ? [
          `${heading("RELATION")}: what goes in and what comes out of it, a short phrase each${tools ? " as `input` and `output`" : ", such as «a river -> its length»"}.`,
        ]
      : []),
    ...(exceptions === true && !tools
      ? [
          `${heading("EXCEPTIONS")}: inputs for which it answers otherwise than by its rule, one exception a line: what tells them; leave it out if there are none.`,
        ]
      : []),
    ...(languages.length > 0
      ? [
          `${heading("CODE")}: ${codeOptional === true ? "if you like, " : ""}a complete program in ${languages.map(named).join(" or ")} that defines a function \`f\` of ${takes} and gives what the hidden function gives${without}. It runs alone, without files, network or packages.`,
        ]
      : []),
    ...(regions && tools
      ? ["`regions`: the stretches of inputs in which another rule holds, if there are any."]
      : []),
    ...(regions
      ? [
          `${heading("NOISE")}: none, normal, uniform, poisson or other, with its standard deviation, half-width or mean${tools ? " as `scale`" : ""}.`,
        ]
      : []),
    ...(tools ? ["`exceptions`: whatever else departs from the rule, in words."] : []),
    `${heading("CONFIDENCE")}: the probability, from 0 to 1, that all of this is right.`,
  ];
  const order = tools
    ? "Your answer has these parts:"
    : "Write your answer under these headings, in this order:";
  return [order, ...parts.map((part) => `- ${part}`)].join("\n");
}

function named(language: "javascript" | "python"): string {
  return language === "python" ? "Python" : "JavaScript";
}
