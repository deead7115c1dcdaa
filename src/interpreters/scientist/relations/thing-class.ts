/** One of the things of a class, such as France, with what is known of it. */
export interface Thing {
  readonly name: string;
  readonly key: string;
  /** Values of an attribute, the first one the usual one; none where it is not known. */
  values(attribute: string): readonly string[];
}

/** A property of the things of a class. */
export interface Property {
  /** Such as `the capital of that country`. */
  readonly output: string;
  /** The attribute that has its values; `null` where no facts are known of it. */
  readonly attribute: string | null;
  /** Kinds that its values are of; none where facts say it. */
  readonly kinds: readonly string[];
}

/** An attribute by which things may be left out. */
export interface ExceptionForm {
  readonly attribute: string;
  /** Such as `the input country is in {}`, with a value in the braces. */
  readonly phrase: string;
}

/** A class of things, such as countries. */
export interface ThingClass {
  readonly id: string;
  /** Such as `a country`. */
  readonly input: string;
  /** Whether there are facts of it, or names only. */
  readonly hasFacts: boolean;
  /** Wider classes, by their ids. */
  readonly within: readonly string[];
  readonly isPersons: boolean;
  readonly things: readonly Thing[];
  readonly byKey: ReadonlyMap<string, Thing>;
  readonly properties: readonly Property[];
  readonly exceptions: readonly ExceptionForm[];
}
