import type { ModelRequest } from "../contract/index.ts";
import type { ModelFault } from "./model-fault.ts";

/** What a user may do about a fault that no other try will mend, by its words first. */
export function remedyOf(
  { kind, status, summary, isForm }: ModelFault,
  { tools = [] }: Pick<ModelRequest, "tools">,
): string {
  if (/certificate/i.test(summary))
    return "name the authority that signed it in NODE_EXTRA_CA_CERTS, if you trust it";
  if (
    /(?:max_tokens|max_completion_tokens|maxOutputTokens|context (?:length|window|size)|context_length|prompt is too long|too many tokens)/i.test(
      summary,
    )
  )
    return "set --max-tokens so that prompt and reply fit, or choose a model with a longer context";
  if (/v1\/responses/u.test(summary))
    return "choose the interface with --api, or use --reasoning-effort none or --dialect text";
  if (
    tools.length > 0 &&
    /\b(?:tools?|tool[_-]?(?:choice|call)\w*|functions?|function[_ -]call\w*)\b/i.test(summary)
  )
    return "use --dialect text, or start the server with its parser of tool calls";
  if (status === 407 || /proxy/i.test(summary)) return "check HTTPS_PROXY, HTTP_PROXY and NO_PROXY";
  if (status === 401 || status === 403) return "check the key";
  if (status !== null && status >= 300 && status < 400)
    return "set the server's address to the one that it points to";
  if (status === 404) return "check the model's name and the server's address";
  if (isForm === true) return "check that the address is that of an interface of models";
  if (status === 429) return "wait longer with --patience, or send less with --requests-per-minute";
  return kind === "transient" ? "try again later" : "correct the request or choose another model";
}
