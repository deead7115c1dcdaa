const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** A number in [0, 1) that a text decides: FNV-1a (Fowler, Noll, Vo), with MurmurHash3's finish. */
export function wordShare(text: string, seed = 0): number {
  let hash = (OFFSET ^ seed) >>> 0;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}
