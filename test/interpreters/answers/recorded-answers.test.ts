import { numericBriefing } from "../../../src/categories/numeric/index.ts";
import { formed } from "../../support/formed.ts";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../../src/core/index.ts";
import type { Assignment, InterpreterBriefing } from "../../../src/contract/index.ts";
import { interpretationOf } from "../../../src/interpreters/answers/interpretation-of.ts";
import { parseRecordedAnswers } from "../../../src/interpreters/answers/parse-recorded-answers.ts";
import type { RecordedAnswer } from "../../../src/interpreters/answers/recorded-answer.ts";
import { recordedAnswers } from "../../../src/interpreters/answers/recorded-answers.ts";
import { readResultsFolder } from "../../../src/interpreters/answers/results-folder.ts";
import { pythonSyntax } from "../../../src/syntax/index.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const python = pythonSyntax(undefined);
const DOUBLE = "def f(x):\n    return 2 * x";
const RAW = `[DESCRIPTION]: It doubles.\n[DOMAIN]: It differs for x > 5.\n[CODE]:\n\`\`\`python\n${DOUBLE}\n\`\`\``;

function one(line: object): RecordedAnswer {
  const [record] = parseRecordedAnswers(JSON.stringify(line), "answers.jsonl");
  if (record === undefined) throw new Error("Expected a record");
  return record;
}

function briefing(count = 1): InterpreterBriefing {
  const answer = { languages: ["python"], regions: true } as const;
  return formed({ ...numericBriefing(0, count), rounds: 0, answer });
}

/** An assignment whose probe must not be asked. */
function assignment(): Assignment {
  return {
    probe: {
      ask: () => Promise.reject(new Error("asked")),
      usage: () => ({ queries: 0, rounds: 0 }),
      remaining: () => ({ queries: 0, rounds: 0 }),
    },
    briefing: briefing(),
    chance: chanceFrom("seed"),
    clock: { now: () => 0 },
    log: () => {
      throw new Error("logged");
    },
  };
}

describe("a file of answers", () => {
  const line = fc.record(
    {
      officialId: fc.stringMatching(/^f[0-9]{5}$/u),
      description: fc.string({ unit: "grapheme" }),
      code: fc.string(),
      language: fc.constantFrom("python", "javascript"),
      domain: fc.string(),
      regions: fc.array(fc.constantFrom({ from: 1, to: 2 }, { from: null, to: 0 })),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
      raw: fc.string(),
    },
    { requiredKeys: ["officialId"] },
  );
  const lines = fc.uniqueArray(line, { selector: ({ officialId }) => officialId });

  it("gives back what it was written from, in its order, lines twice counting once", async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (written) => {
        const text = written.map((one) => `${JSON.stringify(one)}\r\n\n`).join("");
        const records = parseRecordedAnswers(text + text, "answers.jsonl");
        expect(records).toEqual(
          written.map(({ officialId, ...stated }) => ({
            key: { kind: "official", id: officialId },
            description: null,
            code: null,
            language: null,
            domain: null,
            regions: null,
            confidence: null,
            raw: null,
            ...stated,
          })),
        );
        for (const record of records)
          expect((await interpretationOf(record, python)).raw).toBe(record.raw);
      }),
    );
  });

  it.each([
    ["no JSON", "{", "a text that is no JSON"],
    ["no object", "[]", "expected object"],
    ["neither name", "{}", "expected either `problem` or `officialId`"],
    ["both names", '{"problem":"a","officialId":"b"}', "expected either `problem` or"],
    ["an empty name", '{"problem":""}', "at `problem`"],
    ["an unknown field", '{"problem":"a","answer":"b"}', "answer"],
    ["code that is no text", '{"problem":"a","code":3}', "at `code`"],
    ["another language", '{"problem":"a","language":"perl"}', "at `language`"],
    ["too much confidence", '{"problem":"a","confidence":2}', "at `confidence`"],
    ["half a region", '{"problem":"a","regions":[{"from":1}]}', "at `regions.0.to`"],
    ["a turned region", '{"problem":"a","regions":[{"from":2,"to":1}]}', "`from` at most `to`"],
  ])("is refused with the line where there is %s", (_, json, message) => {
    const text = `{"problem":"first"}\n\n${json}\n`;
    const parse = (): unknown => parseRecordedAnswers(text, "answers.jsonl");
    expect(parse).toThrow(message);
    expect(parse).toThrow("on line 3 of `answers.jsonl`");
    expect(parse).toThrow(expect.objectContaining({ code: "bad-data" }));
  });

  it("is refused where two answers to one problem differ", () => {
    const text = '{"problem":"a","raw":"x"}\n{"officialId":"a"}\n{"problem":"a","raw":"y"}';
    expect(() => parseRecordedAnswers(text, "answers.jsonl")).toThrow(
      "two different ones to `a` on lines 1 and 3",
    );
  });
});

describe("an interpretation", () => {
  it("is read from the whole text", async () => {
    expect(await interpretationOf(one({ problem: "a", raw: RAW }), python)).toEqual({
      description: "It doubles.",
      code: { language: "python", source: DOUBLE, entry: "f" },
      regions: [{ from: 5, to: null }],
      noise: null,
      exceptions: ["It differs for x > 5."],
      concepts: [],
      confidence: null,
      abstained: false,
      raw: RAW,
    });
  });

  it("takes what is given apart over what the text says", async () => {
    const apart = {
      description: "A line.",
      code: "const g = (x) => x;",
      regions: [],
      confidence: 0.5,
    };
    expect(await interpretationOf(one({ problem: "a", raw: RAW, ...apart }), python)).toMatchObject(
      {
        description: "A line.",
        code: { language: "javascript", entry: "g" },
        regions: [],
        exceptions: [],
        confidence: 0.5,
      },
    );
    const { code } = await interpretationOf(one({ problem: "a", raw: RAW, code: " \n" }), python);
    expect(code?.entry).toBe("f");
  });

  it("reads regions from the description where the domain states none", async () => {
    const words = { description: "A line except for x in [3, 7].", domain: "[-128, 128]" };
    expect((await interpretationOf(one({ problem: "a", ...words }), python)).regions).toEqual([
      { from: 3, to: 7 },
    ]);
  });

  it.each([
    ["in a fence", `\`\`\`python\n${DOUBLE}\n\`\`\``, { source: DOUBLE, entry: "f" }],
    ["with a margin", `    ${DOUBLE.replaceAll("\n", "\n    ")}\n`, { source: DOUBLE, entry: "f" }],
    [
      "that does not parse, for the sandbox to say why",
      `${DOUBLE})`,
      { source: `${DOUBLE})`, entry: "f" },
    ],
    ["of 10,000 points", `T = [${"1.25, ".repeat(10_000)}]\n${DOUBLE}`, { entry: "f" }],
  ])("takes code %s", async (_, code, expected) => {
    const record = one({ problem: "a", code });
    expect((await interpretationOf(record, python)).code).toMatchObject({
      language: "python",
      ...expected,
    });
  });

  it("has no code without a function that takes the problem's arguments", async () => {
    const two = one({
      problem: "a",
      code: "def f(x, y): return x + y",
      raw: "It differs for x > 5.",
    });
    expect((await interpretationOf(two, python)).code).toBeNull();
    expect(await interpretationOf(two, python, briefing(2))).toMatchObject({
      code: { entry: "f" },
      regions: [],
    });
    expect(
      (await interpretationOf(one({ problem: "a", code: "no code" }), python)).code,
    ).toBeNull();
  });

  it("reads code in the stated language only", async () => {
    const stated = { problem: "a", code: "f = 3", language: "javascript" };
    expect((await interpretationOf(one(stated), python)).code).toBeNull();
    const other = { problem: "a", code: DOUBLE, language: "javascript" };
    expect((await interpretationOf(one(other), python)).code).toBeNull();
  });

  it("abstains where there are neither words nor code", async () => {
    expect((await interpretationOf(one({ problem: "a" }), python)).abstained).toBe(true);
    expect((await interpretationOf(one({ problem: "a", raw: " \n" }), python)).abstained).toBe(
      true,
    );
    expect((await interpretationOf(one({ problem: "a", code: DOUBLE }), python)).abstained).toBe(
      false,
    );
  });
});

describe("recorded answers as a method", () => {
  const records = [one({ problem: "p1", raw: "One." }), one({ officialId: "f00002", raw: "Two." })];
  const method = recordedAnswers(records, { id: "answers" });
  const { signal } = new AbortController();

  it.each([
    ["p1", null, "One."],
    ["p1", "f00002", "One."],
    ["p2", "f00002", "Two."],
  ])("hands in the answer to %s / %s without asking", async (id, officialId, description) => {
    const interpreter = method.interpreterFor({ id, officialId });
    const given = await interpreter.interpret(assignment(), signal);
    expect(given).toMatchObject({ description, abstained: false });
  });

  it("abstains where none was recorded", async () => {
    for (const officialId of [null, "f00003", "p1"]) {
      const interpreter = method.interpreterFor({ id: "f00002", officialId });
      const given = await interpreter.interpret(assignment(), signal);
      expect(given).toMatchObject({ description: "", code: null, abstained: true, raw: null });
    }
  });

  it("is the same method exactly where the answers are the same, in whatever order", () => {
    const again = recordedAnswers(records.toReversed(), { id: "answers" });
    expect(again.configuration).toEqual(method.configuration);
    expect(again.interpreterFor({ id: "p1", officialId: null })).toMatchObject({
      id: "answers",
      configuration: method.configuration,
    });
    const fewer = recordedAnswers(records.slice(1), { id: "answers" });
    expect(fewer.configuration).not.toEqual(method.configuration);
  });
});

describe("a folder of released results", () => {
  async function resultsFolder(files: Readonly<Record<string, string>>): Promise<string> {
    const folder = await temporaryFolder();
    for (const [path, text] of Object.entries(files)) {
      await mkdir(join(folder, path, ".."), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return folder;
  }

  it("is read function by function, the rest left alone", async () => {
    const folder = await resultsFolder({
      "f00012/description.txt": "It doubles.",
      "f00012/code.py": DOUBLE,
      "f00012/domain.txt": "It is irregular between 3 and 7.",
      "f00003/description.txt": `It doubles.\n[CODE]:\n${DOUBLE}\n`,
      "f00003/code.py": "",
      "f00007/code.py": DOUBLE,
      "f00008/description.txt": "",
      ".ipynb_checkpoints/f00001/code.py": DOUBLE,
      "summary.txt": "all of them",
    });
    const records = await readResultsFolder(folder);
    expect(records.map(({ key }) => key.id)).toEqual(["f00003", "f00007", "f00008", "f00012"]);
    const [third, seventh, eighth, twelfth] = await Promise.all(
      records.map((record) => interpretationOf(record, python)),
    );
    expect(third).toMatchObject({ description: "It doubles.", code: { entry: "f" } });
    expect(seventh).toMatchObject({ description: "", code: { entry: "f" }, raw: null });
    expect(eighth?.abstained).toBe(true);
    expect(twelfth).toMatchObject({
      description: "It doubles.",
      code: { language: "python", source: DOUBLE },
      regions: [{ from: 3, to: 7 }],
    });
  });

  it("is refused where a function has no answer, or none is there", async () => {
    const bare = await resultsFolder({ "f00012/log.txt": "" });
    await expect(readResultsFolder(bare)).rejects.toMatchObject({ code: "bad-data" });
    await expect(readResultsFolder(bare)).rejects.toThrow("f00012");
    const empty = await temporaryFolder();
    await expect(readResultsFolder(empty)).rejects.toMatchObject({ code: "data-missing" });
    const absent = join(empty, "absent");
    await expect(readResultsFolder(absent)).rejects.toThrow("ENOENT");
  });

  it("is refused where a file cannot be read", async () => {
    const folder = await resultsFolder({ "f00012/code.py/inner": "" });
    await expect(readResultsFolder(folder)).rejects.toThrow("EISDIR");
  });
});
