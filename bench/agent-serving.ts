import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A server of models in another process, so that its work and memory are not measured. */
export interface Serving {
  /** Variables that lead OpenAI's models there. */
  readonly environment: Readonly<Record<string, string>>;
  requests(): Promise<number>;
  close(): void;
}

/** Starts one that waits so many milliseconds before each reply. */
export async function serving(latency: number): Promise<Serving> {
  const script = fileURLToPath(new URL("agent-server.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, String(latency)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const next = async (): Promise<string> => String((await once(lines, "line"))[0]);
  const url = await next();
  return {
    environment: { OPENAI_BASE_URL: url, OPENAI_API_KEY: "a-key-of-no-worth" },
    requests: async () => {
      child.stdin.write("\n");
      return Number(await next());
    },
    close: () => child.stdin.end(),
  };
}
