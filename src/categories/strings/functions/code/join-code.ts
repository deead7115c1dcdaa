import type { Language } from "../../../../contract/index.ts";
import type { Joined } from "../spec.ts";

/** The body of a function of `a` and `b`, the two texts, that joins them. */
export function joinCode(how: Joined["how"], language: Language): string {
  return (language === "python" ? pythonJoin : javascriptJoin)(how);
}

function pythonJoin(how: Joined["how"]): string {
  switch (how) {
    case "concatenate":
      return "return a + b";
    case "interleave":
      return `n = max(len(a), len(b))
return "".join(a[i:i + 1] + b[i:i + 1] for i in range(n))`;
    case "longer":
      return "return b if len(b) > len(a) else a";
    case "common":
      return 'return "".join(c for c in a if c in b)';
  }
}

function javascriptJoin(how: Joined["how"]): string {
  switch (how) {
    case "concatenate":
      return "return a + b;";
    case "interleave":
      return `const [x, y] = [[...a], [...b]];
const longer = x.length >= y.length ? x : y;
return longer.map((_, i) => (x[i] ?? "") + (y[i] ?? "")).join("");`;
    case "longer":
      return "return [...b].length > [...a].length ? b : a;";
    case "common":
      return `const kept = new Set(b);
return [...a].filter((c) => kept.has(c)).join("");`;
  }
}
