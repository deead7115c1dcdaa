import type { Probe } from "../../contract/index.ts";

/** What can still be spent, for the end of every message. */
export function whatIsLeft(probe: Probe, turnsLeft: number, mayAsk: boolean): string {
  const { queries, rounds } = probe.remaining();
  const parts = [
    `Queries left: ${queries ?? "as many as you like"}.`,
    ...(rounds === null ? [] : [`Rounds of queries left: ${rounds}.`]),
    `Replies left: ${turnsLeft}.`,
  ];
  const spent = queries === 0 || rounds === 0;
  if (!mayAsk || turnsLeft <= 1) return "Reply with your answer now: it is your last reply.";
  return [...parts, ...(spent ? ["Nothing can be asked any more: answer now."] : [])].join(" ");
}
