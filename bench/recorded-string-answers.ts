// Scores the released GPT-4 answers about string functions by the published metric:
// `FIND_DATA=<folder> npx tsx bench/recorded-string-answers.ts`. `pairs` is the share of the 10 test
// pairs of a function that the answer's code gives; `released` counts as the released script does,
// whose list is shortened by every crash.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { stdout } from "node:process";
import { bootstrapInterval, chanceFrom, mean, wilsonInterval } from "../src/core/index.ts";
import { interpretationOf } from "../src/interpreters/answers/interpretation-of.ts";
import { stringBriefing } from "../src/categories/strings/index.ts";
import { readReleasedStrings } from "../src/categories/strings/released/released-tests.ts";
import { pythonSandbox } from "../src/sandbox/index.ts";
import { pythonSyntax } from "../src/syntax/index.ts";
import { publishedStringScores } from "../src/categories/strings/scorers/published-strings.ts";
import { readReleasedAnswers, releasedData } from "../scripts/released-answers.ts";
import { interpreterBriefing } from "./interpreter-briefing.ts";

const folder = releasedData();
const functions = new Map(
  (await readReleasedStrings(join(folder, "find-dataset"))).map((each) => [each.id, each]),
);
const answers = (await readReleasedAnswers(folder)).filter(
  ({ category }) => category === "strings",
);
const briefing = interpreterBriefing(stringBriefing(null));

interface Row {
  readonly share: number;
  readonly hasCode: boolean;
}

const sandbox = pythonSandbox({ workers: availableParallelism() });
const python = pythonSyntax(sandbox);
const rows: Row[] = [];
try {
  const queue = answers.values();
  const work = async (): Promise<void> => {
    for (const { id, description, domain: stated, code, raw } of queue) {
      const pairs = functions.get(id)?.pairs;
      if (pairs === undefined) throw new Error(`Expected ${id} among the released functions`);
      const key = { kind: "official", id } as const;
      const record = { key, description, domain: stated, code, language: null, raw, regions: null };
      const answer = await interpretationOf({ ...record, confidence: null }, python, briefing);
      const inputs = pairs.map(({ input }) => input[0] ?? "");
      const guess =
        answer.code === null
          ? ({ kind: "no-code" } as const)
          : await sandbox.run({ code: answer.code, inputs, seed: id });
      const { pairs: score } = publishedStringScores(pairs, guess);
      rows.push({
        share: score?.kind === "scored" ? score.value : 0,
        hasCode: answer.code !== null,
      });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
} finally {
  await sandbox.close();
}

const shares = rows.map(({ share }) => share);
const whole = shares.filter((share) => share === 1).length;
const interval = bootstrapInterval(shares, { chance: chanceFrom("recorded-string-answers") });
const wilson = wilsonInterval(whole, rows.length);
stdout.write(
  `${rows.length} answers, ${rows.filter(({ hasCode }) => hasCode).length} with code\n` +
    `pairs: ${mean(shares).toFixed(4)} (${interval.low.toFixed(3)}–${interval.high.toFixed(3)})\n` +
    `functions wholly right: ${whole} (${(100 * wilson.low).toFixed(1)}–${(100 * wilson.high).toFixed(1)} %)\n`,
);
