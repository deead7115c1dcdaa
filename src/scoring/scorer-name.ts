import type { ScorerWords } from "../contract/index.ts";

/** A scorer's name and version, as scores carry it, such as `numeric-published/1`. */
export function scorerName({ id, version }: Pick<ScorerWords, "id" | "version">): string {
  return `${id}/${version}`;
}

/** A scorer's name without its version. */
export function scorerId(name: string): string {
  return name.replace(/\/[^/]*$/u, "");
}
