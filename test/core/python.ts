import { execFileSync } from "node:child_process";

/** The numbers in a list that a Python expression gives; `math` and `statistics` are imported. */
export function pythonNumbers(expression: string): number[] {
  const program = `import math, statistics\nfor x in ${expression}: print(repr(x))`;
  const lines = execFileSync("python3", ["-c", program], { encoding: "utf8" }).trim().split("\n");
  return lines.map(Number);
}
