/** A row of the tables: the problems that have some tags and lack others. */
export interface ProblemGroup {
  readonly title: string;
  readonly has: readonly string[];
  readonly lacks: readonly string[];
}

/** The rows of the tables; every problem is in one of them and in the last. */
export const problemGroups: readonly ProblemGroup[] = [
  { title: "plain simple", has: ["plain", "simple"], lacks: [] },
  { title: "plain composed", has: ["plain", "composed"], lacks: [] },
  { title: "plain others", has: ["plain"], lacks: ["simple", "composed"] },
  { title: "corrupted", has: ["corrupted"], lacks: ["noised", "approximated"] },
  { title: "noised", has: ["noised"], lacks: ["corrupted"] },
  { title: "corrupted, noised", has: ["corrupted", "noised"], lacks: [] },
  { title: "networks", has: ["approximated"], lacks: ["noised"] },
  { title: "all", has: [], lacks: [] },
];

/** Whether a problem with these tags is in a group. */
export function isIn({ has, lacks }: ProblemGroup, tags: readonly string[]): boolean {
  return has.every((tag) => tags.includes(tag)) && !lacks.some((tag) => tags.includes(tag));
}
