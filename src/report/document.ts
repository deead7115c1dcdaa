import type { Section } from "./section.ts";

/** What is to be shown, in parts; a renderer makes a text of it, each for one format. */
export interface Document {
  /** The same as plain data, nothing rounded. */
  readonly data: unknown;
  readonly parts: readonly DocumentPart[];
}

/** A heading with what stands below it. */
export interface DocumentPart {
  /** What of the document it is about, such as a run and a category, for formats without headings. */
  readonly path: readonly string[];
  readonly heading: string | null;
  /** Lines that must not be missed. */
  readonly alarms: readonly string[];
  readonly paragraphs: readonly string[];
  readonly sections: readonly Section[];
  /** Remarks on all sections. */
  readonly notes: readonly string[];
  /** Parts of a verdict of one run, which a terminal shows on one screen; else `null`. */
  readonly screen: string | null;
}

/** A part with nothing in it but what is given. */
export function part(given: Partial<DocumentPart>): DocumentPart {
  return {
    path: [],
    heading: null,
    alarms: [],
    paragraphs: [],
    sections: [],
    notes: [],
    screen: null,
    ...given,
  };
}
