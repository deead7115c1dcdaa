/** The command that makes the suite of the recorded conversations. */
export function recordedSuite(suite: string): readonly string[] {
  return ["generate", "--recipe", "mini@1", "--seed", "recorded", "--count", "2", "--out", suite];
}

/** The command that holds them. */
export function recordedRun(suite: string, out: string): readonly string[] {
  const fixed = "--interpreter agent,examples --model openai/gpt-4o-mini --budget 16 --turns 8";
  return ["run", suite, ...fixed.split(" "), "--metrics", "published", "--out", out];
}
