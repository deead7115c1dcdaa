/** What stands under a key of something that others sent; `undefined` where there is no such thing. */
export function at(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
