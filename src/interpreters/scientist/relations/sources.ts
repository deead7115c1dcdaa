import { dataFile, dataFiles } from "../../../package-data/index.ts";
import { parseKinds, parseProperties, parseThings, parseWordings } from "./parse-sources.ts";
import type { SourceFile } from "./parse-sources.ts";
import type { ThingClass } from "./thing-class.ts";

/** What the scientist knows of the world before it asks: none of it is what black boxes answer from. */
export interface FactSources {
  readonly classes: readonly ThingClass[];
  readonly byId: ReadonlyMap<string, ThingClass>;
  /** The classes that have a thing of this name, by the name's key. */
  readonly classesOf: ReadonlyMap<string, readonly ThingClass[]>;
  /** One key for all wordings of an answer. */
  meaning(key: string): string;
}

let shipped: FactSources | null = null;

/** The sources that are shipped with the package, read at the first call. Throws `data-missing` or `bad-data`. */
export function shippedFactSources(): FactSources {
  shipped ??= factSourcesOf({
    things: dataFiles("probing/facts", ".txt"),
    kinds: sourceFile("kinds.txt"),
    properties: sourceFile("properties.txt"),
    wordings: sourceFile("aliases.txt"),
  });
  return shipped;
}

/** Sources out of the texts of their files. Throws `bad-data` with the line. */
export function factSourcesOf(files: {
  readonly things: readonly SourceFile[];
  readonly kinds: SourceFile;
  readonly properties: SourceFile;
  readonly wordings: SourceFile;
}): FactSources {
  const guessed = parseProperties(files.properties);
  const classes = [...files.things.map(parseThings), ...parseKinds(files.kinds)].map((each) => ({
    ...each,
    properties: [...each.properties, ...(guessed.get(each.id) ?? [])],
  }));
  const classesOf = new Map<string, ThingClass[]>();
  for (const each of classes)
    for (const { key } of each.things) classesOf.set(key, [...(classesOf.get(key) ?? []), each]);
  const meanings = new Map(
    parseWordings(files.wordings).flatMap((same) => same.map((key) => [key, same[0] ?? key])),
  );
  return {
    classes,
    byId: new Map(classes.map((each) => [each.id, each])),
    classesOf,
    meaning: (key) => meanings.get(key) ?? key,
  };
}

function sourceFile(file: string): SourceFile {
  return { file, text: dataFile(`probing/${file}`).toString("utf8") };
}
