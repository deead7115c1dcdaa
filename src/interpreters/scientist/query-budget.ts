import type { Probe } from "../../contract/index.ts";

/** What may still be asked of a black box. */
export interface QueryBudget {
  /** Queries that may still be asked, never more than are of use. */
  left(): number;
  /** Inputs that may be asked at once without running out of rounds before queries. */
  atOnce(): number;
}

/** The budget of a probe of which `enough` queries are used where a run sets no limit, or a higher one. */
export function queryBudget(probe: Probe, enough: number, asked: () => number): QueryBudget {
  const left = (): number => {
    const { queries, rounds } = probe.remaining();
    if (rounds !== null && rounds <= 0) return 0;
    return Math.max(0, Math.min(queries ?? Infinity, enough - asked()));
  };
  return {
    left,
    atOnce: () => {
      const { rounds } = probe.remaining();
      return rounds === null ? 1 : Math.ceil(left() / Math.max(1, rounds));
    },
  };
}
