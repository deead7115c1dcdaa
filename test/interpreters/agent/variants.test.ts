import { describe, expect, it } from "vitest";
import { agent } from "../../../src/interpreters/index.ts";
import { answer, headed, interview, uppercase, usual } from "./interview.ts";

const hand = { calls: [{ tool: "answer", arguments: answer }] };

describe("agent+init", () => {
  it("is given examples from its budget, and goes on from there", async () => {
    const { requests, queries } = await interview(
      [{ calls: [{ tool: "ask", arguments: { inputs: [1] } }] }, hand],
      { variant: "agent+init" },
    );
    const [, first] = requests[0]?.messages ?? [];
    expect(first?.text).toMatch(/^These examples were asked for you:\n(?:f\(.+\n){5}/u);
    expect(first?.text).toContain("f(128) -> 257");
    expect(queries).toBe(6);
  });

  it("is given texts of many sorts", async () => {
    const { requests } = await interview(
      [headed],
      { variant: "agent+init", dialect: "text" },
      { spec: uppercase, budget: 40 },
    );
    expect(requests[0]?.messages.at(-1)?.text).toContain('f("Hello World") -> "HELLO WORLD"');
  });

  it("is told where there is nothing to spend", async () => {
    const { requests } = await interview([hand], { variant: "agent+init" }, { budget: 0 });
    expect(requests[0]?.messages.at(-1)?.text).toContain("no query can be spent");
  });
});

describe("examples", () => {
  it("sees them, cannot ask, and answers at once", async () => {
    const { requests, queries } = await interview([hand], { variant: "examples" });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.tools?.map(({ name }) => name)).toEqual(["answer"]);
    expect(requests[0]?.toolChoice).toEqual({ tool: "answer" });
    expect(queries).toBe(10);
  });

  it("that asks all the same is told to answer", async () => {
    const { heard, queries } = await interview(
      [{ calls: [{ tool: "ask", arguments: { inputs: [1] } }] }, hand],
      { variant: "examples" },
    );
    expect(queries).toBe(10);
    expect(heard(2)).toContain("Expected a call of `answer`");
  });

  it("under the published rules is advised what to ask, and answers in its second reply", async () => {
    const { requests, queries } = await interview(
      [{ calls: [{ tool: "ask", arguments: { inputs: [1, 2] } }] }, hand],
      { variant: "examples", protocol: "find" },
      { budget: null },
    );
    expect(requests[0]?.messages.at(-1)?.text).toContain("You do well to begin with these inputs");
    expect(requests[1]?.toolChoice).toEqual({ tool: "answer" });
    expect(queries).toBe(2);
  });
});

describe("the published rules", () => {
  it("hint at networks where the function is of numbers", async () => {
    const system = async (options: object, spec?: typeof uppercase): Promise<string> => {
      const { requests } = await interview([hand, hand], options, spec ? { spec } : {});
      return requests[0]?.messages[0]?.text ?? "";
    };
    expect(await system({ protocol: "find" })).toContain("neural network");
    expect(await system({})).not.toContain("neural network");
    expect(await system({ protocol: "find" }, uppercase)).not.toContain("neural network");
  });
});

describe("the configuration", () => {
  const configuration = (options: object) => agent({ ...usual, ...options }).configuration;

  it("tells apart whatever changes what a model is told or asked", () => {
    const variations = [
      {},
      { model: "openai/gpt-4o" },
      { dialect: "text" },
      { protocol: "find" },
      { turns: 7 },
      { maxTokens: 7 },
      { temperature: 0 },
      { template: "{{task}} {{manual}} {{answer}}" },
    ];
    const texts = variations.map((options) => JSON.stringify(configuration(options)));
    expect(new Set(texts).size).toBe(variations.length);
  });

  it("has not drifted since its prompts were first released", () => {
    for (const variant of ["agent", "agent+init", "examples"] as const)
      for (const dialect of ["tools", "text"] as const)
        expect(configuration({ variant, dialect })["prompt"]).toMatchSnapshot(
          `${variant} ${dialect}`,
        );
  });
});

describe("a prompt of one's own", () => {
  it("takes the place of ours", async () => {
    const template = "Look: {{task}}|{{ manual }}|{{answer}}";
    const { requests } = await interview([hand], { template });
    expect(requests[0]?.messages[0]?.text).toMatch(/^Look: The function takes one number/u);
  });

  it.each([
    ["{{task}} {{manual}}", "no slot {{answer}}"],
    ["{{task}} {{manual}} {{answer}} {{truth}}", "the unknown slot {{truth}}"],
    ["", "no slot {{task}}"],
    ["x".repeat(100_001), "100001 characters"],
  ])("is refused where its slots are not right", (template, fault) => {
    expect(() => agent({ ...usual, template })).toThrow(fault);
  });

  it("is not searched for slots in what fills them", async () => {
    const { requests } = await interview([hand], { template: "{{task}}{{manual}}{{answer}}$& $1" });
    expect(requests[0]?.messages[0]?.text).toMatch(/\$& \$1$/u);
  });
});

describe("a model that is not the one", () => {
  it("is refused", async () => {
    await expect(interview([hand], { model: "scripted/other" })).rejects.toMatchObject({
      code: "bad-configuration",
    });
  });
});
