import type { Law } from "../../../categories/numeric/index.ts";
import type { Inquiry } from "../inquiry.ts";
import { missesOf } from "./misses-of.ts";
import { short } from "./two-sided.ts";

/** A law with a step, whose value at exactly 0 was asked for; `null` where it is something else. */
export async function askAtZero({ lab }: Inquiry, law: Law): Promise<Law | null> {
  if (law.kind !== "step") return law;
  const [reading] = lab.readings.filter(({ x }) => x === 0);
  const [answer] = reading === undefined ? await lab.ask([0]) : [reading];
  if (answer === undefined || !Number.isFinite(answer.y)) return law;
  const found = { ...law, atZero: short((answer.y - law.offset) / law.height) };
  return missesOf(found, [answer]).length === 0 ? found : null;
}
