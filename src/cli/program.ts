import { readFileSync } from "node:fs";
import { Command } from "commander";
import type { CommandContext } from "./command-context.ts";
import { compareCommand } from "./commands/compare.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { generateCommand } from "./commands/generate.ts";
import { importCommand } from "./commands/import.ts";
import { listCommand } from "./commands/list.ts";
import { queryCommand } from "./commands/query.ts";
import { reportCommand } from "./commands/report.ts";
import { resumeCommand } from "./commands/resume.ts";
import { runCommand } from "./commands/run.ts";
import { scoreCommand } from "./commands/score.ts";
import { showCommand } from "./commands/show.ts";
import { templateCommand } from "./commands/template.ts";

const makers = [
  generateCommand,
  importCommand,
  listCommand,
  queryCommand,
  runCommand,
  resumeCommand,
  scoreCommand,
  showCommand,
  reportCommand,
  compareCommand,
  templateCommand,
  doctorCommand,
];

const CLOSING = `
Examples:
  $ findbench generate --recipe mini --seed 1 --out suites/mini
  $ findbench run suites/mini --interpreter constant,polynomial,lookup --out runs/first
  $ findbench report runs/first

Exit codes: 0 done, 1 failed, 2 usage or bad input, 130 interrupted with a resumable run.`;

/** The whole command line, as data; commands load their parts when they are called. */
export function program(context: CommandContext): Command {
  const root = new Command("findbench")
    .description(
      "Black-box functions whose truth is known, and an honest score for whoever describes them",
    )
    .version(version(), "-V, --version", "print the version")
    .helpCommand(false)
    .addHelpText("after", CLOSING);
  for (const make of makers) root.addCommand(make(context));
  for (const command of [root, ...root.commands]) {
    // Errors are thrown and told by main, in one line.
    command.exitOverride().configureOutput({
      writeOut: (text) => context.terminal(false).out(text),
      writeErr: () => undefined,
    });
  }
  return root;
}

function version(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return /"version": "([^"]+)"/u.exec(text)?.[1] ?? "unknown";
}
