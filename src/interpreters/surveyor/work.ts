/** Counts the evaluations that a search has made: the only clock that it knows. */
export interface Work {
  /** Pays for evaluations; false once the limit is passed. */
  spend(evaluations: number): boolean;
  /** Evaluations so far. */
  spent(): number;
}

/** A meter that says no after `limit` evaluations. */
export function workOf(limit: number): Work {
  let total = 0;
  return {
    spend: (evaluations) => {
      total += evaluations;
      return total <= limit;
    },
    spent: () => total,
  };
}
