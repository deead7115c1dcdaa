import type { StringKind } from "./atom-of.ts";
import { isAvoidedBefore } from "./avoid.ts";
import { operationOf, stringKinds } from "./operations.ts";

/** Operation → how often it is drawn, relative to the others; a whole number. */
type Table = Readonly<Partial<Record<StringKind, number>>>;

/** How often each operation is drawn. One that is not named here is not known: it comes nowhere. */
export interface StringWeights {
  /** Alone, as the last of several, and as what holds in an exception. */
  readonly operations: Table;
  /** Before another operation, and on one of two strings that are joined. */
  readonly inner: Table;
}

/** What may be drawn where; a kind stands in a list as often as its weight says. */
export interface DrawnKinds {
  readonly operations: readonly StringKind[];
  /** What may be applied before an operation: its work must not be lost. */
  innersOf(outer: StringKind): readonly StringKind[];
  /** What keeps the string that comes in recognisable, without chance. */
  readonly sides: readonly StringKind[];
  /** What may hold in an exception: nothing that draws at random. */
  readonly replacements: readonly StringKind[];
  /** Whether weights name this kind, be it with 0: only then may it stand in a wrong answer. */
  knows(kind: StringKind): boolean;
}

/** What may be drawn by these weights, whatever other operations there are. */
export function drawnKinds({ operations, inner }: StringWeights): DrawnKinds {
  const [outers, inners] = [entriesOf(operations), entriesOf(inner)];
  const byOuter = new Map<StringKind, readonly StringKind[]>();
  const innersOf = (outer: StringKind): readonly StringKind[] => {
    const known = byOuter.get(outer);
    if (known !== undefined) return known;
    const allowed = inners.filter((kind) => kind !== outer && !isAvoidedBefore(outer, kind));
    byOuter.set(outer, allowed);
    return allowed;
  };
  return {
    operations: outers,
    innersOf,
    sides: innersOf("length").filter(isWithoutChance),
    replacements: outers.filter(isWithoutChance),
    knows: (kind) => operations[kind] !== undefined || inner[kind] !== undefined,
  };
}

function isWithoutChance(kind: StringKind): boolean {
  return operationOf(kind).draw === undefined;
}

/** By name, each once; then those of weight 2 or more once again, and so on. */
function entriesOf(table: Table): readonly StringKind[] {
  const rows = (Object.entries(table) as [StringKind, number][]).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const greatest = Math.max(0, ...rows.map(([, weight]) => weight));
  return Array.from({ length: greatest }, (_, i) =>
    rows.filter(([, weight]) => weight > i).map(([kind]) => kind),
  ).flat();
}

/** The operations of the released catalogue, which does not grow. */
const releasedKinds = stringKinds.filter((kind) => operationOf(kind).released !== null);

/**
 * The weights of the released generator: uniform over its catalogue. Before another operation stand
 * neither single characters nor an alphabet, and digits are removed twice as often.
 */
export const releasedWeights: StringWeights = {
  operations: weighing(1),
  inner: {
    ...weighing(1),
    "first-character": 0,
    "last-character": 0,
    "middle-character": 0,
    "map-letters": 0,
    "remove-digits": 2,
  },
};

function weighing(weight: number): Table {
  return Object.fromEntries(releasedKinds.map((kind) => [kind, weight]));
}

/** What the released generator draws. */
export const releasedDraws: DrawnKinds = drawnKinds(releasedWeights);
