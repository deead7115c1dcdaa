import { Option } from "commander";
import type { Command } from "commander";
import { collected, wholeNumber } from "../parse-options.ts";

/** How programs contend. */
export interface ExecOptions {
  readonly execPath: readonly string[];
  readonly execEnv: readonly string[];
  readonly execTimeout: number;
  readonly allowNetwork?: true;
  readonly unconfined?: true;
}

/** Longest silence in seconds. */
const LONGEST = 2_000_000;

/** When a program that says nothing is given up. */
export function execTimeoutOption(): Option {
  return new Option(
    "--exec-timeout <seconds>",
    "seconds in which something has to come from a program (exec:) that has all it asked for",
  )
    .argParser(wholeNumber(1, LONGEST))
    .default(600);
}

/** Adds the options of programs that contend. */
export function addExecOptions(command: Command): Command {
  return command
    .option(
      "--exec-path <paths>",
      "files and folders that a program (exec:) is shown, beside its own folder",
      collected,
      [],
    )
    .option(
      "--exec-env <names>",
      "variables of the environment that a program (exec:) is given",
      collected,
      [],
    )
    .addOption(execTimeoutOption())
    .option("--allow-network", "let programs (exec:) use the network")
    .option("--unconfined", "run programs (exec:) without walls, which marks their rows");
}

/** The options as a run takes them. */
export function execTerms({
  execPath,
  execEnv,
  execTimeout,
  allowNetwork,
  unconfined,
}: ExecOptions): {
  readonly paths: readonly string[];
  readonly variables: readonly string[];
  readonly network: boolean;
  readonly unconfined: boolean;
  readonly silence: number;
} {
  return {
    paths: execPath,
    variables: execEnv,
    network: allowNetwork === true,
    unconfined: unconfined === true,
    silence: execTimeout,
  };
}
