/** The path of the first field that a schema dropped from a record; `undefined` if none was. */
export function unknownField(record: unknown, kept: unknown): string | undefined {
  if (record === kept || !isObject(record) || !isObject(kept)) return undefined;
  for (const [key, part] of Object.entries(record)) {
    if (!Object.hasOwn(kept, key)) return key;
    const inner = unknownField(part, Reflect.get(kept, key));
    if (inner !== undefined) return `${key}.${inner}`;
  }
  return undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
