import { BenchError, similarTo } from "../core/index.ts";
import type { ModelAddress } from "./address.ts";
import { headersIn } from "./given-headers.ts";
import { providerNames, providerOf, type Protocol } from "./providers.ts";

/** Variables of the environment, handed in. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a model is served, and the key to it. */
export interface Endpoint {
  readonly protocol: Protocol;
  readonly baseUrl: string;
  /** What stands behind each path, such as Azure's `api-version=…`; empty for most. */
  readonly query: string;
  /** `null` where none is given and none is needed. */
  readonly key: string | null;
  /** Azure takes keys in a header of its own. */
  readonly isAzure: boolean;
  /** Further headers, in lower case, which may hold secrets. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What a run adds to the environment. */
export interface EndpointWishes {
  /** Headers as `Name: value`. */
  readonly headers?: readonly string[];
}

/** The endpoint of a model, from the environment. Throws `unknown-model` or `bad-configuration`. */
export function endpointOf(
  { id, provider }: ModelAddress,
  environment: Environment,
  { headers: wished = [] }: EndpointWishes = {},
): Endpoint {
  const { protocol, baseUrl: usual, needsKey, keyNames = [] } = providerOf(provider);
  const prefix = prefixOf(provider);
  const given = filled(environment, `${prefix}_BASE_URL`);
  const baseUrl = given ?? usual;
  if (baseUrl === null) throw unknownProvider(id, provider, prefix);
  const variable = `${prefix}_HEADERS`;
  const headers = Object.fromEntries(
    [
      headersIn(environment[variable] ?? "", variable),
      ...wished.map((line) => headersIn(line, "--header")),
    ].flatMap((given) => Object.entries(given)),
  );
  const names = [`${prefix}_API_KEY`, ...keyNames];
  const key = names.flatMap((name) => filled(environment, name) ?? [])[0] ?? null;
  const isKnown = Object.keys(headers).some((name) => KEY_HEADERS.has(name));
  if (key === null && needsKey && given === null && !isKnown) throw keyMissing(id, names);
  if (key !== null && !PLAIN_KEY.test(key)) throw keyUnfit(id, names);
  const { address, query } = checkedUrl(baseUrl, protocol, `${prefix}_BASE_URL`);
  return {
    protocol,
    baseUrl: address,
    query,
    key,
    isAzure: isAzure(provider, address, query),
    headers,
  };
}

/** What the names of a provider's variables begin with. */
function prefixOf(provider: string): string {
  return provider.toUpperCase().replaceAll("-", "_");
}

const KEY_HEADERS: ReadonlySet<string> = new Set([
  "authorization",
  "api-key",
  "x-api-key",
  "x-goog-api-key",
]);

/** Azure's own hosts, its paths, or a name that says so. */
function isAzure(provider: string, address: string, query: string): boolean {
  return (
    /^azure(?:-|$)/u.test(provider) ||
    /\.(?:openai\.azure|cognitiveservices\.azure|services\.ai\.azure)\.com$/u.test(
      new URL(address).hostname,
    ) ||
    /\/openai\/deployments\//u.test(address) ||
    /(?:^|&)api-version=/u.test(query)
  );
}

/** What can be sent as a header. */
const PLAIN_KEY = /^[\x21-\x7e]+$/;

function filled(environment: Environment, name: string): string | null {
  const value = environment[name]?.trim() ?? "";
  return value === "" ? null : value;
}

/** Anthropic's own programs take the address without its version, others with it. */
function checkedUrl(
  text: string,
  protocol: Protocol,
  variable: string,
): { readonly address: string; readonly query: string } {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    throw new BenchError(
      "bad-configuration",
      `Expected an http or https address without a name and a password in ${variable}; got another text; correct it, and give the key in ${variable.replace("BASE_URL", "API_KEY")}`,
      { data: { variable } },
    );
  const plain = text.replace(/[?#][^]*$/u, "").replace(/\/+$/, "");
  const isBare = protocol === "anthropic" && url.pathname === "/";
  return { address: isBare ? `${plain}/v1` : plain, query: url.search.replace(/^\?/u, "") };
}

function unknownProvider(id: string, provider: string, prefix: string): BenchError {
  return new BenchError(
    "unknown-model",
    `Expected a provider among ${providerNames.join(", ")}, or the address of its server; got \`${provider}\` in \`${id}\`; set ${prefix}_BASE_URL to a server that speaks as OpenAI's does${similarTo(provider, providerNames)}`,
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
