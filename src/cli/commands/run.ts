import { Option } from "commander";
import type { Command } from "commander";
import type { Language, MetricFamily } from "../../contract/index.ts";
import { printResult } from "../command-context.ts";
import type { CommandContext, CommonOptions } from "../command-context.ts";
import {
  choosing,
  collected,
  interpreterNames,
  limitOrUnlimited,
  positionRange,
  wholeNumber,
} from "../parse-options.ts";
import { progressMeter } from "../progress.ts";
import { blackBoxesOf } from "./black-boxes-of.ts";
import { command, seedOption } from "./command.ts";
import { addExecOptions, execTerms } from "./exec-options.ts";
import type { ExecOptions } from "./exec-options.ts";
import { addModelOptions, agentTerms, pricesOf, rateOf } from "./model-options.ts";
import type { ModelOptions } from "./model-options.ts";
import { renderEstimate } from "./render-estimate.ts";
import {
  concurrencyOption,
  durabilityOption,
  lexiconOption,
  metricsOption,
  runSummary,
  timeLimitOption,
} from "./work-options.ts";
import { unlessInterrupted } from "./unless-interrupted.ts";
import type { WorkOptions } from "./work-options.ts";

interface Options extends CommonOptions, WorkOptions, ModelOptions, ExecOptions {
  readonly lexicon?: string;
  readonly function?: string;
  readonly entry?: string;
  readonly arguments?: number;
  readonly interpreter: readonly string[];
  readonly budget?: number;
  readonly rounds?: number;
  readonly codeLanguage: Language;
  readonly metrics?: readonly MetricFamily[];
  readonly timeLimit: number;
  readonly problem: readonly string[];
  readonly limit?: { readonly from: number; readonly to: number };
  readonly epochs: number;
  readonly seed: string;
  readonly out: string;
}

/** Arguments that a function may have at most, as in suites. */
const MOST_ARGUMENTS = 16;

/** `findbench run`: lets interpreters work on suites. */
export function runCommand(context: CommandContext): Command {
  const run = command(
    "run",
    "Let interpreters question the black boxes of suites, and score them",
    [
      "findbench run suites/mini --interpreter scientist,polynomial,lookup --out runs/first",
      "findbench run suites/find --interpreter lookup --budget 64 --limit 100 --out runs/quick",
      "findbench run --function mine.py --interpreter polynomial,lookup --out runs/mine",
      "findbench run suites/find --interpreter lookup,answers:gpt-4.jsonl --out runs/recorded",
      "findbench run suites/mini --interpreter agent --model openai/gpt-5.4-mini --limit 20 --dry-run --out runs/agent",
      "findbench run suites/mini --interpreter agent+init,examples --model ollama/llama3 --dialect text --out runs/local",
      "findbench run suites/mini --interpreter agent,lookup --model openai/gpt-5.4-mini,anthropic/claude-haiku-4-5 --epochs 3 --out runs/models",
    ],
  )
    .argument("[suite...]", "folders of the suites; not with --function")
    .option("--function <file>", "a Python or JavaScript file of your own as the one black box")
    .option("--entry <name>", "the function in that file (default: the one that no other calls)")
    .option(
      "--arguments <n>",
      "how many numbers that function takes (default: 1)",
      wholeNumber(1, MOST_ARGUMENTS),
    )
    .addOption(
      new Option(
        "--interpreter <names>",
        "scientist, scientist+symbolic, surveyor, constant, line, polynomial, lookup, answers:FILE, exec:COMMAND; agent, agent+init, examples with --model",
      )
        .argParser(interpreterNames)
        .makeOptionMandatory()
        .env("FINDBENCH_INTERPRETER"),
    )
    .requiredOption("--out <dir>", "new folder for the run's record")
    .addOption(
      new Option("--budget <n>", "queries per problem, or `unlimited` (default: the suite's)")
        .argParser(limitOrUnlimited(0))
        .env("FINDBENCH_BUDGET"),
    )
    .addOption(
      choosing(
        new Option("--code-language <name>", "language of the code of scientist and surveyor"),
        ["javascript", "python"],
      ).default("javascript"),
    )
    .option("--rounds <n>", "rounds per problem, or `unlimited`", limitOrUnlimited(0))
    .option("--problem <ids>", "only these problems; may be given several times", collected, [])
    .option("--limit <N|A-B>", "only the first N problems, or the A-th to the B-th", positionRange)
    .option("--epochs <k>", "how often each problem is interpreted", wholeNumber(1), 1)
    .addOption(
      metricsOption("what to score by: published, sound (default: both; sound takes longer)"),
    )
    .addOption(seedOption("decides the interpreters' own chance"))
    .addOption(timeLimitOption())
    .addOption(lexiconOption())
    .addOption(concurrencyOption())
    .addOption(durabilityOption());
  return addModelOptions(addExecOptions(run)).action(async (suites: string[], options: Options) => {
    const terminal = context.terminal(options.quiet === true);
    const black = blackBoxesOf(suites, options);
    const { dryRun, readPrompt, startFunctionRun, startRun, useLexicon } =
      await import("../../app/index.ts");
    useLexicon(options.lexicon);
    const { out, problem, limit, budget, rounds, costLimit, price, replay, ...rest } = options;
    const template = rest.prompt === undefined ? undefined : await readPrompt(rest.prompt);
    const terms = {
      interpreters: rest.interpreter,
      codeLanguage: rest.codeLanguage,
      agent: {
        ...agentTerms(rest, template),
        ...(run.getOptionValueSource("model") === "env" ? { standing: true as const } : {}),
      },
      exec: execTerms(options),
      ...(costLimit === undefined ? {} : { costLimit }),
      ...pricesOf(price),
      ...(replay === undefined ? {} : { replay }),
      budget: budget === Infinity ? null : budget,
      rounds: rounds === undefined || rounds === Infinity ? null : rounds,
      epochs: rest.epochs,
      metrics: rest.metrics ?? (["published", "sound"] as const),
      seed: rest.seed,
      out,
    };
    const onProgress = progressMeter(terminal, context.clock, {
      what: "items",
      live: context.live,
    });
    const onRemark = (remark: string): void => terminal.note(remark);
    const { clock, environment } = context;
    const rate = rateOf(options);
    const { price: _price, ...how } = options;
    const workforce = { ...how, clock, environment, rate, onProgress, onRemark };
    const everything = { ...terms, suites, problems: problem, limit: limit ?? null };
    if (options.dryRun === true) {
      const estimate = await unlessInterrupted(context.signal, () => dryRun(everything, workforce));
      printResult(terminal, options, estimate, () => renderEstimate(estimate));
      return;
    }
    const { signal } = context;
    const result =
      black.kind === "function"
        ? await startFunctionRun({ ...terms, function: black.request }, workforce, signal)
        : await startRun(everything, workforce, signal);
    printResult(terminal, options, result, () => runSummary(result, out));
  });
}
