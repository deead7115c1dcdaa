import { formed } from "../support/formed.ts";
import { categories } from "../../src/categories/index.ts";
import { expect, it } from "vitest";
import { chanceFrom } from "../../src/core/index.ts";
import type { Interpretation } from "../../src/contract/index.ts";
import { openProbe } from "../../src/harness/index.ts";
import { agent } from "../../src/interpreters/index.ts";
import { talk } from "../cli/agent/talk.ts";
import { problemOf } from "../support/problem-of.ts";
import { servedBehaviours } from "../support/served-behaviours.ts";
import type { ServedBehaviour } from "../support/served-behaviours.ts";
import { serve } from "./serve.ts";

/** Holds a whole conversation of the agent with a server that behaves so. */
async function converse(behaviour: ServedBehaviour): Promise<{
  readonly interpretation: Interpretation | null;
  readonly fault: string;
  readonly requests: number;
}> {
  const { model: id, dialect, turns = 6, temperature = null } = behaviour;
  const { model, server } = await serve(id, (request) => behaviour.serve(request) ?? talk(request));
  const problem = problemOf({ kind: "linear", slope: 1, intercept: 0 });
  const interpreter = agent({
    variant: "agent",
    model: id,
    dialect,
    protocol: "own",
    turns,
    temperature,
    maxTokens: 1000,
    template: null,
    categories,
  });
  const parts = {
    probe: openProbe({ problem, epoch: 1, budget: 8, rounds: null }),
    briefing: formed(problem.briefing),
    chance: chanceFrom("as served"),
    clock: { now: () => 0 },
    log: () => undefined,
    model,
  };
  try {
    const interpretation = await interpreter.interpret(parts, new AbortController().signal);
    return { interpretation, fault: "", requests: server.requests.length };
  } catch (error) {
    const { code, message } = error as { readonly code: string; readonly message: string };
    return { interpretation: null, fault: `${code}: ${message}`, requests: server.requests.length };
  }
}

it.each(servedBehaviours)("$name ($model by $dialect; $source)", async (behaviour) => {
  const { ends, requests } = behaviour;
  const { interpretation, fault, requests: sent } = await converse(behaviour);
  if (typeof ends === "string") {
    expect(fault).toBe("");
    expect(interpretation).toMatchObject({ abstained: ends === "abstained" });
  } else expect(fault).toContain(ends.failed);
  expect(sent).toBe(requests);
});
