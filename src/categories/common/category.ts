import type * as z from "zod";
import type { BenchError } from "../../core/index.ts";
import type {
  Answer,
  BackendModel,
  Backends,
  Code,
  Draft,
  DrawServices,
  Input,
  Interpretation,
  Problem,
  PublicCategory,
  Sandbox,
  Scorer,
  Spec,
} from "../../contract/index.ts";
import type { Replay } from "./replay.ts";

/** A group of problems of one kind within a recipe. */
export interface Group {
  readonly count: number;
}

/** What a recipe says about one category. */
export interface Section<G extends Group = Group> {
  readonly groups: readonly G[];
  /** Version of what its functions are made of where a user's own file is a part of that. */
  readonly lexicon?: string;
  /** The language model that stands for its functions, where one does. */
  readonly backend?: BackendModel;
}

/** Where a problem stands in a recipe. */
export interface Place<G extends Group = Group> {
  readonly group: G;
  /** Position in the recipe's own order, before shuffling; 0-based. */
  readonly index: number;
  /** What is drawn of the group, and which one of it: names one problem per seed, and no other. */
  readonly key: string;
}

/** What the problems of a category are drawn from. */
export interface DrawParts<S extends Section = Section> {
  /** Name of the recipe, as provenance has it. */
  readonly recipe: string;
  /** Queries per problem unless the run says otherwise; `null` means unlimited. */
  readonly budget: number | null;
  readonly section: S;
  readonly seed: string;
}

/** Draws problems by their places. */
export interface Drawing {
  draft(place: Place): Draft;
}

/** How far to open a problem; noise is drawn anew in each epoch. */
export interface OpenOptions {
  /** Which repeat of the work, from 1. */
  readonly epoch: number;
  /** Where a user's own program runs; nothing else needs one. */
  readonly sandbox?: Pick<Sandbox, "run">;
  /** Language models that stand for functions; nothing else needs them. */
  readonly backends?: Backends;
  /** Answers that are on record, of what is not computed here. */
  readonly replay?: Replay;
  /** Once it is aborted nothing is answered any more. */
  readonly closing?: AbortSignal;
  /** Called when a function that is not computed here cannot answer, before whoever asked is told. */
  readonly onFault?: (fault: BenchError) => void;
}

/** A batch whose inputs were checked. */
export interface CheckedBatch {
  /** Inputs that count as queries. */
  readonly count: number;
  /** One answer per input; `null` where the black box was closed meanwhile. */
  answer(signal?: AbortSignal): readonly Answer[] | Promise<readonly Answer[] | null>;
}

/** Checks a batch: sorts out what is no legal input, and what the `left` queries do not cover. */
export type InputCheck = (inputs: readonly Input[], left: number) => CheckedBatch;

/** The answer that a known function stands for: what a perfect answer says which knows it. */
export interface KnownAnswer {
  readonly interpretation: Interpretation;
  /** Whether its code is to be run, since what it gives is not computed here. */
  readonly runsCode: boolean;
}

/** A user's own program that is to be a problem. */
export interface OwnFunction {
  /** The file's name without its folders. */
  readonly name: string;
  readonly code: Code;
  /** How many arguments it takes, from 1. */
  readonly arity: number;
}

/** How a user's own program becomes a problem. */
export interface OwnFunctions {
  /** The same program gives the same problem everywhere. */
  problemOf(program: OwnFunction): Problem;
  /** Inputs to try a program of so many arguments with, before it becomes a problem. */
  trialInputs(arity: number): readonly Input[];
}

/** What was made of the released data of a category. */
export interface Imported {
  /** In an order that tells nothing about the kind. */
  readonly problems: readonly Problem[];
  /** Released functions that were left out, and why. */
  readonly leftOut: readonly { readonly id: string; readonly reason: string }[];
}

/** What released data are imported with. */
export interface ImportParts extends DrawServices {
  /** The folder that holds the released data. */
  readonly folder: string;
  /** Decides ids, noise and scatter, and how networks without released weights are trained. */
  readonly seed: string;
  /** A file of expressions that stand in for code that was not released; `null` for none. */
  readonly expressions: string | null;
  /** Told how many functions were imported, after each one. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** How the released benchmark has functions of a category. */
export interface Released {
  /** The file that shows that a released folder has this category: its path, part by part. */
  readonly mark: readonly string[];
  /** Known oddities: the code that a problem carries → what it means. */
  readonly quirks: { readonly [code: string]: string };
  /** Throws `data-missing` or `bad-data`. */
  import(parts: ImportParts): Promise<Imported>;
}

/** Departures of a function from its own rule. */
export interface LocalExceptions {
  /** The tag of functions that have some. */
  readonly tag: string;
  /** What one is called, such as `corrupted region`. */
  readonly noun: string;
}

/** Names that a recipe may use, and what they are names of. */
export interface Vocabulary {
  readonly what: string;
  readonly names: readonly string[];
}

/** Everything about one kind of function, its truths included: what nobody who is tested may see. */
export interface Category extends PublicCategory {
  /** The JSON of its functions; for data from outside use `parseSpec`. */
  readonly specSchemas: readonly z.ZodType<Spec>[];
  /** Reads a function. Throws `unknown-family`, `bad-wrapper-order` or `bad-parameter`. */
  parseSpec(value: unknown): Spec;
  readonly domainSchema: z.ZodObject;
  readonly testsSchema: z.ZodObject;
  /** The JSON of a recipe's section. */
  readonly sectionSchema: z.ZodType<Section>;
  /** A section in the one way in which it is written: what is said without words is left out. */
  normalSection(section: Section): Section;
  /** Names that may stand as keys in a field of a section, by the field, such as `families`. */
  readonly vocabulary: { readonly [field: string]: Vocabulary };
  /** What of a section, beside a group itself, decides how the group's problems are drawn. */
  settingsOf(section: Section): object;
  /** Whether its section decides the order by itself where a recipe has no other. */
  readonly ordersAlone: boolean;
  /**
   * How a language model stands for its functions, with the prompt of now; absent for a category whose
   * functions are computed.
   */
  backendOf?(chosen: Omit<BackendModel, "prompt">): BackendModel;
  /**
   * Adds a user's own file to what functions are made of, for this process; gives the version that a
   * section names it by. Absent where there can be none. Throws `data-missing` or `bad-data`.
   */
  addKnowledge?(path: string): string;
  /** The groups whose problems need no service to be drawn. */
  withoutServices(groups: readonly Group[]): readonly Group[];
  /**
   * Draws problems one by one, to be asked for in the suite's order, since what is drawn may depend
   * on what was drawn before.
   */
  drawing(parts: DrawParts): Drawing;
  /** Opens a problem's function. */
  open(problem: Problem, options: OpenOptions): InputCheck | Promise<InputCheck>;
  /** Whether a function is computed elsewhere, so that its answers are recorded and replayed. */
  isForeign(spec: Spec): boolean;
  /** What departs from the rule locally in some of its functions, if anything does. */
  readonly local?: LocalExceptions;
  /** In the order in which records list their scores. */
  readonly scorers: readonly Scorer[];
  /** What a perfect answer says that knows a function. */
  knownAnswer(known: Spec): KnownAnswer;
  /** A function for a person to read: one line of mathematics, or the source of a program. */
  formula(spec: Spec): { readonly text: string; readonly isProgram: boolean };
  /** Absent where no program of a user's own can be one of its functions. */
  readonly ownFunctions?: OwnFunctions;
  /** Absent for a category that was not released. */
  readonly released?: Released;
}
