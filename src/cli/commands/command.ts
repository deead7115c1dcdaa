import { Command, Option } from "commander";

/** A sub-command with the options that every command has, its examples under `--help`. */
export function command(usage: string, description: string, examples: readonly string[]): Command {
  return new Command(usage.split(" ")[0])
    .description(description)
    .addOption(new Option("--json", "print one JSON document on stdout and nothing else"))
    .addOption(new Option("--quiet", "print no remarks and no progress"))
    .allowExcessArguments(false)
    .addHelpText("after", `\nExamples:\n${examples.map((line) => `  $ ${line}`).join("\n")}`);
}

/** The option that decides all randomness of a command. */
export function seedOption(description: string): Option {
  return new Option("--seed <text>", description).default("0").env("FINDBENCH_SEED");
}
