import { CommanderError } from "commander";
import type { CommandContext } from "./command-context.ts";
import { exitCodeOf, faultLines } from "./faults.ts";
import { program } from "./program.ts";

/** Parses the arguments, runs the command, tells a fault in one line, and gives the exit code. */
export async function runCommandLine(
  args: readonly string[],
  context: CommandContext,
): Promise<number> {
  try {
    const root = program(context);
    const names = root.commands.map((command) => command.name());
    await root.parseAsync(askedOf(args, names), { from: "user" });
    return context.exitCode();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    context.fault(faultLines(error, context.debug));
    return exitCodeOf(error);
  }
}

/** What is asked for; of a command that is not known there is no help to give. */
function askedOf(args: readonly string[], names: readonly string[]): string[] {
  const named = args.find((arg) => !arg.startsWith("-"));
  if (named !== undefined && !names.includes(named)) return [named];
  return args.length === 0 ? ["--help"] : [...args];
}
