import type { TokenUsage } from "../contract/index.ts";

/** What a model costs, in US dollars for a million tokens. */
export interface Price {
  readonly model: string;
  readonly input: number;
  /** Input that was read from the provider's cache; `null` where that is not known. */
  readonly cached: number | null;
  readonly output: number;
  /** Input tokens up to which the price holds; without it, however many. */
  readonly upTo?: number;
  /** Where the price was read. */
  readonly source: string;
  /** When it was read, as YYYY-MM-DD. */
  readonly date: string;
}

const MILLION = 1_000_000;

/** What a call costs at a price, in US dollars; `null` where price or tokens are not known. */
export function costOf(usage: TokenUsage, price: Price | null): number | null {
  const { input, output } = usage;
  const cached = usage.cached ?? 0;
  if (price === null || input === null || output === null) return null;
  if (price.upTo !== undefined && input > price.upTo) return null;
  if (price.cached === null && cached > 0) return null;
  const fresh = Math.max(0, input - cached);
  return (fresh * price.input + cached * (price.cached ?? 0) + output * price.output) / MILLION;
}
