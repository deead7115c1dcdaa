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
    const asked = args.length === 0 ? ["--help"] : [...args];
    await program(context).parseAsync(asked, { from: "user" });
    return context.exitCode();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    context.fault(faultLines(error, context.debug));
    return exitCodeOf(error);
  }
}
