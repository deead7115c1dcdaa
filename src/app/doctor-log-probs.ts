import { BenchError } from "../core/index.ts";
import type { Model, ModelReply, ModelRequest } from "../contract/index.ts";
import type { Diagnosis } from "./doctor.ts";

/** How many likeliest tokens are asked for: the most that any provider gives, then what most do. */
const COUNTS = [20, 5] as const;
const TOKENS = 16;
/** What servers answer to a number that is too high for them. */
const REFUSED = [400, 422];

/** Tries whether a model tells the likeliest tokens of each place, and how many. */
export async function doctorLogProbs(model: Model, signal: AbortSignal): Promise<Diagnosis> {
  let refusal = "";
  for (const topLogProbs of COUNTS) {
    try {
      return told(await model.complete({ ...request, topLogProbs }, signal));
    } catch (error) {
      if (!(error instanceof BenchError)) throw error;
      refusal = error.message;
      if (!REFUSED.includes(Number(error.data["status"]))) break;
    }
  }
  return diagnosis(refusal);
}

const request: ModelRequest = {
  messages: [{ role: "user", text: "Reply with the digit 1 or the digit 0.\n" }],
  maxTokens: TOKENS,
};

function told({ logProbs = [] }: ModelReply): Diagnosis {
  const [first] = logProbs;
  if (first === undefined) return diagnosis("the reply came without them");
  const { length } = first.top;
  return length === 0
    ? diagnosis("only those of its own tokens came, without others at the same place")
    : diagnosis(
        length === 1
          ? "the likeliest token of each place"
          : `${length} likeliest tokens of each place`,
        true,
      );
}

function diagnosis(detail: string, works = false): Diagnosis {
  return {
    name: "Log-probabilities",
    status: works ? "ok" : "missing",
    need: "optional",
    detail,
    remedy: works ? "" : "Choose another model or server where they are needed",
  };
}
