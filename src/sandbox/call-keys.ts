import type { Input } from "../contract/index.ts";
import { mixNumber, mixWord, streamKey } from "../core/index.ts";
import type { StreamKey } from "../core/index.ts";

/**
 * What a program sees as chance in each call: a key for every input, decided by the seed, the input
 * and how often it came before, so that neither order nor company of the inputs changes an output.
 */
export function callKeys(seed: string, inputs: readonly Input[]): readonly StreamKey[] {
  const root = streamKey(`sandbox:${seed}`);
  const [plain, lists] = [new Map<string | number, number>(), new Map<string | number, number>()];
  return inputs.map((input) => {
    const [seen, name] =
      typeof input === "object" ? [lists, JSON.stringify(input)] : [plain, input];
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    return mixWord(inputKey(root, input), occurrence);
  });
}

function inputKey(root: StreamKey, input: Input): StreamKey {
  if (typeof input === "number") return mixNumber(root, input);
  if (typeof input === "string") return mixText(root, input);
  return input.reduce<StreamKey>(
    (key, part) => (typeof part === "number" ? mixNumber(key, part) : mixText(key, part)),
    mixWord(root, input.length),
  );
}

/** Two multiplicative hashes over UTF-16 units, each with a rotation, so that 64 bits are mixed in. */
function mixText(key: StreamKey, text: string): StreamKey {
  let low = 0x811c9dc5;
  let high = 0x5bd1e995;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x9e3779b1);
    low = (low << 15) | (low >>> 17);
    high = Math.imul(high ^ unit, 0x85ebca77);
    high = (high << 13) | (high >>> 19);
  }
  return mixWord(mixWord(mixWord(key, text.length), low), high);
}
