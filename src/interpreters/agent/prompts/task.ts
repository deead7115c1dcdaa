import type { Domain, NumericDomain, StringDomain } from "../../../contract/index.ts";

/** What kind of function it is, by category. */
export function taskOf(domain: Domain): string {
  return domain.kind === "numeric" ? numericTask(domain) : stringTask(domain);
}

function numericTask({ arguments: axes }: NumericDomain): string {
  const [axis = { from: -128, to: 128 }] = axes;
  const takes = axes.length === 1 ? "one number" : `${axes.length} numbers`;
  return `The function takes ${takes} and gives a number. What matters most is how it behaves from ${axis.from} to ${axis.to}${axes.length === 1 ? "" : " in each argument"}, though it accepts other numbers too. Be prepared for the following. The values may carry random noise, so that an input asked twice gives two values. Within some interval, or past some point, another rule may hold than everywhere else: if so, find out where it begins and where it ends. The rule may be made of simpler ones, and may be periodic with a short period, constant in pieces, or steep in one place only. At some inputs there may be no value.`;
}

function stringTask({ texts }: StringDomain): string {
  const takes = texts === 1 ? "one text" : `${texts} texts`;
  return `The function takes ${takes} and gives a text. It may do several things one after the other: change letters, their case or their order, count, cut, insert, or treat particular characters in a way of their own. Try short and long texts, both cases, digits, spaces, punctuation, repeated letters and the empty text. For texts of a certain kind another rule may hold than for all others. Now and then such a function draws at random, so that a text asked twice gives two results.`;
}
