import type { Assignment, Answer, Probe } from "../../../contract/index.ts";

/** One answered query of several arguments. */
export interface PointReading {
  readonly point: readonly number[];
  /** NaN where the function has no real value. */
  readonly y: number;
}

/** A black box of several arguments. */
export interface PointLaboratory {
  readonly readings: readonly PointReading[];
  /** Queries that may still be asked. */
  left(): number;
  /** Asks in one round, as far as the budget goes; gives the readings of this round. */
  ask(points: readonly (readonly number[])[]): Promise<readonly PointReading[]>;
  /** The box as one of a single argument, the others held at a point, for so many queries. */
  along(axis: number, point: readonly number[], queries: number): Probe;
}

/** The queries that are used where a run sets no limit. */
const ENOUGH = 1024;

/** Opens the notebook of one problem of several arguments. */
export function openPointLaboratory(
  { probe }: Pick<Assignment, "probe">,
  signal: AbortSignal,
): PointLaboratory {
  const readings: PointReading[] = [];
  const left = (): number => {
    const { queries, rounds } = probe.remaining();
    if (rounds !== null && rounds <= 0) return 0;
    return queries ?? Math.max(0, ENOUGH - readings.length);
  };
  const ask = async (points: readonly (readonly number[])[]): Promise<readonly Answer[]> => {
    const answers = await probe.ask(points, signal);
    answers.forEach((answer, i) => readings.push(...readingOf(points[i] ?? [], answer)));
    return answers;
  };
  return {
    readings,
    left,
    ask: async (points) => {
      const asked = points.slice(0, left());
      const before = readings.length;
      if (asked.length > 0) await ask(asked);
      return readings.slice(before);
    },
    along: (axis, point, queries) => {
      const end = readings.length + queries;
      return {
        ask: (inputs) =>
          ask(inputs.map((x) => (typeof x === "number" ? point.with(axis, x) : point))),
        usage: () => probe.usage(),
        remaining: () => ({
          queries: Math.max(0, Math.min(left(), end - readings.length)),
          rounds: probe.remaining().rounds,
        }),
      };
    },
  };
}

function readingOf(point: readonly number[], answer: Answer): readonly PointReading[] {
  switch (answer.kind) {
    case "value":
      return [{ point, y: typeof answer.value === "number" ? answer.value : NaN }];
    case "undefined":
      return [{ point, y: NaN }];
    case "refused":
    case "budget-exhausted":
      return [];
  }
}
