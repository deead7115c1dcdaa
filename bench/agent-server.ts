// A server of models for the benches, in a process of its own: prints its address, and on each line of
// input the number of requests so far. Argument: milliseconds until a reply begins.
import { createInterface } from "node:readline";
import { longTalk } from "../test/cli/agent/talk.ts";
import { startModelServer } from "../test/support/model-server.ts";

const server = await startModelServer(longTalk, { latency: Number(process.argv[2] ?? 0) });
process.stdout.write(`${server.url}\n`);
createInterface({ input: process.stdin })
  .on("line", () => process.stdout.write(`${server.requests.length}\n`))
  .on("close", () => void server.close());
