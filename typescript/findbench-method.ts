/**
 * Lets a method in TypeScript contend in findbench:
 * `findbench run … --interpreter "exec:node method.ts"`, with Node 22.18 or newer; before, with tsx.
 *
 * One file, no packages. Copy it beside your method:
 *
 *     import { serve } from "./findbench-method.ts";
 *
 *     void serve(async (problem) => {
 *       const xs = problem.grid(16);
 *       const ys = await problem.ask(xs);
 *       return { description: "…", code: "function f(x) { return 2 * x; }" };
 *     });
 *
 * `console` prints on stderr, so that it never disturbs the protocol. docs/exec.md tells the rest.
 */

const PROTOCOL = 1;

/** What a function can be asked: a number, a string, or one per argument. */
export type Input = number | string | readonly number[] | readonly string[];

/** What a function can give. */
export type Value = number | string | { readonly re: number; readonly im: number };

/** What the black box says to one input. */
export type Reply =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "undefined" | "refused"; readonly reason: string }
  | { readonly kind: "budget-exhausted" };

/** What is left of a budget; `null` means unlimited. */
export interface Remaining {
  readonly queries: number | null;
  readonly rounds: number | null;
}

/** What a method hands in. */
export interface Answer {
  /** What the function does, in words. */
  readonly description?: string;
  /** A program, or its source in JavaScript with a function `f`. */
  readonly code?:
    | string
    | {
        readonly language: "javascript" | "python";
        readonly source: string;
        readonly entry: string;
      }
    | null;
  /** Intervals where the rule does not hold; `null` is unbounded. */
  readonly regions?: readonly { readonly from: number | null; readonly to: number | null }[];
  readonly noise?: {
    readonly distribution: "none" | "normal" | "uniform" | "poisson" | "other";
    readonly scale: number | null;
  } | null;
  /** Local exceptions, in words. */
  readonly exceptions?: readonly string[];
  /** Concepts that a neuron responds to. */
  readonly concepts?: readonly string[];
  /** How two concepts are joined: either, both, the first without the second. */
  readonly join?: "or" | "and" | "and-not";
  /** What a relation takes and gives, a phrase each. */
  readonly relation?: { readonly input: string; readonly output: string };
  /** Probability, 0 to 1, that the answer is right. */
  readonly confidence?: number | null;
  /** True where no answer is preferred to a guess. */
  readonly abstained?: boolean;
}

/** What is told of a problem when it begins. */
interface Told {
  readonly problem: string;
  readonly category: string;
  readonly domain: { readonly kind: string };
  readonly arguments: readonly (
    | { readonly kind: "number"; readonly from: number; readonly to: number }
    | { readonly kind: "string" | "word" }
  )[];
  readonly inputSchema: object;
  readonly examples: readonly Input[];
  readonly task: string;
  readonly without: string;
  readonly hints: readonly string[];
  readonly budget: number | null;
  readonly rounds: number | null;
  readonly seed: number;
  readonly answer: {
    readonly languages: readonly string[];
    /** Whether words are a full answer. */
    readonly codeOptional: boolean;
    /** What else is asked for. */
    readonly regions: boolean;
    readonly concepts: boolean;
    readonly relation: boolean;
    readonly exceptions: boolean;
  };
}

type Message =
  | { readonly type: "hello" }
  | ({ readonly type: "problem" } & Told)
  | {
      readonly type: "answers";
      readonly problem: string;
      readonly answers: readonly Reply[];
      readonly remaining: Remaining;
    }
  | { readonly type: "accepted"; readonly problem: string }
  | { readonly type: "stop"; readonly problem: string; readonly reason: string }
  | { readonly type: "error"; readonly problem: string | null; readonly message: string };

/** A black box: what is known of it, and how to question it. */
export class Problem {
  readonly briefing: Told;
  /** What is left of the budget. */
  remaining: Remaining;
  readonly #waiting: { resolve(message: Message): void; reject(error: Error): void }[] = [];

  constructor(briefing: Told) {
    this.briefing = briefing;
    this.remaining = { queries: briefing.budget, rounds: briefing.rounds };
  }

  /** Asks a batch, which is one round: a value for each input, `null` where there is none. */
  async ask(inputs: readonly Input[]): Promise<readonly (Value | null)[]> {
    const replies = await this.replies(inputs);
    return replies.map((reply) => (reply.kind === "value" ? reply.value : null));
  }

  /** Asks a batch and tells why an input has no value. */
  async replies(inputs: readonly Input[]): Promise<readonly Reply[]> {
    if (inputs.length === 0) return [];
    const message = await this.exchange({ type: "ask", inputs });
    if (message.type !== "answers") return [];
    this.remaining = message.remaining;
    return message.answers;
  }

  /** Writes into the run's record: a hypothesis, the reason of an experiment, a doubt. */
  note(topic: string, text: string, data?: unknown): void {
    send({ type: "note", problem: this.briefing.problem, topic, text, data });
  }

  /** Evenly spaced inputs, both ends of each interval included: as many as `most` pays for. */
  grid(most: number): readonly (number | readonly number[])[] {
    const axes = this.briefing.arguments.flatMap((one) => (one.kind === "number" ? [one] : []));
    if (axes.length === 0 || axes.length < this.briefing.arguments.length || most < 1) return [];
    let lines = 1;
    while (Math.pow(lines + 1, axes.length) <= most) lines += 1;
    const points = axes.reduce<readonly (readonly number[])[]>(
      (rows, { from, to }) =>
        rows.flatMap((row) =>
          Array.from({ length: lines }, (_, i) => [
            ...row,
            lines === 1 ? (from + to) / 2 : from + ((to - from) * i) / (lines - 1),
          ]),
        ),
      [[]],
    );
    return axes.length === 1 ? points.map(([x = 0]) => x) : points;
  }

  /** Sends a message and waits for what findbench says to it. */
  exchange(
    message: { readonly type: string } & Readonly<Record<string, unknown>>,
  ): Promise<Message> {
    send({ problem: this.briefing.problem, ...message });
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** Takes what findbench says on this problem. */
  hear(message: Message): void {
    if (message.type === "error") this.#waiting.shift()?.reject(new Error(message.message));
    else if (message.type === "stop")
      for (const { reject } of this.#waiting.splice(0)) reject(new Error(message.reason));
    else this.#waiting.shift()?.resolve(message);
  }
}

/** A method: it questions a black box and says what it is; without an answer it abstains. */
export type Method = (problem: Problem) => Promise<Answer | undefined> | Answer | undefined;

/**
 * Works on problems until no more come. `problems` says how many this process takes at once, `fresh`
 * that each wants a process of its own. A method that throws fails on this problem only.
 */
export async function serve(
  method: Method,
  { problems = 1, fresh = false }: { readonly problems?: number; readonly fresh?: boolean } = {},
): Promise<void> {
  const { console: printer } = globalThis;
  const { error } = printer;
  Object.assign(printer, { log: error, info: error, debug: error });
  send({ type: "hello", protocol: PROTOCOL, problems, fresh });
  const open = new Map<string, Problem>();
  let rest = "";
  for await (const piece of process.stdin.setEncoding("utf8")) {
    const lines = (rest + String(piece)).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const message = JSON.parse(line) as Message;
      if (message.type === "problem") {
        const problem = new Problem(message);
        open.set(message.problem, problem);
        void solve(method, problem).finally(() => open.delete(message.problem));
      } else if (message.type !== "hello" && message.problem !== null)
        open.get(message.problem)?.hear(message);
    }
  }
}

async function solve(method: Method, problem: Problem): Promise<void> {
  try {
    const { code = null, ...answer } = (await method(problem)) ?? { abstained: true };
    const program =
      typeof code === "string" ? { language: "javascript", source: code, entry: "f" } : code;
    await problem.exchange({ type: "answer", ...answer, code: program });
  } catch (error) {
    const isError = error instanceof Error;
    process.stderr.write(`${isError ? (error.stack ?? error.message) : String(error)}\n`);
    const message = isError ? `${error.name}: ${error.message}` : String(error);
    await problem.exchange({ type: "failed", message }).catch(() => undefined);
  }
}

function send(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
