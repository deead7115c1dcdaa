import { BenchError } from "../core/index.ts";
import type { ModelAddress } from "./address.ts";
import { providerNames, providerOf, type Protocol } from "./providers.ts";

/** Variables of the environment, handed in. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a model is served, and the key to it. */
export interface Endpoint {
  readonly protocol: Protocol;
  readonly baseUrl: string;
  /** `null` where none is given and none is needed. */
  readonly key: string | null;
}

/** The endpoint of a model, from the environment. Throws `unknown-model` or `bad-configuration`. */
export function endpointOf({ id, provider }: ModelAddress, environment: Environment): Endpoint {
  const { protocol, baseUrl: usual, needsKey, keyNames = [] } = providerOf(provider);
  const prefix = provider.toUpperCase().replaceAll("-", "_");
  const given = filled(environment, `${prefix}_BASE_URL`);
  const baseUrl = given ?? usual;
  if (baseUrl === null) throw unknownProvider(id, provider, prefix);
  const names = [`${prefix}_API_KEY`, ...keyNames];
  const key = names.flatMap((name) => filled(environment, name) ?? [])[0] ?? null;
  if (key === null && needsKey && given === null) throw keyMissing(id, names);
  if (key !== null && !PLAIN_KEY.test(key)) throw keyUnfit(id, names);
  return { protocol, baseUrl: checkedUrl(baseUrl, protocol, `${prefix}_BASE_URL`), key };
}

/** What can be sent as a header. */
const PLAIN_KEY = /^[\x21-\x7e]+$/;

function filled(environment: Environment, name: string): string | null {
  const value = environment[name]?.trim() ?? "";
  return value === "" ? null : value;
}

/** Anthropic's own programs take the address without its version, others with it. */
function checkedUrl(text: string, protocol: Protocol, variable: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    throw new BenchError(
      "bad-configuration",
      `Expected an http or https address without a name and a password in ${variable}; got another text; correct it, and give the key in ${variable.replace("BASE_URL", "API_KEY")}`,
      { data: { variable } },
    );
  const plain = text.replace(/\/+$/, "");
  return protocol === "anthropic" && url.pathname === "/" ? `${plain}/v1` : plain;
}

function unknownProvider(id: string, provider: string, prefix: string): BenchError {
  return new BenchError(
    "unknown-model",
    `Expected a provider among ${providerNames.join(", ")}, or the address of its server; got \`${provider}\` in \`${id}\`; set ${prefix}_BASE_URL to a server that speaks as OpenAI's does`,
    { data: { id } },
  );
}

function keyMissing(id: string, names: readonly string[]): BenchError {
  return new BenchError(
    "bad-configuration",
    `Expected a key for \`${id}\` in the environment; got none; set ${names.join(" or ")}`,
    { data: { id, names } },
  );
}

/** The key itself is shown to nobody, whatever is wrong with it. */
function keyUnfit(id: string, names: readonly string[]): BenchError {
  return new BenchError(
    "bad-configuration",
    `Expected a key for \`${id}\` of plain characters without blanks; got one with others; copy it again into ${names.join(" or ")}`,
    { data: { id, names } },
  );
}
