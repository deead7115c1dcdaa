import { parseJson } from "../../core/index.ts";
import type { Json } from "../../contract/index.ts";
import { jsonFrom } from "./json-from.ts";
import { spoken } from "./spoken.ts";

/** A call that stood in a text. */
export interface TextCall {
  readonly tool: string;
  readonly arguments: Json;
}

/**
 * Marks of calls in the formats of models: Hermes and Qwen (`<tool_call>`), Qwen3-Coder (`<function=…>`),
 * GLM (`<arg_key>`), Harmony (`to=functions.…`), Mistral (`[TOOL_CALLS]`), Llama (`<|python_tag|>`),
 * Kimi (`<|tool_call_begin|>`), DeepSeek (`<｜tool▁call▁begin｜>`, `<｜DSML｜invoke …>`), Claude
 * (`<invoke …>`), Gemma and LFM (`tool_code`, `<|tool_call_start|>`).
 */
const MARK =
  /<[|｜]?\/?(?:tool_?calls?|function_?calls?|tools?_call_?\w*|tool▁\w+|function=|python_tag|arg_key|invoke|antml:\w+|｜?DSML)|\[\/?TOOL_CALLS?\]|\[ARGS\]|\bto=functions\.|<[|]channel[|]>commentary|```(?:tool_code|tool_calls?)\b/iu;

/** Whether a text holds the marks of a call, read or not. */
export function looksLikeCall(text: string): boolean {
  return MARK.test(spoken(text));
}

/**
 * The calls that a server has left in a text, in whichever format, and the text before them; `null`
 * where there are none. An answer under headings is none.
 */
export function callsInText(
  text: string,
  tools: readonly string[],
): { readonly calls: readonly TextCall[]; readonly rest: string } | null {
  const said = spoken(text);
  if (/\[DESCRIPTION\]/iu.test(said)) return null;
  const mark = MARK.exec(said);
  const marked = mark === null ? "" : said.slice(mark.index);
  const calls =
    mark === null
      ? bareCalls(said, tools)
      : firstFilled([() => namedInJson(marked, tools), () => behindNames(marked, tools)]);
  if (calls.length === 0) return null;
  return { calls, rest: mark === null ? "" : said.slice(0, mark.index).trim() };
}

function firstFilled(readers: readonly (() => readonly TextCall[])[]): readonly TextCall[] {
  for (const read of readers) {
    const calls = read();
    if (calls.length > 0) return calls;
  }
  return [];
}

/** A text that is nothing but calls: as JSON, fenced or not, or as a list of Python's calls. */
function bareCalls(text: string, tools: readonly string[]): readonly TextCall[] {
  const bare = text.trim().replace(/^```\w*\s*([^]*?)\s*```$/u, "$1");
  if (/^[[{]/u.test(bare)) {
    const parsed = parseJson(bare);
    if (parsed.kind === "json") return callsOf(parsed.value, tools);
  }
  return /^\[\s*\w+\([^]*\)\s*\]$/u.test(bare) ? behindNames(bare, tools) : [];
}

/** Objects that name a tool and its arguments. */
function namedInJson(text: string, tools: readonly string[]): readonly TextCall[] {
  const calls: TextCall[] = [];
  for (let at = text.search(/[[{]/u), tries = 0; at !== -1 && tries < MOST_TRIES; tries += 1) {
    const found = jsonFrom(text, at);
    const read = found === null ? [] : callsOf(found.value, tools);
    calls.push(...read);
    // What holds no call may hold one inside.
    const from = found !== null && read.length > 0 ? found.end : at + 1;
    const next = text.slice(from).search(/[[{]/u);
    at = next === -1 ? -1 : from + next;
  }
  return calls;
}

/** Beginnings of JSON that are tried in a text. */
const MOST_TRIES = 200;

function callsOf(value: unknown, tools: readonly string[]): readonly TextCall[] {
  if (Array.isArray(value)) return value.flatMap((one) => callsOf(one, tools));
  if (typeof value !== "object" || value === null) return [];
  const get = (key: string): unknown => Reflect.get(value, key);
  const name = get("name") ?? get("tool") ?? get("tool_name") ?? get("recipient_name");
  if (typeof name === "string") {
    const tool = tools.find((one) => name === one || name.endsWith(`.${one}`));
    const given = ["arguments", "parameters", "args", "input", "tool_input"].map(get);
    const found = given.find((one) => one !== undefined);
    return tool === undefined || found === undefined ? [] : [{ tool, arguments: unwrapped(found) }];
  }
  const inner = get("function") ?? get("tool_calls") ?? get("function_call") ?? get("tool_uses");
  return inner === undefined ? [] : callsOf(inner, tools);
}

/** Arguments may stand as JSON in a string. */
function unwrapped(given: unknown): Json {
  const parsed = typeof given === "string" ? parseJson(given) : null;
  return (parsed?.kind === "json" ? parsed.value : given) as Json;
}

/** Names of tools with what follows them: an object, fields in tags, or arguments as Python has them. */
function behindNames(text: string, tools: readonly string[]): readonly TextCall[] {
  const names = new RegExp(String.raw`(?<![\w-])(${tools.join("|")})(?![\w-])`, "gu");
  const places = [...text.matchAll(names)].slice(0, MOST_TRIES);
  const calls: TextCall[] = [];
  let after = 0;
  for (const [index, place] of places.entries()) {
    const [, tool = ""] = place;
    const from = place.index + tool.length;
    if (place.index < after) continue;
    const to = places[index + 1]?.index ?? text.length;
    const read =
      objectAfter(text, from) ?? fieldsIn(text.slice(from, to)) ?? pythonAfter(text, from);
    if (read === null) continue;
    calls.push({ tool, arguments: read.value });
    after = from + read.length;
  }
  return calls;
}

interface ReadArguments {
  readonly value: Json;
  readonly length: number;
}

/** What may stand between a name and its object: marks of the format, and words of its channel. */
const BETWEEN =
  /^(?:\s|["'`>:]|<[|｜][^<>{}]{0,40}>|\[ARGS\]|json|code|commentary|analysis|:\d+)*(?=\{)/iu;

function objectAfter(text: string, from: number): ReadArguments | null {
  const between = BETWEEN.exec(text.slice(from, from + 300));
  if (between === null) return null;
  const found = jsonFrom(text, from + between[0].length);
  return found === null ? null : { value: found.value, length: found.end - from };
}

const FIELD =
  /<(?:｜DSML｜)?(?:antml:)?parameter(?:=|\s+name=)["']?([\w-]+)["']?[^>]*>([^]*?)<\/(?:｜DSML｜)?(?:antml:)?parameter>|<arg_key>\s*([\w-]+)\s*<\/arg_key>\s*<arg_value>([^]*?)<\/arg_value>/giu;

function fieldsIn(text: string): ReadArguments | null {
  const fields = [...text.matchAll(FIELD)];
  const last = fields.at(-1);
  if (last === undefined) return null;
  const pairs = fields.map(([, key, value, otherKey, otherValue]): [string, Json] => [
    key ?? otherKey ?? "",
    valueOf(value ?? otherValue ?? ""),
  ]);
  return { value: Object.fromEntries(pairs), length: last.index + last[0].length };
}

/** JSON where it is some; else the words as they stand, without the line breaks around them. */
function valueOf(text: string): Json {
  const parsed = parseJson(text.trim());
  return parsed.kind === "json" ? (parsed.value as Json) : text.replace(/^\n|\n$/gu, "");
}

/** `(inputs=[1, 2])`. */
function pythonAfter(text: string, from: number): ReadArguments | null {
  if (text[from] !== "(") return null;
  const fields: [string, Json][] = [];
  let at = from + 1;
  for (;;) {
    const [whole, key] = /^\s*(\w+)\s*=\s*/u.exec(text.slice(at, at + 200)) ?? [];
    if (whole === undefined || key === undefined) return null;
    const found = jsonFrom(text, at + whole.length);
    if (found === null) return null;
    fields.push([key, found.value]);
    const [end] = /^\s*[,)]/u.exec(text.slice(found.end, found.end + 200)) ?? [];
    if (end === undefined) return null;
    at = found.end + end.length;
    if (end.endsWith(")")) return { value: Object.fromEntries(fields), length: at - from };
  }
}
