import { CommanderError } from "commander";
import { BenchError, messageOf } from "../core/index.ts";
import type { ErrorCode } from "../core/index.ts";

const FAILED = 1;
const USAGE = 2;
const RESUMABLE = 130;

/** The exit code that an error means: 2 for bad input, 130 for a run that can be resumed, else 1. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return USAGE;
  if (!(error instanceof BenchError)) return FAILED;
  return codeMeaning(error.code);
}

function codeMeaning(code: ErrorCode): number {
  switch (code) {
    case "cost-limit":
    case "disk-full":
    case "interrupted":
    case "model-stopped":
      return RESUMABLE;
    case "function-failed":
    case "internal":
    case "machine-fault":
    case "model-failed":
    case "sandbox-unavailable":
    case "server-mangles-tools":
      return FAILED;
    case "bad-argument":
    case "bad-budget":
    case "bad-configuration":
    case "bad-data":
    case "bad-input-value":
    case "bad-parameter":
    case "bad-recipe":
    case "bad-seed":
    case "bad-wrapper-order":
    case "corrupt-log":
    case "data-missing":
    case "folder-not-empty":
    case "hash-mismatch":
    case "not-a-run":
    case "not-a-suite":
    case "reply-missing":
    case "request-differs":
    case "run-differs":
    case "run-in-use":
    case "truths-missing":
    case "unknown-category":
    case "unknown-family":
    case "unknown-interpreter":
    case "unknown-model":
    case "unknown-problem":
    case "unknown-recipe":
    case "unsupported-version":
      return USAGE;
  }
}

/** One line for a person: the code, what was expected, what came, what to do. */
export function faultLines(error: unknown, debug: boolean): string {
  const stack = debug && error instanceof Error ? `\n${error.stack ?? ""}` : "";
  return `findbench: ${oneLine(faultText(error, debug))}${stack}`;
}

function faultText(error: unknown, debug: boolean): string {
  if (error instanceof BenchError) return `${error.code}: ${error.message}`;
  if (error instanceof CommanderError) return `usage: ${usageText(error)}`;
  const advice = debug ? "" : " Set FINDBENCH_DEBUG=1 to see where";
  return `internal: ${messageOf(error).split("\n")[0] ?? ""}.${advice}`;
}

/** A path can hold line breaks, and what a terminal takes for a command. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ");
}

function usageText(error: CommanderError): string {
  const text = error.message
    .replace(/^error: /u, "")
    .replaceAll("\n", " ")
    .replace(/\.$/u, "");
  return `${text}. \`findbench --help\` lists the commands, \`findbench COMMAND --help\` their options`;
}
