import { countOfLetter } from "../builders/count-letter.ts";

/** How often a text of one letter occurs, as a word; the same as `count-letter`. */
export const countSubstring = countOfLetter("count-substring", "count_substring");
