import type { Answer, Assignment, Input, Interpretation, Probe } from "../contract/index.ts";
import type { MethodLimits } from "./limits.ts";
import { MethodFailure } from "./method-failure.ts";
import { formOf, interpretationOf } from "./protocol.ts";
import type { FromMethod, MethodFault, ToMethod } from "./protocol.ts";

/** What a method says on a problem. */
type Said = Exclude<FromMethod, { readonly type: "hello" }>;

/** The parts of an assignment that a conversation needs. */
export type Brief = Pick<Assignment, "probe" | "briefing" | "chance" | "log">;

/** What is said on one problem, from its opening to its end. */
export class Conversation {
  readonly #name: string;
  readonly #brief: Brief;
  readonly #limits: MethodLimits;
  readonly #send: (message: ToMethod) => void;
  readonly #signal: AbortSignal;
  /** What the method hands in; rejects where it fails. */
  readonly result: Promise<Interpretation>;
  #settle!: { resolve(interpretation: Interpretation): void; reject(reason: unknown): void };
  #over = false;
  #muted = false;
  #unheard = true;
  #faults = 0;
  #silence = 0;
  #asking = 0;
  /** Messages are worked on one after the other. */
  #turn: Promise<void> = Promise.resolve();

  constructor(
    name: string,
    brief: Brief,
    limits: MethodLimits,
    send: (message: ToMethod) => void,
    signal: AbortSignal,
  ) {
    this.#name = name;
    this.#brief = brief;
    this.#limits = limits;
    this.#send = send;
    this.#signal = signal;
    this.result = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    this.result.catch(() => undefined);
  }

  /** Whether the method has not said anything yet. */
  get isUnheard(): boolean {
    return this.#unheard;
  }

  /** Whether it ended without the method, which may still be at it. */
  get isMuted(): boolean {
    return this.#muted;
  }

  /** Tells the method of the problem. */
  begin(): void {
    const { briefing, chance } = this.#brief;
    const { category, domain, hints, budget, rounds, answer, form } = briefing;
    this.#send({
      type: "problem",
      problem: this.#name,
      category,
      domain: { ...domain },
      ...formOf(form, chance.fork("exec", "examples")),
      hints: [...hints],
      budget,
      rounds,
      seed: chance.fork("exec", "seed").integer(0, LARGEST_SEED),
      answer: {
        languages: [...answer.languages],
        codeOptional: answer.codeOptional === true,
        regions: answer.regions,
        concepts: answer.concepts === true,
        relation: answer.relation === true,
        exceptions: answer.exceptions === true,
      },
    });
  }

  /** Takes what the method says; resolves when it has been worked on. */
  hear(message: Said): Promise<void> {
    this.#silence = 0;
    this.#unheard = false;
    this.#turn = this.#turn.then(() => this.#work(message));
    return this.#turn;
  }

  /** Tells the method what it did wrong, and ends the problem when it goes on doing so. */
  complain(fault: MethodFault): void {
    if (this.#over) return;
    this.#silence = 0;
    this.#send({ type: "error", problem: this.#name, ...fault });
    this.#count(fault.message);
  }

  /** A second has passed: whether nothing came for too many of them while the method had its turn. */
  isSilentFor(limit: number): boolean {
    if (this.#asking > 0 || this.#over) return false;
    this.#silence += 1;
    return this.#silence > limit;
  }

  /** Ends the problem without the method, which is told. */
  mute(reason: Error): void {
    if (this.#over) return;
    this.#muted = true;
    this.#send({ type: "stop", problem: this.#name, reason: firstLine(reason.message) });
    this.fail(reason);
  }

  /** Ends the problem; the method is gone. */
  fail(reason: unknown): void {
    this.#over = true;
    this.#settle.reject(reason);
  }

  async #work(message: Said): Promise<void> {
    if (this.#over) return;
    switch (message.type) {
      case "ask":
        this.#asking += 1;
        try {
          await this.#answer(message.inputs);
        } catch (error) {
          this.mute(error instanceof Error ? error : new Error(String(error)));
        } finally {
          this.#asking -= 1;
        }
        return;
      case "note": {
        const { topic, text, data } = message;
        this.#brief.log({ topic, text, ...(data === undefined ? {} : { data }) });
        return;
      }
      case "answer":
        this.#over = true;
        this.#send({ type: "accepted", problem: this.#name });
        this.#settle.resolve(interpretationOf(message));
        return;
      case "failed":
        this.#over = true;
        this.#send({ type: "accepted", problem: this.#name });
        this.#settle.reject(new Error(message.message));
    }
  }

  /** One batch is one round; what cannot be an input is refused without being asked. */
  async #answer(asked: readonly unknown[]): Promise<void> {
    const { probe, briefing } = this.#brief;
    const inputs = asked.map((input) => briefing.form.readInput(input));
    const legal = inputs.filter((input): input is Input => input !== null);
    const given = legal.length === 0 ? [] : await probe.ask(legal, this.#signal);
    if (this.#over) return;
    let next = 0;
    const answers = inputs.map((input) => (input === null ? ILLEGAL : (given[next++] ?? ILLEGAL)));
    this.#send({ type: "answers", problem: this.#name, answers, remaining: probe.remaining() });
    if (!answers.some(({ kind }) => kind === "value" || kind === "undefined"))
      this.#count("an ask that brought no answer");
  }

  #count(what: string): void {
    this.#faults += 1;
    if (this.#faults <= this.#limits.faults) return;
    this.mute(new MethodFailure(`${this.#faults} messages in vain, the last: ${what}`, false));
  }
}

/** The largest seed that NumPy's older generators take. */
const LARGEST_SEED = 4_294_967_295;

const ILLEGAL: Answer = {
  kind: "refused",
  reason: "Expected an input as `inputSchema` says; got something else; nothing was asked",
};

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

/** A black box that gives again what it gave to the same questions before, and nothing is asked twice. */
export function replaying(probe: Probe): { readonly probe: Probe; again(): void } {
  interface Past {
    readonly asked: string;
    readonly answers: readonly Answer[];
    readonly left: ReturnType<Probe["remaining"]>;
  }
  const past: Past[] = [];
  let at = 0;
  let left: ReturnType<Probe["remaining"]> | null = null;
  return {
    again: () => {
      at = 0;
      left = past.length === 0 ? null : { ...probe.remaining() };
    },
    probe: {
      usage: () => probe.usage(),
      remaining: () => left ?? probe.remaining(),
      ask: async (inputs, signal) => {
        const asked = JSON.stringify(inputs);
        const before = past[at];
        if (before?.asked === asked) {
          at += 1;
          left = before.left;
          return before.answers;
        }
        const answers = await probe.ask(inputs, signal);
        left = null;
        past.splice(at, past.length - at, { asked, answers, left: probe.remaining() });
        at = past.length;
        return answers;
      },
    },
  };
}
