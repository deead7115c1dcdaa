import { describe, expect, it } from "vitest";
import { mostReplies } from "../../../src/interpreters/index.ts";
import { answer, interview, usual } from "./interview.ts";

const ask = (...inputs: readonly unknown[]) => ({ tool: "ask", arguments: { inputs } as never });
const hand = (given: object = answer) => ({ tool: "answer", arguments: given as never });

// These conversations are held without a sandbox.
const byGrammar = {
  topic: "parser",
  text: "Python was parsed by a grammar, since no Python is at hand",
  data: { parser: "grammar" },
};

describe("a model with tools", () => {
  it("asks, is told, and answers", async () => {
    const { interpretation, queries, heard, notes } = await interview([
      { text: "Let me look.", calls: [ask(0, 1.5)] },
      { calls: [hand({ ...answer, confidence: 0.9 })] },
    ]);
    expect(queries).toBe(2);
    expect(heard(2)).toBe("f(0) -> 1\nf(1.5) -> 4\n\nQueries left: 8. Replies left: 5.");
    expect(interpretation).toMatchObject({
      description: answer.description,
      code: { language: "python", entry: "f" },
      confidence: 0.9,
      abstained: false,
    });
    expect(notes).toEqual([{ topic: "thought", text: "Let me look." }, byGrammar]);
  });

  it("has its calls carried out in order, with an answer to each", async () => {
    const { requests, queries } = await interview([
      { calls: [ask(1), { tool: "ask", arguments: "{broken" }, ask(2), hand()] },
    ]);
    expect(queries).toBe(2);
    expect(requests).toHaveLength(1);
    const { requests: two } = await interview([
      { calls: [ask(1), { tool: "ask", arguments: "{broken" }, ask(2)] },
      { calls: [hand()] },
    ]);
    const told = two[1]?.messages.slice(-3).map(({ text }) => text);
    expect(told?.[0]).toBe("f(1) -> 3");
    expect(told?.[1]).toContain("Expected arguments of `ask` as JSON");
    expect(told?.[2]).toContain("f(2) -> 5\n\nQueries left: 8.");
  });

  it("is not heard after its answer", async () => {
    const { queries, notes } = await interview([{ calls: [hand(), ask(1, 2, 3), hand()] }]);
    expect(queries).toBe(0);
    const ignored = { topic: "ignored", text: "2 calls that came after the answer" };
    expect(notes).toEqual([ignored, byGrammar]);
  });

  it.each<[string, unknown]>([
    ["a text", { inputs: ["1"] }],
    ["a list of lists", { inputs: [[1]] }],
    ["nothing", {}],
    ["no inputs", { inputs: [] }],
    ["too many inputs", { inputs: Array.from({ length: 257 }, (_, i) => i) }],
    ["a command", { inputs: ["1; cat /etc/passwd", "$(id)"] }],
    ["another form", "now"],
  ])("that asks %s is told what was expected, at no cost", async (_, given) => {
    const { queries, heard } = await interview([
      { calls: [{ tool: "ask", arguments: given as never }] },
      { calls: [hand()] },
    ]);
    expect(queries).toBe(0);
    expect(heard(2)).toMatch(/Expected .*Nothing was asked, and nothing was spent\./u);
    expect(heard(2)).toContain("Queries left: 10.");
  });

  it("that calls another tool is told which there are", async () => {
    const { heard } = await interview([
      { calls: [{ tool: "shell", arguments: { command: "id" } }] },
      { calls: [hand()] },
    ]);
    expect(heard(2)).toContain("Expected a call of `ask` or `answer`; got one of `shell`");
  });

  it("that asks beyond its budget is told so, and what was in it is answered", async () => {
    const { queries, heard } = await interview(
      [{ calls: [ask(1, 2, 3)] }, { calls: [ask(4)] }, { calls: [hand()] }],
      {},
      { budget: 2 },
    );
    expect(queries).toBe(2);
    expect(heard(2)).toContain("f(2) -> 5\nf(3) -> not asked: no query or no round is left");
    expect(heard(2)).toContain("Nothing can be asked any more: answer now.");
    expect(heard(3)).toContain("f(4) -> not asked: no query or no round is left");
  });

  it("has no limit of queries where there is none", async () => {
    const script = [{ calls: [ask(1)] }, { calls: [hand()] }];
    const { heard } = await interview(script, {}, { budget: null });
    expect(heard(2)).toContain("Queries left: as many as you like.");
  });

  it("must answer in its last reply, and is reminded once", async () => {
    const { interpretation, requests, heard, queries } = await interview(
      [{ calls: [ask(1)] }, { calls: [ask(2)] }, { calls: [hand()] }],
      { turns: 2 },
    );
    expect(queries).toBe(1);
    expect(heard(2)).toContain("Reply with your answer now: it is your last reply.");
    expect(requests.map(({ toolChoice }) => toolChoice)).toEqual([
      "auto",
      { tool: "answer" },
      { tool: "answer" },
    ]);
    expect(heard(3)).toContain("It is too late to ask");
    expect(interpretation.description).toBe(answer.description);
  });

  it("that never answers has abstained", async () => {
    const { interpretation, requests } = await interview(() => ({ calls: [ask(1)] }), { turns: 3 });
    expect(requests).toHaveLength(4);
    expect(interpretation).toMatchObject({ abstained: true, code: null });
  });

  it("may answer in words under headings instead", async () => {
    const text =
      "[DESCRIPTION] The line 2x + 1.\n[CODE]\n```python\ndef f(x):\n    return 2*x+1\n```";
    const { interpretation } = await interview([text]);
    expect(interpretation).toMatchObject({ code: { entry: "f" }, description: "The line 2x + 1." });
  });

  it("that lapses again and again is pardoned three times in all", async () => {
    const lapses = [{ text: "Well", finish: "length" as const }, { text: "" }, { calls: [ask(1)] }];
    const { requests, interpretation } = await interview(
      ({ messages }) =>
        lapses[messages.filter(({ role }) => role === "assistant").length % 3] ?? "",
      { turns: 6 },
    );
    expect(requests.length).toBeLessThanOrEqual(mostReplies(usual));
    expect(interpretation.code).toBeNull();
  });

  it("that only talks is reminded, and its last words are taken for a description", async () => {
    const { interpretation, heard, requests } = await interview(() => "It grows.", { turns: 2 });
    expect(heard(2)).toContain("Nothing was found to act on. Call `answer`");
    expect(requests).toHaveLength(3);
    expect(interpretation).toMatchObject({ description: "It grows.", code: null });
  });
});

describe("an answer", () => {
  it("is taken with all its parts", async () => {
    const { interpretation } = await interview([
      {
        calls: [
          hand({
            ...answer,
            regions: [{ from: 3, to: null }],
            noise: { distribution: "normal", scale: 1 },
            exceptions: ["odd at 7"],
          }),
        ],
      },
    ]);
    expect(interpretation).toMatchObject({
      regions: [{ from: 3, to: null }],
      noise: { distribution: "normal", scale: 1 },
      exceptions: ["odd at 7"],
    });
  });

  it.each<[string, object, RegExp]>([
    ["without code", { description: "A line." }, /Expected code/u],
    ["without words", { ...answer, description: " " }, /Expected a description/u],
    ["with no function", { ...answer, code: "2 * x + 1" }, /Expected code/u],
    ["with a confidence of 90", { ...answer, confidence: 90 }, /at `confidence`/u],
    ["with an empty stretch", { ...answer, regions: [{ from: 3, to: 1 }] }, /at `regions\.0`/u],
  ])("%s is complained of once, then taken as it is", async (_, given, complaint) => {
    const { heard, interpretation } = await interview(() => ({ calls: [hand(given)] }));
    expect(heard(2)).toMatch(complaint);
    expect(heard(2)).toContain("Hand in your whole answer again.");
    expect(interpretation).toMatchObject({ abstained: false, confidence: null, regions: [] });
  });

  it("of a hostile size is cut", async () => {
    const { interpretation } = await interview([
      { calls: [hand({ ...answer, description: "x".repeat(5_000_000) })] },
    ]);
    expect(interpretation.description.length).toBeLessThan(30_000);
    expect(interpretation.raw?.length).toBeLessThan(300_000);
  });
});

describe("a lapse", () => {
  it("of a reply cut at its limit is answered once, then acted on", async () => {
    const cut = { text: "So many words", finish: "length" as const };
    const { heard, requests, interpretation } = await interview(
      [cut, { ...cut, calls: [ask(1)] }, { calls: [hand()] }],
      { turns: 2 },
    );
    expect(heard(2)).toContain("Your reply was too long and was cut off");
    expect(requests).toHaveLength(3);
    expect(interpretation.abstained).toBe(false);
  });

  it("of a cut call is answered as a call", async () => {
    const { requests } = await interview([
      { calls: [{ tool: "ask", arguments: '{"inputs": [1, 2' }], finish: "length" },
      { calls: [hand()] },
    ]);
    expect(requests[1]?.messages.at(-1)).toMatchObject({ role: "tool", call: "call-1-1" });
  });

  it.each([
    ["an empty reply", { text: " " }],
    ["a refusal", { text: "I cannot help with that.", finish: "refused" as const }],
  ])("of %s is answered once, then it has abstained", async (_, reply) => {
    const { heard, requests, interpretation } = await interview(() => reply);
    expect(heard(2)).toContain("Your reply was empty or a refusal.");
    expect(requests).toHaveLength(2);
    expect(interpretation).toMatchObject({ abstained: true, code: null });
  });

  it("is forgiven again after a good reply", async () => {
    const empty = { text: "" };
    const script = [empty, { calls: [ask(1)] }, empty, { calls: [hand()] }];
    expect((await interview(script)).interpretation.abstained).toBe(false);
  });

  it("does not let a conversation go on for ever", async () => {
    let turn = 0;
    const { requests, interpretation } = await interview(
      () => (turn++ % 2 === 0 ? { text: "" } : { calls: [ask(1)] }),
      { turns: 5 },
    );
    expect(requests.length).toBeLessThanOrEqual(12);
    expect(interpretation.abstained).toBe(true);
  });
});
