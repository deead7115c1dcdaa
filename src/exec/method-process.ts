import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { Socket } from "node:net";
import type { Conversation } from "./conversation.ts";
import type { MethodLimits, MethodTerms } from "./limits.ts";
import { MethodFailure } from "./method-failure.ts";
import { PROTOCOL, readMessage } from "./protocol.ts";
import type { FromMethod, MethodFault, ToMethod } from "./protocol.ts";
import { noWalls, STARTED, WALLS } from "./walls.ts";
import type { Start } from "./walls.ts";

/** Milliseconds that a method has to end when it is told that nothing more comes. */
const PATIENCE = 2000;

/** Messages of a method that may wait to be worked on before no more are read. */
const MOST_WAITING = 256;

/** What a method said of itself. */
export type Hello = Pick<Extract<FromMethod, { readonly type: "hello" }>, "problems" | "fresh">;

/** A method at work: one process that reads problems and writes questions and answers. */
export class MethodProcess {
  readonly #process: ChildProcess;
  readonly #limits: MethodLimits;
  readonly #conversations = new Map<string, Conversation>();
  readonly #gone: Promise<void>;
  readonly #hello: Promise<Hello>;
  #greeted: { resolve(hello: Hello): void; reject(reason: unknown): void } | undefined;
  #alive = true;
  #served = 0;
  #retired = false;
  #line: Buffer[] = [];
  #lineBytes = 0;
  #bytes = 0;
  #faults = 0;
  #waiting = 0;
  #silence = 0;
  #words = "";
  #started = "";
  readonly #stopTicking: () => void;

  constructor(start: Start, { limits, everySecond, version }: MethodTerms) {
    this.#limits = limits;
    const { command, parameters, environment, folder, walls } = start;
    // Detached, so that a Ctrl-C at the terminal does not reach a method at work.
    this.#process = spawn(command, [...parameters], {
      cwd: folder,
      env: { ...environment },
      detached: true,
      stdio: [
        "pipe",
        "pipe",
        "pipe",
        ...(walls === null ? [] : ["pipe" as const, "pipe" as const]),
      ],
    });
    this.#hello = new Promise((resolve, reject) => (this.#greeted = { resolve, reject }));
    this.#hello.catch(() => undefined);
    this.#gone = new Promise((resolve) => {
      this.#process.once("error", (error) => resolve(this.#end(error.message)));
      this.#process.once("close", (status, signal) => {
        resolve(this.#end(signal === null ? `exit code ${status}` : `the signal ${signal}`));
      });
    });
    for (const socket of this.#sockets()) socket.on("error", () => undefined);
    this.#process.stdout?.on("data", (piece: Buffer) => this.#read(piece));
    this.#process.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#words = (this.#words + text).slice(-limits.words);
    });
    this.#stream(STARTED)?.on("data", (piece: Buffer) => {
      this.#started = (this.#started + piece.toString("latin1")).slice(0, 1000);
      if (!this.#alive) this.#kill();
    });
    if (walls !== null) this.#stream(WALLS)?.end(walls);
    this.#stopTicking = everySecond(() => this.#tick());
    this.send({ type: "hello", protocol: PROTOCOL, findbench: version });
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Whether it can be given another problem at all. */
  get open(): boolean {
    return this.#alive && !this.#retired;
  }

  /** Problems that it is at now, and those that it was ever given. */
  get load(): { readonly now: number; readonly ever: number } {
    return { now: this.#conversations.size, ever: this.#served };
  }

  /** What it says of itself; rejects where it ends or says nothing. */
  hello(): Promise<Hello> {
    return this.#hello;
  }

  /** Writes a message. */
  send(message: ToMethod): void {
    const { stdin } = this.#process;
    if (!this.#alive || stdin === null || !stdin.writable) return;
    stdin.write(`${JSON.stringify(message)}\n`);
    if (stdin.writableLength > this.#limits.bytes)
      void this.kill(this.#failure("what it asked for left unread"));
  }

  /** Gives it no more problems: it ends when it is done with those that it has. */
  retire(): void {
    this.#retired = true;
  }

  /** Holds a conversation on a problem to its end; whatever ends the process ends it too. */
  async hold<T>(name: string, conversation: Conversation, work: Promise<T>): Promise<T> {
    this.#conversations.set(name, conversation);
    this.#served += 1;
    this.#attend(true);
    if (!this.#alive) conversation.fail(this.#failure("a process that had ended"));
    try {
      return await work;
    } catch (error) {
      // One that ends after each problem may be gone before it is told of the next.
      const isLeft = this.#served > 1 && conversation.isUnheard;
      throw error instanceof MethodFailure && isLeft ? error.ofAnother() : error;
    } finally {
      this.#conversations.delete(name);
      if (conversation.isMuted) this.#retired = true;
      if (this.#conversations.size === 0) {
        this.#attend(false);
        if (conversation.isMuted) void this.kill(undefined);
        else if (this.#retired) void this.close();
      }
    }
  }

  /** Starts from anew to count what it writes: an answer came. */
  forgive(): void {
    this.#bytes = 0;
    this.#faults = 0;
  }

  /** Lets it end by itself, and ends it when it does not. */
  async close(): Promise<void> {
    if (!this.#alive) return this.#gone;
    this.#retired = true;
    this.#attend(true);
    this.#process.stdin?.end();
    const timer = setTimeout(() => void this.kill(undefined), PATIENCE);
    await this.#gone;
    clearTimeout(timer);
  }

  /** Ends it at once; conversations fail with the reason. Resolves when it is gone. */
  async kill(reason: unknown): Promise<void> {
    this.#lose(reason);
    this.#attend(true);
    this.#kill();
    const timer = setTimeout(() => this.#giveUp(), PATIENCE);
    await this.#gone;
    clearTimeout(timer);
  }

  /** For what a method without walls has left behind, which keeps its streams open. */
  #giveUp(): void {
    for (const socket of this.#sockets()) socket.destroy();
  }

  #kill(): void {
    const { exitCode, signalCode, pid } = this.#process;
    if (exitCode !== null || signalCode !== null || pid === undefined) return;
    // The first process of the room takes all others with it.
    const first = /"child-pid": (\d+)/u.exec(this.#started)?.[1];
    killGroup(pid);
    if (first !== undefined) killOne(Number(first));
  }

  #sockets(): Socket[] {
    return [...this.#process.stdio].filter(isOpenSocket);
  }

  #stream(descriptor: number): Socket | undefined {
    const stream = this.#process.stdio[descriptor];
    return stream instanceof Socket ? stream : undefined;
  }

  /** Whether this process keeps its parent from ending. */
  #attend(attended: boolean): void {
    this.#silence = 0;
    for (const handle of [this.#process, ...this.#sockets()]) {
      if (attended) handle.ref();
      else handle.unref();
    }
  }

  #failure(got: string): MethodFailure {
    const words = this.#words.trim().replaceAll(/\s*\n\s*/gu, " | ");
    const shown = words === "" ? "nothing on stderr" : `on stderr: ${words}`;
    return new MethodFailure(`${got}, ${shown}`, this.#conversations.size > 1);
  }

  #end(got: string): void {
    this.#stopTicking();
    const isNothing = this.#greeted !== undefined && this.#words.startsWith("bwrap: ");
    const [line = ""] = this.#words.split("\n");
    this.#lose(isNothing ? noWalls(line) : this.#failure(got));
  }

  #lose(reason: unknown): void {
    this.#alive = false;
    this.#greeted?.reject(reason);
    this.#greeted = undefined;
    for (const conversation of this.#conversations.values()) conversation.fail(reason);
  }

  #tick(): void {
    const limit = this.#limits.silence;
    if (this.#greeted !== undefined) {
      this.#silence += 1;
      if (this.#silence > limit) void this.kill(this.#failure(`no hello within ${limit} s`));
      return;
    }
    for (const conversation of this.#conversations.values())
      if (conversation.isSilentFor(limit))
        conversation.mute(this.#failure(`silence for ${limit} s`));
  }

  #read(piece: Buffer): void {
    if (!this.#alive) return;
    this.#bytes += piece.length;
    if (this.#bytes > this.#limits.bytes)
      return void this.kill(this.#failure(`${this.#bytes} bytes without an answer`));
    let rest = piece;
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      this.#line.push(rest.subarray(0, end));
      const line = Buffer.concat(this.#line).toString("utf8");
      this.#line = [];
      this.#lineBytes = 0;
      rest = rest.subarray(end + 1);
      this.#hear(line);
      if (!this.#alive) return;
    }
    this.#line.push(rest);
    this.#lineBytes += rest.length;
    if (this.#lineBytes > this.#limits.lineBytes)
      void this.kill(this.#failure(`a line of more than ${this.#limits.lineBytes} bytes`));
  }

  #hear(line: string): void {
    if (line.trim() === "") return;
    const message = readMessage(line);
    if (message.type === "fault") return this.#complain(message.fault, message.problem);
    if (message.type === "hello") return this.#greet(message);
    if (this.#greeted !== undefined)
      return this.#complain({
        code: "no-hello",
        message: `Expected \`hello\` as the first message; got \`${message.type}\`; begin with it`,
      });
    const conversation = this.#conversations.get(message.problem);
    if (conversation === undefined)
      return this.#complain(
        {
          code: "unknown-problem",
          message: `Expected the name of a problem that is open; got ${JSON.stringify(message.problem)}; take the name from \`problem\`, and say nothing after its end`,
        },
        message.problem,
      );
    this.#waiting += 1;
    if (this.#waiting > MOST_WAITING) this.#process.stdout?.pause();
    void conversation.hear(message).finally(() => {
      this.#waiting -= 1;
      if (this.#waiting <= MOST_WAITING / 2) this.#process.stdout?.resume();
    });
  }

  #greet({ problems, fresh }: Hello): void {
    if (this.#greeted === undefined)
      return this.#complain({
        code: "bad-message",
        message: "Expected one `hello`; got another; say it once, at the beginning",
      });
    const { resolve } = this.#greeted;
    this.#greeted = undefined;
    this.#attend(this.#conversations.size > 0);
    resolve({ problems, fresh });
  }

  /** Tells what was not understood, to the problem that it is about where that is known. */
  #complain(fault: MethodFault, problem: string | null = null): void {
    const [only] = this.#conversations.size === 1 ? this.#conversations.values() : [];
    const conversation = (problem === null ? only : this.#conversations.get(problem)) ?? undefined;
    if (conversation !== undefined) return conversation.complain(fault);
    this.send({ type: "error", problem, ...fault });
    this.#faults += 1;
    if (this.#faults > this.#limits.faults)
      void this.kill(
        this.#failure(`${this.#faults} lines that were none, the last: ${fault.message}`),
      );
  }
}

const NEWLINE = 10;

function killGroup(id: number): void {
  try {
    process.kill(-id, "SIGKILL");
  } catch {
    killOne(id);
  }
}

function killOne(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // It has ended in this moment.
  }
}

/** A socket that is gone would remember each wish to be held. */
function isOpenSocket(stream: unknown): stream is Socket {
  return stream instanceof Socket && !stream.destroyed;
}
