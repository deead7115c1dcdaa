import type { ServedReply } from "./served-turn.ts";

/** A likelihood as it is served: the token itself comes first, each next one is half as likely. */
interface Served {
  readonly token: string;
  readonly logprob: number;
}

/** The likeliest tokens at the place of one; they can be told apart by their ending. */
function topOf(token: string, count: number): Served[] {
  return Array.from({ length: count }, (_, index) => ({
    token: index === 0 ? token : `${token}~${index}`,
    logprob: -Math.LN2 * (index + 1),
  }));
}

/** `logprobs` of a choice with one token, as chat completions have it; `null` if nobody asked. */
export function chatLogProbs(
  { logProbs }: ServedReply,
  token: string,
  { logprobs: asked, top_logprobs: count }: Readonly<Record<string, unknown>>,
): unknown {
  if (asked !== true || typeof count !== "number") return null;
  if (logProbs !== undefined) return logProbs;
  const likeliest = topOf(token, count);
  const place = { token, logprob: -Math.LN2, bytes: null, top_logprobs: likeliest };
  return { content: [place], refusal: null };
}

/** `logprobs` of a choice with one token, as completions have it; `null` if nobody asked. */
export function completionLogProbs(
  { logProbs }: ServedReply,
  token: string,
  { logprobs: count }: Readonly<Record<string, unknown>>,
): unknown {
  if (typeof count !== "number") return null;
  if (logProbs !== undefined) return logProbs;
  const likeliest = topOf(token, count).map(({ token: other, logprob }) => [other, logprob]);
  return {
    tokens: [token],
    token_logprobs: [-Math.LN2],
    top_logprobs: [Object.fromEntries(likeliest)],
    text_offset: [0],
  };
}
