/** A family of OpenAI's models with its version, taken from a name such as `gpt-5.4-mini` or `o3`. */
function versionOf(name: string): { readonly major: number; readonly minor: number } | null {
  const [, major, minor = "0"] = /^gpt-(\d+)(?:\.(\d+))?(?:-|$)/u.exec(name) ?? [];
  return major === undefined ? null : { major: Number(major), minor: Number(minor) };
}

/** Whether one of OpenAI's models thinks before it speaks, and has no temperature then. */
export function isOpenAiReasoner(name: string): boolean {
  if (/^o\d+(?:-|$)/u.test(name)) return true;
  const version = versionOf(name);
  return version !== null && version.major >= 5 && !name.startsWith("gpt-5-chat");
}

/** Served by the Responses API alone. */
const RESPONSES_ONLY = /(?:-pro|-codex|-codex-\w+|-deep-research)(?:-\d|$)|^codex-|^computer-use/u;

/**
 * Which requests one of OpenAI's models needs the Responses API for
 * (https://developers.openai.com/api/docs/guides/reasoning): 5.5 and later for tools, those before it
 * for tools where an effort is asked for (openai/openai-openapi#541).
 */
export function needsResponses(name: string, effort: string | null): "none" | "tools" | "all" {
  if (RESPONSES_ONLY.test(name)) return "all";
  const version = versionOf(name);
  if (version === null || effort === "none") return "none";
  const { major, minor } = version;
  if (major > 5 || (major === 5 && minor >= 5)) return "tools";
  return major === 5 && minor >= 2 && effort !== null ? "tools" : "none";
}
