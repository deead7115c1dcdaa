import { InvalidArgumentError, Option } from "commander";
import type { Command } from "commander";
import type { AgentTerms } from "../../app/index.ts";
import type { GivenPrice, RunModels } from "../../contract/index.ts";
import { choosing, collectedNames, folderPath, wholeNumber } from "../parse-options.ts";

/** Options of a run with a language model. */
export interface ModelOptions extends RateOptions {
  readonly model?: readonly string[];
  readonly dialect?: "tools" | "text";
  readonly protocol?: "find";
  readonly turns?: number;
  readonly maxTokens?: number;
  readonly temperature?: number;
  readonly reasoningEffort?: string;
  readonly api?: "chat" | "responses";
  readonly prompt?: string;
  readonly costLimit?: number;
  readonly price?: readonly PriceOption[];
  readonly replay?: string;
  readonly dryRun?: true;
}

const MOST_TURNS = 1000;
const MOST_TOKENS = 1_000_000;
const HOTTEST = 2;
/** Seconds: a week. */
const LONGEST_WAIT = 604_800;
/** Levels of thinking that providers know, though none knows them all. */
const EFFORTS = ["none", "minimal", "low", "medium", "high", "xhigh", "max"];

/** Adds the options of a run with a language model. */
export function addModelOptions(command: Command): Command {
  const withModel = command
    .addOption(
      new Option(
        "--model <provider/name>",
        "the language model of agent, agent+init and examples; several with commas between them, or given several times, are rows of one run (a comma in a name is written \\,)",
      )
        .argParser(collectedNames)
        .env("FINDBENCH_MODEL"),
    )
    .addOption(
      choosing(
        new Option(
          "--dialect <name>",
          "how it asks and answers (default: tools; text for completion endpoints)",
        ),
        ["tools", "text"],
      ),
    )
    .addOption(
      choosing(
        new Option(
          "--protocol <name>",
          "the published rules: 20 replies, no limit of queries, a hint at networks",
        ),
        ["find"],
      ),
    )
    .option("--turns <n>", "replies that it may give (default: 24)", wholeNumber(1, MOST_TURNS))
    .option("--max-tokens <n>", "tokens of a reply (default: 4096)", wholeNumber(1, MOST_TOKENS))
    .option("--temperature <t>", "its temperature (default: the provider's)", amount(0, HOTTEST))
    .addOption(effortOption())
    .addOption(apiOption())
    .option("--prompt <file>", "a prompt of your own, with the slots that the documentation names")
    .addOption(costLimitOption())
    .addOption(priceOption())
    .option("--replay <run>", "give back what a run recorded, and send nothing", folderPath)
    .option("--dry-run", "tell what the model may be asked and cost, and do nothing");
  return addRateOptions(withModel);
}

/** How much a model is to think. */
export function effortOption(): Option {
  return choosing(
    new Option("--reasoning-effort <level>", "how much it is to think (default: the provider's)"),
    EFFORTS,
  );
}

/** The interface that a model is asked by. */
export function apiOption(): Option {
  return choosing(
    new Option(
      "--api <name>",
      "OpenAI's interface: chat completions or Responses (default: by the model's name, and what its server takes)",
    ),
    ["chat", "responses"],
  );
}

/** Headers that a gateway wants. */
export function headerOption(): Option {
  return new Option(
    "--header <name:value>",
    "a header of each request; may be given several times, and stands in no record",
  ).argParser((text: string, before: readonly string[] | undefined) => [...(before ?? []), text]);
}

/** What the tokens of a run's model cost. */
export function priceOption(): Option {
  return new Option(
    "--price <in/out>",
    "US dollars for a million tokens in and out, such as 0.15/0.6, where no price is known; in/out/cached for another price of cached input; MODEL=in/out for one of several, given several times",
  ).argParser(price);
}

/** Adds the options by which a provider's limits are kept to, which change no result. */
export function addRateOptions(command: Command): Command {
  const most = wholeNumber(1, Number.MAX_SAFE_INTEGER);
  return command
    .option("--requests-per-minute <n>", "the most requests to the model's provider", most)
    .option("--tokens-per-minute <n>", "the most tokens, in and out together", most)
    .option(
      "--patience <s>",
      "seconds to wait in all, through limits and outages, before a call is given up (default: 300, in at most 6 requests)",
      wholeNumber(0, LONGEST_WAIT),
    )
    .option(
      "--silence <s>",
      "seconds without a byte until a server counts as gone (default: 300)",
      wholeNumber(1, LONGEST_WAIT),
    )
    .addOption(headerOption());
}

/** How the calls of a run reach its model. */
export interface RateOptions {
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
  readonly patience?: number;
  readonly silence?: number;
  readonly header?: readonly string[];
}

/** The rate that options ask for, and the way. */
export function rateOf({
  requestsPerMinute,
  tokensPerMinute,
  patience,
  silence,
  header,
}: RateOptions): Omit<RateOptions, "header"> & { readonly headers?: readonly string[] } {
  return {
    ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
    ...(tokensPerMinute === undefined ? {} : { tokensPerMinute }),
    ...(patience === undefined ? {} : { patience }),
    ...(silence === undefined ? {} : { silence }),
    ...(header === undefined ? {} : { headers: header }),
  };
}

/** What the calls of a run may cost. */
export function costLimitOption(): Option {
  return new Option(
    "--cost-limit <dollars>",
    "US dollars that the run's model may cost; then the run stops and can be resumed",
  )
    .argParser(amount(Number.MIN_VALUE, Number.MAX_SAFE_INTEGER))
    .env("FINDBENCH_COST_LIMIT");
}

/** The part of the options that decides how a model interprets; `template` is its own prompt. */
export function agentTerms(
  {
    model,
    dialect,
    protocol,
    turns,
    maxTokens,
    temperature,
    reasoningEffort,
    api,
  }: Omit<ModelOptions, keyof RateOptions>,
  template: string | undefined,
): AgentTerms {
  return {
    ...(model === undefined ? {} : { model }),
    ...(dialect === undefined ? {} : { dialect }),
    ...(protocol === undefined ? {} : { protocol }),
    ...(turns === undefined ? {} : { turns }),
    ...(maxTokens === undefined ? {} : { maxTokens }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(reasoningEffort === undefined ? {} : { reasoningEffort }),
    ...(api === undefined ? {} : { api }),
    ...(template === undefined ? {} : { template }),
  };
}

function amount(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = dollars(text);
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(
      least === 0 ? `Expected a number from 0 to ${most}.` : "Expected a number above 0.",
    );
  };
}

/** A price, with the name of its model where there are several. */
type PriceOption = GivenPrice & { readonly model?: string };

/** The prices of a run's models that options give. */
export function pricesOf(
  given: readonly PriceOption[] | undefined,
): Pick<RunModels, "price" | "prices"> {
  if (given === undefined) return {};
  const unnamed = given.findLast(({ model }) => model === undefined);
  const prices = given.flatMap(({ model, ...rest }) =>
    model === undefined ? [] : [{ model, ...rest }],
  );
  return {
    ...(unnamed === undefined ? {} : { price: unnamed }),
    ...(prices.length === 0 ? {} : { prices }),
  };
}

function price(text: string, before: readonly PriceOption[] = []): readonly PriceOption[] {
  const at = text.lastIndexOf("=");
  const named = at === -1 ? {} : { model: text.slice(0, at) };
  if (at === -1 && before.some(({ model }) => model === undefined))
    throw new InvalidArgumentError("Expected one price, or MODEL=in/out for each of several.");
  return [...before, { ...named, ...dollarsOf(text.slice(at + 1)) }];
}

function dollarsOf(text: string): GivenPrice {
  const parts = text.split("/");
  const [input = NaN, output = NaN, cached] = parts.map(dollars);
  const all = [input, output, cached ?? 0];
  if (parts.length >= 2 && parts.length <= 3 && all.every(Number.isFinite))
    return { input, output, cached: cached ?? null };
  throw new InvalidArgumentError(
    "Expected dollars for a million tokens in and out, such as 0.15/0.6.",
  );
}

function dollars(text: string): number {
  return /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : NaN;
}
