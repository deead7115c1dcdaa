#!/usr/bin/env node
import { stopRequests } from "./stop-requests.ts";

const requests = stopRequests(process);
const { runProcess } = await import("./run-process.ts");
await runProcess(process, requests);
