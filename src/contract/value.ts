/** A complex number; both parts finite. Released roots are complex left of zero. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** What a function can give; numbers are finite. */
export type Value = number | string | Complex;

/** What a function can be asked: a number, a text, or one number or text per argument. */
export type Input = number | string | readonly number[] | readonly string[];

/** A closed stretch of the number line; `null` means unbounded on that side. */
export interface Region {
  readonly from: number | null;
  readonly to: number | null;
}

/** A JSON value, for configurations and data that pass through unread. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
