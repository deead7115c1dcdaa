/** Known oddities of released entities: the code that a problem and its unit tests carry → what it means. */
export const entityQuirkMeanings = {
  "positive-as-distractor":
    "A published unit test has as a wrong word one that is right in another test of the same function.",
  "related-distractor":
    "A published unit test has a wrong word that is about the concept as well, by the lexicon.",
  "weak-positive":
    "The right word of a published unit test does not activate the concept, by the lexicon.",
  "answered-by-hint":
    "The right word of a published unit test is among the words that were given away.",
  "repeated-positive": "Two published unit tests have the same right word.",
  "dangling-blank-in-word": "A published word begins or ends with a blank.",
} as const;

/** The code of a known oddity of an entity. */
export type EntityQuirk = keyof typeof entityQuirkMeanings;
