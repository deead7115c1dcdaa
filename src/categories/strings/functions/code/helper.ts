/** A definition that programs may use by its name. */
export interface Helper {
  readonly name: string;
  readonly source: string;
}

/** The definitions that a program uses, and those that these use, in the order of the list. */
export function helpersIn(program: string, helpers: readonly Helper[]): string {
  const used = new Set<Helper>();
  const open = [program];
  for (let source = open.pop(); source !== undefined; source = open.pop()) {
    for (const helper of helpers) {
      if (used.has(helper) || !new RegExp(`\\b${helper.name}\\b`).test(source)) continue;
      used.add(helper);
      open.push(helper.source);
    }
  }
  return helpers
    .filter((helper) => used.has(helper))
    .map(({ source }) => `${source}\n`)
    .join("");
}
