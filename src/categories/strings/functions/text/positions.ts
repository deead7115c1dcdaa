/** The characters of a text with those at some positions replaced. */
export function withCharacters(
  characters: readonly string[],
  ...changes: readonly (readonly [at: number, character: string])[]
): string {
  const changed = [...characters];
  for (const [at, character] of changes) changed[at] = character;
  return changed.join("");
}

/** The position of the middle character, or of the second of two. */
export function middleOf(characters: readonly string[]): number {
  return Math.floor(characters.length / 2);
}

/** The first position of each distinct character. */
export function firstPositions(characters: readonly string[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  characters.forEach((c, i) => {
    if (!positions.has(c)) positions.set(c, i);
  });
  return positions;
}

/** The positions of the characters of a class, ascending. */
export function positionsOf(
  characters: readonly string[],
  isMeant: (character: string) => boolean,
): readonly number[] {
  const positions: number[] = [];
  characters.forEach((c, i) => {
    if (isMeant(c)) positions.push(i);
  });
  return positions;
}
