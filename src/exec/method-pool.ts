import type { Assignment, Interpretation, Note } from "../contract/index.ts";
import { BenchError } from "../core/index.ts";
import { Conversation, replaying } from "./conversation.ts";
import type { Brief } from "./conversation.ts";
import type { MethodTerms } from "./limits.ts";
import { MethodFailure } from "./method-failure.ts";
import { MethodProcess } from "./method-process.ts";
import type { Hello } from "./method-process.ts";
import type { Start } from "./walls.ts";

/** The processes of a method: as many as the problems that are worked on at once need. */
export class MethodPool {
  readonly #name: string;
  readonly #start: () => Promise<Start>;
  readonly #terms: MethodTerms;
  readonly #processes = new Set<MethodProcess>();
  /** What the first process said, which holds for all. */
  #hello: Promise<Hello> | undefined;
  #closed = false;

  constructor(name: string, start: () => Promise<Start>, terms: MethodTerms) {
    this.#name = name;
    this.#start = start;
    this.#terms = terms;
  }

  /** Starts the first process; throws where it does not come to its hello. */
  async open(): Promise<void> {
    try {
      await this.#capacity();
    } catch (error) {
      if (!(error instanceof MethodFailure)) throw error;
      throw new BenchError(
        "bad-argument",
        `Expected \`${this.#name}\` to begin with a hello; got ${error.got}; run it by hand as docs/exec.md shows`,
        { cause: error },
      );
    }
  }

  /**
   * Lets the method work on a problem. Where a process dies that was at several, each of them is begun
   * again in a process of its own: what was answered is given again, so that nothing is spent twice.
   */
  async interpret(assignment: Assignment, signal: AbortSignal): Promise<Interpretation> {
    const { probe, again } = replaying(assignment.probe);
    const { log, forget } = unrepeated(assignment.log);
    const brief = { ...assignment, probe, log };
    const { problems, fresh } = await this.#capacity();
    const start = await this.#start();
    signal.throwIfAborted();
    // From here to the conversation nothing is waited for, so that no room is given twice.
    const first = this.#withRoom(problems, fresh) ?? this.#startOne(start);
    if (fresh) first.retire();
    try {
      return await this.#converse(first, brief, signal);
    } catch (error) {
      if (!(error instanceof MethodFailure) || !error.shared) throw error;
      signal.throwIfAborted();
      again();
      forget();
      const alone = this.#startOne(start);
      alone.retire();
      return this.#converse(alone, brief, signal);
    }
  }

  /** Ends all processes. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#processes].map((process) => process.close()));
  }

  #capacity(): Promise<Hello> {
    this.#hello ??= this.#start().then((start) => this.#startOne(start).hello());
    this.#hello.catch(() => (this.#hello = undefined));
    return this.#hello;
  }

  #withRoom(problems: number, fresh: boolean): MethodProcess | undefined {
    for (const process of this.#processes) {
      const { now, ever } = process.load;
      if (!process.alive) this.#processes.delete(process);
      else if (process.open && (fresh ? ever === 0 : now < problems)) return process;
    }
    return undefined;
  }

  #startOne(start: Start): MethodProcess {
    if (this.#closed) throw new Error("Expected a method at work; got one that was closed");
    const process = new MethodProcess(start, this.#terms);
    this.#processes.add(process);
    return process;
  }

  async #converse(
    process: MethodProcess,
    brief: Brief,
    signal: AbortSignal,
  ): Promise<Interpretation> {
    const name = nameOf(brief);
    const send = process.send.bind(process);
    const conversation = new Conversation(name, brief, this.#terms.limits, send, signal);
    const stop = (): void => conversation.mute(reasonOf(signal));
    signal.addEventListener("abort", stop);
    try {
      const held = process.hold(name, conversation, conversation.result);
      conversation.begin();
      const interpretation = await held;
      process.forgive();
      return interpretation;
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }
}

/** A name that tells nothing of the problem, and is the same when it is begun again. */
function nameOf({ chance }: Brief): string {
  const draws = chance.fork("exec", "name");
  return Array.from({ length: 12 }, () => draws.integer(0, 15).toString(16)).join("");
}

function reasonOf({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

/** A notebook that does not take again what it took before a problem was begun again. */
function unrepeated(log: (note: Note) => void): {
  readonly log: (note: Note) => void;
  forget(): void;
} {
  const taken: string[] = [];
  let at = 0;
  return {
    forget: () => (at = 0),
    log: (note) => {
      const text = JSON.stringify(note);
      if (taken[at] !== text) {
        taken.splice(at);
        taken.push(text);
        log(note);
      }
      at += 1;
    },
  };
}
