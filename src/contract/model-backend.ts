/**
 * How an answer is had of a language model: the probability of `1` against `0` as the first token, how
 * often it says `1` in several replies, what it says in one, or its words.
 */
export type BackendWay = "log-probabilities" | "frequency" | "verdict" | "text";

/** A language model that stands for functions, and how it is asked. */
export interface BackendModel {
  /** `provider/name`. */
  readonly model: string;
  /** Name and version of the prompt, such as `entity/1`. */
  readonly prompt: string;
  readonly way: BackendWay;
  /** Replies that a frequency is taken over; absent for the other ways. */
  readonly samples?: number;
}

/** The same as a part of a function, which is another one with another model, prompt or way. */
export interface ModelBackend extends BackendModel {
  readonly name: "model";
  /** Version of the lexicon or of the facts that its tests are drawn from. */
  readonly version: string;
}

/** What a model gave for a question; `null` where its reply could not be read as an answer. */
export type BackendAnswer = number | string | null;

/** The language models that stand for functions; each question is answered once. */
export interface Backends {
  /**
   * A number from 0 to 1, or a text for the way `text`. Throws `function-failed` where no reply could
   * be had.
   */
  ask(backend: BackendModel, prompt: string): Promise<BackendAnswer>;
}
