import { countOfLetter } from "../builders/count-letter.ts";

/** How often a letter occurs, as a word. */
export const countLetter = countOfLetter("count-letter", "count_character_repetitions");
