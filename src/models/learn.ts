import type { ModelRequest } from "../contract/index.ts";
import { apiOf, type Habits } from "./habits.ts";

/** A refusal as it is learned from. */
export interface Refusal {
  readonly status: number | null;
  /** All that the server said. */
  readonly words: string;
  /** What it says that its fault is about, such as `max_tokens`. */
  readonly about: string;
}

/** Statuses of requests that might be granted in another form. */
const REFUSING: ReadonlySet<number> = new Set([400, 404, 405, 415, 422, 500, 501]);

/** One thing that can be learned from a refusal. */
interface Lesson {
  readonly name: string;
  fits(refusal: Refusal, request: ModelRequest, habits: Habits): boolean;
  learn(habits: Habits): void;
}

const REFUSED = String.raw`(?:un|not )support|not (?:allow|permit|accept|compatible|available)|unrecognized|unknown|unexpected|extra|invalid|deprecated|disabled|only the default|may not|cannot|can't|must not|does not`;
const NEGATIVE = new RegExp(REFUSED, "iu");

const isRefused = ({ words, about }: Refusal, name: RegExp): boolean =>
  name.test(about) || (name.test(words) && NEGATIVE.test(words));

/** A setting that can be left out without changing what is measured, and is then told as ignored. */
const leaving = (
  name: string,
  said: RegExp,
  isSent: (request: ModelRequest) => boolean,
): Lesson => ({
  name: `without ${name}`,
  fits: (refusal, request) => isSent(request) && isRefused(refusal, said),
  learn: ({ left }) => void left.add(name),
});

const sendsBack = ({ messages }: ModelRequest, has: "reasoning" | "toolCalls"): boolean =>
  messages.some((message) => message.role === "assistant" && message[has].length > 0);

const WANTED_BACK =
  /(?:reasoning|thinking|thought)[^]{0,80}(?:must be|needs? to be|have to be|be) (?:fully )?(?:passed|sent|preserved|included|provided|returned)|(?:missing|requires?|without)[^]{0,40}(?:reasoning|thinking|thought)/iu;

/** What is tried, in this order; each only once in a run. */
const lessons: readonly Lesson[] = [
  {
    // `To use function tools, use /v1/responses`; `This model is only supported in v1/responses`.
    name: "responses",
    fits: ({ words }, request, habits) =>
      apiOf(request, habits) === "chat" && /(?:v1)?\/responses\b|responses api/iu.test(words),
    learn: (habits) => void (habits.responses = "all"),
  },
  {
    // Gateways that serve chat completions alone.
    name: "chat",
    fits: ({ status, words }, request, habits) =>
      apiOf(request, habits) === "responses" &&
      (status === 404 || status === 405 || status === 501 || /chat\/completions/iu.test(words)),
    learn: (habits) => void (habits.responses = "none"),
  },
  {
    name: "max_completion_tokens",
    fits: ({ words, about }, { maxTokens }, { tokenLimit }) =>
      maxTokens !== undefined &&
      tokenLimit === "max_tokens" &&
      (/max_completion_tokens/u.test(words) ||
        (about.trim() === "max_tokens" && /unsupported/iu.test(words))),
    learn: (habits) => void (habits.tokenLimit = "max_completion_tokens"),
  },
  {
    name: "max_tokens",
    fits: (refusal, { maxTokens }, { tokenLimit }) =>
      maxTokens !== undefined &&
      tokenLimit === "max_completion_tokens" &&
      isRefused(refusal, /max_completion_tokens/u),
    learn: (habits) => void (habits.tokenLimit = "max_tokens"),
  },
  {
    name: "thinking goes back",
    fits: ({ words }, request, { thinking }) =>
      thinking !== "all" && sendsBack(request, "reasoning") && WANTED_BACK.test(words),
    learn: (habits) => void (habits.thinking = "all"),
  },
  {
    name: "thinking stays out",
    fits: (refusal, request, { thinking }) =>
      thinking !== "none" &&
      sendsBack(request, "toolCalls") &&
      isRefused(refusal, /reasoning(?:_content)?\b/u),
    learn: (habits) => void (habits.thinking = "none"),
  },
  {
    name: "details stay out",
    fits: (refusal, request, { sendsDetails }) =>
      sendsDetails &&
      sendsBack(request, "toolCalls") &&
      isRefused(
        refusal,
        /reasoning_details|thinking_blocks|extra_content|provider_specific_fields/u,
      ),
    learn: (habits) => void (habits.sendsDetails = false),
  },
  {
    name: "no forced tools",
    fits: ({ words, about, status }, { tools = [], toolChoice = "auto" }, { forcesTools }) =>
      forcesTools &&
      tools.length > 0 &&
      toolChoice !== "auto" &&
      toolChoice !== "none" &&
      status !== 500 &&
      /tool[_ -]?choice|tool[_ ]?config|function[_ ]calling[_ ]?(?:config|mode)|forc(?:e|es|ed|ing) (?:a |the )?(?:tool|function)|forced tool/iu.test(
        `${about} ${words}`,
      ),
    learn: (habits) => void (habits.forcesTools = false),
  },
  {
    name: "instructions as system",
    fits: (refusal, _, { instructions }) =>
      instructions === "developer" && isRefused(refusal, /developer/iu),
    learn: (habits) => void (habits.instructions = "system"),
  },
  {
    // Templates of models that know no instructions: `System role not supported`.
    name: "instructions as user",
    fits: ({ words }, { messages }, { instructions }) =>
      instructions !== "user" &&
      messages.some(({ role }) => role === "system") &&
      /(?:system|developer)[ _](?:role|messages?|instructions?|prompts?)[^]{0,40}not (?:support|enabled|allow)|(?:not support|unsupported|unexpected|unknown)[^]{0,40}(?:system|developer)[ _'"]|roles must alternate/iu.test(
        words,
      ),
    learn: (habits) => void (habits.instructions = "user"),
  },
  {
    name: "effort by tokens",
    fits: (refusal, { reasoningEffort }, { effort }) =>
      reasoningEffort !== undefined &&
      effort === "level" &&
      isRefused(refusal, /adaptive|output_config|thinking_?level/iu),
    learn: (habits) => void (habits.effort = "budget"),
  },
  leaving("temperature", /temperature/iu, ({ temperature }) => temperature !== undefined),
  leaving("seed", /\bseed\b/u, ({ seed }) => seed !== undefined),
  leaving("stop", /\bstop(?:_sequences?)?\b/u, ({ stop }) => stop !== undefined),
  leaving("stream_options", /stream_options|include_usage/u, () => true),
  leaving("include", /\binclude\b|encrypted_content/u, () => true),
];

/**
 * Learns from a refusal in which other form the same request may be granted. `false` where nothing is
 * left to try: then the refusal is meant.
 */
export function learnFrom(refusal: Refusal, request: ModelRequest, habits: Habits): boolean {
  if (refusal.status === null || !REFUSING.has(refusal.status)) return false;
  const lesson = lessons.find(
    ({ name, fits }) => !habits.learned.has(name) && fits(refusal, request, habits),
  );
  if (lesson === undefined) return false;
  habits.learned.add(lesson.name);
  lesson.learn(habits);
  return true;
}

/** Whether a request would go another way now than when so much was learned. */
export function hasLearned({ learned }: Habits, before: number): boolean {
  return learned.size > before;
}
