import type { DialectName } from "./agent-options.ts";
import type { Dialect, DialectParts } from "./dialect.ts";
import { textDialect } from "./text-dialect.ts";
import { toolDialect } from "./tool-dialect.ts";

/** The dialect of a name. */
export function makeDialect(name: DialectName, parts: DialectParts): Dialect {
  switch (name) {
    case "tools":
      return toolDialect(parts);
    case "text":
      return textDialect(parts);
  }
}
