#!/usr/bin/env node
import { optimiseLater } from "./optimise-later.ts";
import { stopRequests } from "./stop-requests.ts";

optimiseLater(process.versions.v8);
const requests = stopRequests(process);
const { runProcess } = await import("./run-process.ts");
await runProcess(process, requests);
