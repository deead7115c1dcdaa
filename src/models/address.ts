import { BenchError } from "../core/index.ts";

/** A model's address, taken apart. */
export interface ModelAddress {
  /** The whole address, as it was given. */
  readonly id: string;
  /** Who serves it, such as `openai`. */
  readonly provider: string;
  /** Whether it holds conversations, or only goes on with a text. */
  readonly dialect: "chat" | "completions";
  /** The provider's own name of the model; may hold slashes. */
  readonly name: string;
}

const FORM = /^(?<provider>[a-z][a-z0-9-]*)(?<completions>\+completions)?\/(?<name>\S+)$/;

/** Reads `provider/name` or `provider+completions/name`. Throws `unknown-model`. */
export function parseAddress(id: string): ModelAddress {
  const { provider, completions, name } = FORM.exec(id)?.groups ?? {};
  if (provider !== undefined && name !== undefined)
    return { id, provider, dialect: completions === undefined ? "chat" : "completions", name };
  throw new BenchError(
    "unknown-model",
    `Expected a model as provider/name, such as \`openai/gpt-4.1-mini\`; got \`${id}\`; name its provider in lower case before the first slash`,
    { data: { id } },
  );
}
