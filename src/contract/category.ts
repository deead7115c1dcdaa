import type { Chance } from "../core/index.ts";
import type { JsonObject } from "./model.ts";
import type { Briefing, Category, Domain } from "./problem.ts";
import type { Input } from "./value.ts";

/** What one argument of a function can be. */
export type ArgumentType =
  /** Any finite number; `from` and `to` bound where it is tested. */
  | { readonly kind: "number"; readonly from: number; readonly to: number }
  | { readonly kind: "string" }
  /** Any string, of which a word, a name or a short phrase says something. */
  | { readonly kind: "word" };

/** One kind of function as anyone may know it, who knows no function of it. */
export interface PublicCategory {
  readonly name: Category;
  /** What its functions are called, such as `Numeric functions`. */
  readonly title: string;
  /** What its inputs are and how to speak of them, in a domain. */
  form(domain: Domain): ProblemForm;
  /** A briefing of each form that its problems have. */
  readonly briefings: readonly Briefing[];
}

/** How the inputs and the answer of a problem look, and how to speak of them. */
export interface ProblemForm {
  /** One per argument of the function. */
  readonly arguments: readonly ArgumentType[];
  /** The JSON Schema of one input. */
  readonly inputSchema: JsonObject;
  /** Reads one input out of JSON; `null` for anything else. */
  readInput(value: unknown): Input | null;
  /** Reads one input as a person types it on a command line. Throws `bad-input-value`. */
  parseInput(text: string): Input;
  /** What may be an input in a line that a model wrote; still to be read by `readInput`. */
  inputsOfLine(line: string): readonly unknown[];
  /** Inputs that show a function from several sides; at most so many. */
  exampleInputs(count: number, chance: Chance): readonly Input[];
  /** Inputs that the problem gives away to begin with; absent where its category gives none. */
  readonly initialInputs?: readonly Input[];
  readonly words: FormWords;
}

/** How to speak of a problem's inputs and answer, in English. */
export interface FormWords {
  /** What an argument is called: one of it, and several. */
  readonly argument: readonly [one: string, several: string];
  /** Arguments to show in examples, from which as many are taken as a function has. */
  readonly examples: readonly (number | string)[];
  /** Rows of such arguments that show how to ask. */
  readonly rows: readonly (readonly (number | string)[])[];
  /** What kind of function it is and what to be prepared for, for one who has to find it out. */
  readonly task: string;
  /** What code may leave out of what the black box gives, such as its noise; empty for nothing. */
  readonly without: string;
  /** What the published experiments gave away beforehand; empty for nothing. */
  readonly publishedHints: readonly string[];
}

/** A briefing as an interpreter gets it: with what its category says of its domain. */
export interface InterpreterBriefing extends Briefing {
  readonly form: ProblemForm;
}
