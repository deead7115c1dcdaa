import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { Socket } from "node:net";
import type { RunOutcome } from "../../contract/index.ts";
import { bootstrapFor } from "./bootstrap.ts";
import { FrameReader } from "./frames.ts";
import type { Frame } from "./frames.ts";
import type { Machine } from "./machine.ts";
import { ALLOW, firstLine, unfit, unprivileged } from "./machine.ts";
import { outcomeOf } from "./outcome.ts";
import type { Request } from "./request.ts";
import { systemCallFilter } from "./system-call-filter.ts";

/** Milliseconds beyond the wall limit in which the trusted process has to give its verdict. */
const GRACE = 60_000;

/** Longest delay of a timer in milliseconds; longer ones would fire at once. */
const LONGEST_TIMER = 2_147_483_647;

/** Milliseconds that bwrap has to end after its room was ended. */
const PATIENCE = 5_000;

/** Descriptors: requests go in, frames come out; bwrap reads its filter and tells what it started. */
const [REQUESTS, RESPONSES, FILTER, STARTED] = [3, 4, 5, 6];

function startProcess({ architecture, command, parameters, python }: Machine): ChildProcess {
  const descriptors = ["--seccomp", String(FILTER), "--info-fd", String(STARTED)];
  const inside = [python, "-s", "-B", "-c", bootstrapFor(architecture)];
  // Detached, so that a Ctrl-C at the terminal does not reach a program that is in work.
  return spawn(command, [...parameters, ...descriptors, ...inside], {
    ...unprivileged(),
    cwd: "/",
    env: {},
    detached: true,
    stdio: ["ignore", "ignore", "pipe", "pipe", "pipe", "pipe", "pipe"],
  });
}

function killIfThere(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // It has ended in this moment.
  }
}

interface Running {
  readonly request: Request;
  readonly written: Buffer[];
  timer?: NodeJS.Timeout;
  resolve(outcome: RunOutcome): void;
  reject(reason: unknown): void;
}

/** A sandboxed process that forks one process for each program; once it has died it is of no use. */
export class Zygote {
  readonly #process: ChildProcess;
  readonly #frames = new FrameReader();
  readonly #gone: Promise<void>;
  #running: Running | undefined;
  #ready = false;
  #alive = true;
  #complaint = "";
  #started = "";

  constructor(machine: Machine) {
    this.#process = startProcess(machine);
    this.#gone = new Promise((resolve) => {
      this.#process.once("error", (error) => resolve(this.#die(error.message)));
      this.#process.once("close", () => resolve(this.#die(firstLine(this.#complaint))));
    });
    for (const socket of this.#sockets()) socket.on("error", () => undefined);
    this.#process.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#complaint = (this.#complaint + text).slice(0, 4096);
    });
    this.#process.stdio[RESPONSES]?.on("data", (piece: Buffer) => {
      for (const frame of this.#frames.push(piece)) this.#hear(frame);
    });
    this.#process.stdio[STARTED]?.on("data", (piece: Buffer) => {
      this.#started += piece.toString("latin1");
      if (!this.#alive) this.#killAll();
    });
    this.#write(FILTER, systemCallFilter(machine.architecture, "zygote"));
    this.#hold(false);
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Runs a program; the signal ends the whole process. */
  run(request: Request, signal: AbortSignal | undefined): Promise<RunOutcome> {
    const abort = (): void => void this.kill(signal?.reason);
    const outcome = new Promise<RunOutcome>((resolve, reject) => {
      this.#running = { request, written: [], resolve, reject };
      this.#hold(true);
      signal?.addEventListener("abort", abort);
      if (!this.#alive) this.#die(firstLine(this.#complaint));
      else if (this.#ready) this.#begin();
    });
    return outcome.finally(() => signal?.removeEventListener("abort", abort));
  }

  /** Ends the process and all in it; a program in work is rejected. Resolves when they are gone. */
  async kill(reason: unknown): Promise<void> {
    this.#alive = false;
    this.#take()?.reject(reason);
    this.#hold(true);
    this.#killAll();
    const timer = setTimeout(() => this.#giveUp(), PATIENCE);
    await this.#gone;
    clearTimeout(timer);
  }

  /**
   * Kills the first process of the room and with it all others, so that bwrap sees them off. Until
   * bwrap has told which one that is, a kill of bwrap alone could leave it behind.
   */
  #killAll(): void {
    const first = /"child-pid": (\d+)/.exec(this.#started)?.[1];
    const { exitCode, signalCode } = this.#process;
    if (first !== undefined && exitCode === null && signalCode === null) killIfThere(Number(first));
  }

  /** For a bwrap that never told what it started, or is none. */
  #giveUp(): void {
    this.#process.kill("SIGKILL");
    for (const socket of this.#sockets()) socket.destroy();
  }

  #sockets(): Socket[] {
    const sockets = this.#process.stdio.filter((stream) => stream instanceof Socket);
    return sockets.filter(({ destroyed }) => !destroyed);
  }

  #write(descriptor: number, bytes: Buffer): void {
    const stream = this.#process.stdio[descriptor];
    if (!(stream instanceof Socket)) return;
    stream.write(bytes);
    if (descriptor === FILTER) stream.end();
  }

  /** Whether this process keeps its parent from ending. */
  #hold(held: boolean): void {
    for (const handle of [this.#process, ...this.#sockets()]) {
      if (held) handle.ref();
      else handle.unref();
    }
  }

  #begin(): void {
    const running = this.#running;
    if (running === undefined) return;
    this.#write(REQUESTS, running.request.bytes);
    const most = Math.min(running.request.wall + GRACE, LONGEST_TIMER);
    running.timer = setTimeout(() => void this.#expire(), most);
  }

  async #expire(): Promise<void> {
    const running = this.#take();
    await this.kill(undefined);
    running?.resolve({ kind: "timed-out" });
  }

  #take(): Running | undefined {
    const running = this.#running;
    this.#running = undefined;
    clearTimeout(running?.timer);
    this.#hold(false);
    return running;
  }

  #hear({ letter, bytes }: Frame): void {
    if (letter === "R") return this.#inspect(bytes.toString("utf8"));
    if (letter === "D") return void this.#running?.written.push(bytes);
    const running = this.#take();
    if (running === undefined) return;
    const ending = { letter, status: bytes.readUInt32LE() };
    running.resolve(outcomeOf(Buffer.concat(running.written), ending, running.request));
  }

  /** Nothing is run where a program could do what it must not. */
  #inspect(verdict: string): void {
    this.#ready = verdict === "ok:";
    if (this.#ready) return this.#begin();
    this.#complaint = `a sandbox open to ${verdict.replace("ok:", "") || "what was not told"}`;
    void this.kill(undefined);
  }

  #die(complaint: string): void {
    this.#alive = false;
    const { remedy } = unfit("the sandbox for Python to hold", complaint, ALLOW);
    this.#take()?.resolve({ kind: "no-sandbox", remedy });
  }
}
