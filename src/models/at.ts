/** What stands under a key of something that others sent; `undefined` where there is no such thing. */
export function at(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

/** What stands under a key if it is a string; empty otherwise. */
export function stringAt(value: unknown, key: PropertyKey): string {
  const found = at(value, key);
  return typeof found === "string" ? found : "";
}

/** What stands under a key if it is a list; empty otherwise. */
export function listAt(value: unknown, key: PropertyKey): readonly unknown[] {
  const found = at(value, key);
  return Array.isArray(found) ? found : [];
}

/** What stands under a key if it can be a count; `null` otherwise, since others can say anything. */
export function countAt(value: unknown, key: PropertyKey): number | null {
  const found = at(value, key);
  return typeof found === "number" && Number.isSafeInteger(found) && found >= 0 ? found : null;
}
