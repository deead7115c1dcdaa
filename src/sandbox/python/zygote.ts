import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { Socket } from "node:net";
import type { RunOutcome } from "../../contract/index.ts";
import { bootstrapFor } from "./bootstrap.ts";
import { FrameReader } from "./frames.ts";
import type { Frame } from "./frames.ts";
import type { Machine } from "./machine.ts";
import { BenchError } from "../../core/index.ts";
import { LostWorker } from "../lost-worker.ts";
import { onceLived } from "./lived-time.ts";
import { ALLOW, firstLine, openTo, unfit } from "./machine.ts";
import type { Ending } from "./outcome.ts";
import { outputsApart, verdictOf } from "./outcome.ts";
import type { Request } from "./request.ts";
import { systemCallFilter } from "./system-call-filter.ts";

/** Milliseconds beyond the wall limit in which the trusted process has to give its verdict. */
const GRACE = 60_000;

/** Milliseconds that bwrap has to end after its room was ended. */
const PATIENCE = 5_000;

/** Descriptors: requests go in, frames come out; bwrap reads its filter and tells what it started. */
const [REQUESTS, RESPONSES, FILTER, STARTED] = [3, 4, 5, 6];

function startProcess({ architecture, command, parameters, python, user }: Machine): ChildProcess {
  const descriptors = ["--seccomp", String(FILTER), "--info-fd", String(STARTED)];
  const inside = [python, "-s", "-B", "-c", bootstrapFor(architecture)];
  // Detached, so that a Ctrl-C at the terminal does not reach a program that is in work.
  return spawn(command, [...parameters, ...descriptors, ...inside], {
    ...user,
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

type Ran = Extract<RunOutcome, { readonly kind: "ran" }>;

interface Running {
  readonly request: Request;
  /** What the process in work has written so far. */
  written: Buffer[];
  /** What the program gave for all inputs, once it has. */
  together?: Ran;
  readonly apart: RunOutcome[];
  /** Seconds of the processor's time that the processes for one input each took together. */
  spent: number;
  stopClock?: () => void;
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
      this.#process.once("error", (error) => resolve(this.#die(error.message, false)));
      this.#process.once("close", (status, signal) => {
        const isKilled = signal !== null || (status ?? 0) > 128;
        resolve(this.#die(firstLine(this.#complaint), isKilled));
      });
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
      this.#running = { request, written: [], apart: [], spent: 0, resolve, reject };
      this.#hold(true);
      signal?.addEventListener("abort", abort);
      if (!this.#alive) this.#die(firstLine(this.#complaint), false);
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
    this.#write(REQUESTS, running.request.together);
    this.#watch(running);
  }

  /** The trusted process gives up on the machine by itself, unless it is gone or hangs too. */
  #watch(running: Running): void {
    running.stopClock?.();
    const { wall } = running.request;
    running.stopClock = onceLived(wall + GRACE, () => void this.kill(starved(wall)));
  }

  #take(): Running | undefined {
    const running = this.#running;
    this.#running = undefined;
    running?.stopClock?.();
    // One that is being killed keeps its parent until it is gone, however late a frame comes.
    if (this.#alive) this.#hold(false);
    return running;
  }

  #hear({ letter, bytes }: Frame): void {
    if (letter === "R") return this.#inspect(bytes.toString("utf8"));
    if (letter === "D") return void this.#running?.written.push(bytes);
    const running = this.#running;
    if (running === undefined) return;
    const written = Buffer.concat(running.written);
    running.written = [];
    this.#conclude(running, written, {
      letter,
      status: bytes.readUInt32LE(0),
      spent: bytes.readDoubleLE(4),
    });
  }

  #conclude(running: Running, written: Buffer, ending: Ending): void {
    const { request, together } = running;
    const apart = together === undefined ? undefined : request.apart[running.apart.length];
    const isApart = apart !== undefined;
    const asked = { ...request, count: apart?.count ?? request.count, apart: isApart };
    const verdict = verdictOf(written, ending, asked);
    if (verdict.kind === "lost") return void this.kill(new LostWorker(verdict.message));
    if (verdict.kind === "starved") return void this.kill(starved(request.wall));
    if (isApart) {
      running.apart.push(verdict);
      running.spent += ending.spent;
    } else if (verdict.kind === "ran") {
      const isNear = ending.spent > request.seconds / 2;
      running.together = isNear ? { ...verdict, nearLimit: true } : verdict;
      for (const { bytes } of request.apart) this.#write(REQUESTS, bytes);
    } else return this.#take()?.resolve(verdict);
    if (running.apart.length < request.apart.length) return this.#watch(running);
    this.#take()?.resolve(concluded(running));
  }

  /** Nothing is run where a program could do what it must not. */
  #inspect(verdict: string): void {
    this.#ready = verdict === "ok:";
    if (this.#ready) return this.#begin();
    this.#die(openTo(verdict), false);
    void this.kill(undefined);
  }

  /** A program that was begun may have been the cause; before that it was the machine, or its setup. */
  #die(complaint: string, isKilled: boolean): void {
    this.#alive = false;
    const running = this.#take();
    if (this.#ready) return running?.reject(new LostWorker(`the sandbox of the program ended`));
    if (isKilled) return running?.reject(killed());
    const { remedy } = unfit("the sandbox for Python to hold", complaint, ALLOW);
    running?.resolve({ kind: "no-sandbox", remedy });
  }
}

function concluded({ request, together, apart, spent }: Running): RunOutcome {
  if (together === undefined || apart.some(({ kind }) => kind === "timed-out"))
    return { kind: "timed-out" };
  const outputs = apart.map((outcome, i) => outputsApart(outcome, request.apart[i]?.count ?? 1));
  const alone = (request.hasAgain ? outputs.slice(0, -1) : outputs).flat();
  const again = request.hasAgain ? outputs.at(-1) : undefined;
  return {
    ...together,
    ...(alone.length === 0 ? {} : { alone }),
    ...(again === undefined ? {} : { again }),
    ...(spent > request.seconds / 2 ? { nearLimit: true } : {}),
  };
}

function starved(wall: number): BenchError {
  return new BenchError(
    "machine-fault",
    `Expected a program in Python to end within ${wall / 1000} s; got a machine that had no time for it; run it again with fewer programs beside it`,
  );
}

function killed(): BenchError {
  return new BenchError(
    "machine-fault",
    "Expected the sandbox for Python to start; got a process that something killed; see that memory is free and run it again",
  );
}
