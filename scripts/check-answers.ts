// Compares the parser of free-text answers with a careful extraction of 830 real ones, in the folder
// that FIND_DATA names. Prints every difference, and fails where fewer than 98 % agree. What is Python
// is decided by the sandboxed Python; with `--grammar`, by the grammar that decides where there is none.
//
// Two descriptions agree when they are equal after every run of white space became one blank. Two
// programs agree when they are equal after white space at the ends of lines, empty lines and the
// margin that all lines share are gone; no program agrees with no program. Answers whose code was
// recorded apart from their text are put back into the form that was asked for.
import { argv, exit, stdout } from "node:process";
import { parseAnswer } from "../src/interpreters/answers/parse-answer.ts";
import { regionsFrom } from "../src/interpreters/answers/regions-from.ts";
import { pythonSandbox } from "../src/sandbox/index.ts";
import { pythonSyntax } from "../src/syntax/index.ts";
import { readReleasedAnswers, releasedData } from "./released-answers.ts";
import type { ReleasedAnswer } from "./released-answers.ts";

const ENOUGH = 0.98;
const SHOWN = 160;

const records = await readReleasedAnswers(releasedData());

const sandbox = argv.includes("--grammar") ? undefined : pythonSandbox();
const python = pythonSyntax(sandbox);
const readings = records.map((record) => ({ record, isApart: isApartIn(record) }));
// All at once, so that Python reads them in few batches.
const answers = await Promise.all(
  readings.map(({ record, isApart }) =>
    parseAnswer(isApart ? asAsked(record) : record.raw, { python }),
  ),
);
await sandbox?.close();
stdout.write(`Python was parsed by: ${python.parser() ?? "nothing"}\n`);

const agreed = { description: 0, domain: 0, code: 0, all: 0 };
let apart = 0;
for (const [index, { record, isApart }] of readings.entries()) {
  if (isApart) apart += 1;
  const answer = answers[index];
  if (answer === undefined) throw new Error("Expected an answer for each record");
  const pairs = {
    description: [oneLine(record.description), oneLine(answer.description)],
    domain: [oneLine(record.domain ?? ""), oneLine(answer.domain ?? "")],
    code: [bare(record.code), bare(answer.code?.source ?? null)],
  } as const;
  let differs = false;
  for (const part of ["description", "domain", "code"] as const) {
    const [recorded, parsed] = pairs[part];
    if (recorded === parsed) agreed[part] += 1;
    else {
      differs = true;
      stdout.write(`${record.id} ${record.category} ${record.setting}: ${part} differs\n`);
      stdout.write(`  recorded: ${excerpt(recorded, parsed)}\n`);
      stdout.write(`  parsed:   ${excerpt(parsed, recorded)}\n`);
      stdout.write(`  remarks:  ${answer.remarks.join(" ")}\n`);
    }
  }
  if (!differs) agreed.all += 1;
}

stdout.write(`${records.length} answers, code of ${apart} put back into them\n`);
let short = false;
for (const [part, count] of Object.entries(agreed)) {
  const share = count / records.length;
  if (share < ENOUGH) short = true;
  const verdict = share < ENOUGH ? "FAIL" : "ok  ";
  stdout.write(`${verdict} ${part}: ${count} agree, ${(100 * share).toFixed(2)} %\n`);
}

const numeric = records.filter(({ category }) => category === "numeric");
let stating = 0;
for (const { id, category, description, domain } of records) {
  const regions = [...regionsFrom(description), ...regionsFrom(domain ?? "")];
  if (regions.length === 0) continue;
  if (category === "numeric") stating += 1;
  stdout.write(`${id} ${category}: regions ${JSON.stringify(regions)} from «${description}»\n`);
}
stdout.write(`regions are read from ${stating} of ${numeric.length} numeric answers\n`);
exit(short ? 1 : 0);

function isApartIn({ code, raw }: ReleasedAnswer): boolean {
  return code !== null && !raw.includes("def ");
}

function asAsked({ raw, code }: ReleasedAnswer): string {
  return `${raw.trimEnd()}\n\n[CODE]:\n\`\`\`python\n${code ?? ""}\n\`\`\`\n`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

function bare(code: string | null): string {
  const lines = (code ?? "").split("\n").map((line) => line.trimEnd());
  const filled = lines.filter((line) => line !== "");
  const margin = Math.min(...filled.map((line) => line.length - line.trimStart().length));
  return filled.map((line) => line.slice(margin)).join("\n");
}

/** The part of a text around the first place where another differs. */
function excerpt(text: string, other: string): string {
  if (text === "") return "(none)";
  let same = 0;
  while (same < text.length && text[same] === other[same]) same += 1;
  const from = Math.max(0, same - 40);
  return JSON.stringify(text.slice(from, from + SHOWN));
}
