import { expect, it } from "vitest";
import { interview } from "./interview.ts";

const answer = {
  description: "The line 2x + 1.",
  code: "def f(x):\n    return 2 * x + 1",
  language: "python",
};

it("asks, is told, and answers", async () => {
  const { interpretation, queries, heard } = await interview([
    { text: "Let me look.", calls: [{ tool: "ask", arguments: { inputs: [0, 1.5] } }] },
    { calls: [{ tool: "answer", arguments: { ...answer, confidence: 0.9 } }] },
  ]);
  expect(queries).toBe(2);
  expect(heard(2)).toContain("f(1.5) -> 4");
  expect(heard(2)).toContain("Queries left: 8.");
  expect(interpretation).toMatchObject({
    description: answer.description,
    code: { language: "python", entry: "f" },
    confidence: 0.9,
    abstained: false,
  });
});
