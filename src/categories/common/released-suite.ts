/** What suites of the released functions are called. */
export const SUITE_NAME = "find";

/** Queries per released problem unless the run says otherwise. */
export const RELEASED_BUDGET = 256;
