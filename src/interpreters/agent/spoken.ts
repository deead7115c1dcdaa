const THOUGHT = /<think(?:ing)?>[^]*?(?:<\/think(?:ing)?>|$)/giu;
const END_OF_THOUGHT = /^[^]*<\/think(?:ing)?>/iu;

/**
 * A reply without what some models think aloud in the midst of it: nothing in there is a question or
 * an answer yet. The beginning of a thought may be missing, where a server has taken it off.
 */
export function spoken(text: string): string {
  return text.replaceAll(THOUGHT, "").replace(END_OF_THOUGHT, "");
}
