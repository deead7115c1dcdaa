import type { Draws } from "../../../core/index.ts";

const letters = [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Another one of the 52 letters of ASCII than the given ones. */
export function otherLetter(letter: string, draws: Draws, taken = letter): string {
  return draws.pick(letters.filter((each) => each !== letter && each !== taken));
}
