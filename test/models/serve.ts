import { onTestFinished } from "vitest";
import { chanceFrom } from "../../src/core/index.ts";
import type { Model, ModelRequest } from "../../src/contract/index.ts";
import { httpSend, modelSource, usualModelSettings } from "../../src/models/index.ts";
import type { ModelSettings, ModelSource, Timer } from "../../src/models/index.ts";
import { startModelServer } from "../support/model-server.ts";
import type { ModelServer, ServerScript } from "../support/model-server.ts";
import { virtualTimer, type VirtualTimer } from "./virtual-timer.ts";

/** A model behind a server of its own, for one test. */
export interface Served {
  readonly server: ModelServer;
  readonly source: ModelSource;
  readonly timer: VirtualTimer;
  readonly model: Model;
  /** Asks with a signal that nobody aborts. */
  ask(request?: Partial<ModelRequest>): ReturnType<Model["complete"]>;
}

/** A request of one word. */
export const hello: ModelRequest = { messages: [{ role: "user", text: "Hello" }] };

/** Starts a server with a script and opens a model of it; both are gone when the test is. */
export async function serve(
  id: string,
  script: ServerScript,
  settings: Partial<ModelSettings> = {},
  time?: Timer,
): Promise<Served> {
  const server = await startModelServer(script);
  onTestFinished(() => server.close());
  const timer = virtualTimer();
  const provider = id.replace(/[+/].*$/, "");
  const source = modelSource({
    environment: server.environment(provider),
    send: httpSend,
    timer: time ?? timer,
    chance: chanceFrom("waits"),
    settings: { ...usualModelSettings, ...settings },
  });
  const model = await source.open(id);
  const ask: Served["ask"] = (request = {}) =>
    model.complete({ ...hello, ...request }, new AbortController().signal);
  return { server, source, timer, model, ask };
}
