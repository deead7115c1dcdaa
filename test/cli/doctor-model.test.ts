import { describe, expect, it, onTestFinished } from "vitest";
import { findbenchIn } from "../support/command-line.ts";
import { says, startModelServer } from "../support/model-server.ts";
import type {
  ModelServer,
  SeenRequest,
  ServedTurn,
  ServerScript,
} from "../support/model-server.ts";

async function serve(script: ServerScript): Promise<ModelServer> {
  const server = await startModelServer(script);
  onTestFinished(() => server.close());
  return server;
}

/** A model that can do all that is tried. */
function able({ body }: SeenRequest): ServedTurn {
  if (body["tools"] !== undefined)
    return { kind: "reply", calls: [{ tool: "report", arguments: { number: 7 } }] };
  if (JSON.stringify(body).includes("digit")) return says("1");
  return says(body["response_format"] === undefined ? "ready" : '{"number": 7}');
}

/** A server that gives at most so many likeliest tokens. */
const giving =
  (most: number) =>
  (request: SeenRequest): ServedTurn => {
    const { top_logprobs: chat, logprobs: completion } = request.body;
    const asked = typeof completion === "number" ? completion : chat;
    return typeof asked === "number" && asked > most
      ? { kind: "status", status: 400, body: { error: { message: `at most ${most}` } } }
      : able(request);
  };

async function doctor(
  id: string,
  script: ServerScript,
  ...more: readonly string[]
): Promise<{ server: ModelServer; stdout: string; code: number }> {
  const server = await serve(script);
  const environment = server.environment(id.replace(/[+/].*$/u, ""));
  const { stdout, code } = await findbenchIn(environment, "doctor", "--model", id, ...more);
  return { server, stdout, code };
}

describe("doctor --model", () => {
  it("tries nothing more where not a word can be had", async () => {
    const refused = { kind: "status", status: 401, body: { error: { message: "No." } } } as const;
    const { server, stdout, code } = await doctor("openai/gpt-4o-mini", [refused]);
    expect(code).toBe(1);
    expect(server.requests).toHaveLength(1);
    expect(stdout).toContain("missing Text (required): Expected a reply from");
    expect(stdout).toContain("check the key");
    expect(stdout.match(/not tried, since not even a text came/gu)).toHaveLength(3);
  });

  it("tells what a model can do", async () => {
    const { server, stdout, code } = await doctor("openai/gpt-4o-mini", able);
    expect(code).toBe(0);
    expect(server.requests).toHaveLength(5);
    for (const line of [
      "ok      Text",
      "ok      Tool calls",
      "ok      Structured output",
      "ok      Log-probabilities (optional): 20 likeliest tokens of each place\n",
      "ok      Price",
    ])
      expect(stdout).toContain(line);
  });

  it("says what to do where a model speaks and can do nothing else", async () => {
    const { stdout, code, server } = await doctor("vllm/plain", (request) =>
      request.number === 1 ? able(request) : { kind: "status", status: 404 },
    );
    expect(code).toBe(0);
    expect(stdout).toContain("missing Tool calls (optional): Expected a reply");
    expect(stdout).toContain("Use --dialect text");
    expect(stdout).toContain("missing Log-probabilities (optional): Expected a reply");
    expect(server.requests).toHaveLength(4);
  });

  it("says of a completion endpoint what its kind does not have, without asking for it", async () => {
    const { stdout, code, server } = await doctor("vllm+completions/base", able);
    expect(code).toBe(0);
    expect(server.requests).toHaveLength(2);
    const none = "(optional): a completion endpoint has none, since it only goes on with a text\n";
    expect(stdout).toContain("ok      Text");
    expect(stdout).toContain(`missing Tool calls ${none}        Use --dialect text\n`);
    expect(stdout).toContain(`missing Structured output ${none}`);
    expect(stdout).toContain("ok      Log-probabilities (optional): 20 likeliest tokens");
  });

  it.each(["xai/grok-4", "openai+completions/gpt-3.5-turbo-instruct"])(
    "finds out that %s gives fewer log-probabilities than others",
    async (id) => {
      const { stdout, code } = await doctor(id, giving(5));
      expect(code).toBe(0);
      expect(stdout).toContain("ok      Log-probabilities (optional): 5 likeliest tokens");
    },
  );

  it("says the same as JSON", async () => {
    for (const id of ["vllm/llama", "vllm+completions/base", "anthropic/claude-haiku-4-5"]) {
      const { stdout } = await doctor(id, able, "--json");
      const diagnoses = JSON.parse(stdout) as Readonly<Record<string, string>>[];
      expect(diagnoses.map(({ name }) => name)).toEqual([
        "Text",
        "Tool calls",
        "Structured output",
        "Log-probabilities",
        "Price",
      ]);
      for (const diagnosis of diagnoses)
        expect(Object.keys(diagnosis)).toEqual(["name", "status", "need", "detail", "remedy"]);
      const isAble = id.startsWith("vllm");
      expect(diagnoses[3]).toMatchObject({
        status: isAble ? "ok" : "missing",
        detail: isAble ? "20 likeliest tokens of each place" : "the reply came without them",
        remedy: isAble ? "" : "Choose another model or server where they are needed",
      });
    }
  });

  it.each<[string, unknown, string]>([
    ["nothing that can be read", { content: [{ token: "1", logprob: "?" }] }, "only those of its"],
    ["another thing", "none", "the reply came without them"],
    [
      "one token",
      { content: [{ token: "1", top_logprobs: [{ token: "1", logprob: -1 }] }] },
      "the likeliest token of each place",
    ],
  ])("is honest about %s in their place", async (_, logProbs, words) => {
    const { stdout } = await doctor("vllm/llama", (request) => {
      const turn = able(request);
      return turn.kind === "reply" ? { ...turn, logProbs } : turn;
    });
    expect(stdout).toContain(words);
  });
});
