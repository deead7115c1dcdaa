import type { Document } from "./document.ts";

/** A document as one JSON document: its own plain data, nothing rounded. */
export function renderJson({ data }: Document): string {
  return JSON.stringify(data, null, 2);
}
