/** What a value of another form is copied to. */
export const OTHER: unique symbol = Symbol("another form");

/** A copy of a value that has a form, made of plain data alone; `OTHER` of any other value. */
export type Form<T = unknown> = (value: unknown) => T | typeof OTHER;

/**
 * Forms of what is written here all the time, far quicker than a schema: each part is read once, and the
 * copy is nobody else's. They know fewer values than the schema does, and no other: what they do not
 * know, the schema decides.
 */
export const text: Form<string> = (value) => (typeof value === "string" ? value : OTHER);

/** True or false. */
export const flag: Form<boolean> = (value) => (typeof value === "boolean" ? value : OTHER);

/** A finite number; −0 is 0, as JSON has it. */
export const number: Form<number> = (value) =>
  typeof value === "number" && Number.isFinite(value) ? value + 0 : OTHER;

/** A finite number of at least 0. */
export const amount: Form<number> = (value) =>
  typeof value === "number" && Number.isFinite(value) && value >= 0 ? value + 0 : OTHER;

/** A whole number from `least` on. */
export const whole =
  (least: number): Form<number> =>
  (value) =>
    Number.isSafeInteger(value) && Number(value) >= least ? Number(value) + 0 : OTHER;

/** One of these texts or numbers. */
export const oneOf = (...known: readonly (string | number)[]): Form => {
  const all: ReadonlySet<unknown> = new Set(known);
  return (value) => (all.has(value) ? value : OTHER);
};

/** A text that something holds of. */
export const textThat =
  (holds: (value: string) => boolean): Form<string> =>
  (value) =>
    typeof value === "string" && holds(value) ? value : OTHER;

/** The form, or `null`. */
export const orNull =
  <T>(form: Form<T>): Form<T | null> =>
  (value) =>
    value === null ? null : form(value);

/** A list of values of a form. */
export const listOf =
  <T>(form: Form<T>): Form<T[]> =>
  (value) => {
    if (!Array.isArray(value)) return OTHER;
    const copy: T[] = [];
    for (let index = 0; index < value.length; index += 1) {
      const part = form(value[index]);
      if (part === OTHER) return OTHER;
      copy.push(part);
    }
    return copy;
  };

/** An object of these fields and no others; those of the second list may be absent. */
export function objectOf(
  fields: { readonly [field: string]: Form },
  optional: { readonly [field: string]: Form } = {},
): Form<{ readonly [field: string]: unknown }> {
  const needed = Object.entries(fields);
  const others = Object.entries(optional);
  return (value) => {
    if (!isRecord(value)) return OTHER;
    const copy: { [field: string]: unknown } = {};
    let count = needed.length;
    for (const [field, form] of needed) {
      const part = form(value[field]);
      if (part === OTHER) return OTHER;
      copy[field] = part;
    }
    for (const [field, form] of others) {
      const given = value[field];
      if (given === undefined) continue;
      const part = form(given);
      if (part === OTHER) return OTHER;
      copy[field] = part;
      count += 1;
    }
    for (const field in value) if (field !== "") count -= 1;
    return count === 0 ? copy : OTHER;
  };
}

/** An object whose form one of its fields decides. */
export function objectBy(field: string, forms: { readonly [name: string]: Form }): Form {
  const known = new Map(Object.entries(forms));
  return (value) => {
    if (!isRecord(value)) return OTHER;
    const name = value[field];
    const copy = (typeof name === "string" ? known.get(name) : undefined)?.(value) ?? OTHER;
    return isRecord(copy) && copy[field] === name ? copy : OTHER;
  };
}

const DEEPEST = 100;

/** Any JSON value. */
export const json: Form = (value) => jsonCopy(value, 0);

/** Any JSON object. */
export const jsonObject: Form = (value) => (isRecord(value) ? jsonCopy(value, 0) : OTHER);

function jsonCopy(value: unknown, depth: number): unknown {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  if (typeof value === "number") return number(value);
  if (typeof value !== "object" || depth > DEEPEST) return OTHER;
  if (Array.isArray(value)) return listOf((part) => jsonCopy(part, depth + 1))(value);
  if (!isRecord(value)) return OTHER;
  const copy: { [field: string]: unknown } = {};
  for (const field in value) {
    const part = field === "__proto__" ? OTHER : jsonCopy(value[field], depth + 1);
    if (part === OTHER) return OTHER;
    copy[field] = part;
  }
  return copy;
}

/** Objects of a class, with inherited fields or hidden ones, are left to the schema. */
function isRecord(value: unknown): value is { readonly [field: string]: unknown } {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
