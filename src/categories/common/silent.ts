import type { Interpretation } from "../../contract/index.ts";

/** An interpretation that says nothing. */
export const SILENT: Interpretation = {
  description: "",
  code: null,
  regions: [],
  noise: null,
  exceptions: [],
  concepts: [],
  confidence: null,
  abstained: false,
  raw: null,
};
