import { APICallError } from "@ai-sdk/provider";
import { APIConnectionError, APIError } from "openai";
import { parseJson } from "../core/index.ts";
import { at } from "./at.ts";

/** What the package `openai` threw, as the other providers' packages would have told it. */
export function completionError(error: unknown, url: string): unknown {
  if (error instanceof APIConnectionError)
    return error.cause ?? callError(error.message, url, { isRetryable: true });
  return isApiError(error) ? apiError(error, url) : error;
}

/** Narrows to the class with its own types, which `instanceof` leaves open. */
function isApiError(error: unknown): error is APIError {
  return error instanceof APIError;
}

function apiError({ status, error, headers }: APIError, url: string): APICallError {
  const envelope = at(error, "message");
  const body = typeof envelope === "string" ? envelope : "";
  const parsed = parseJson(body);
  const told = parsed.kind === "json" ? at(at(parsed.value, "error"), "message") : undefined;
  return callError(typeof told === "string" ? told : "", url, {
    ...(status !== undefined && { statusCode: status }),
    responseHeaders: Object.fromEntries(headers ?? []),
    responseBody: body,
  });
}

type CallFacts = Omit<
  ConstructorParameters<typeof APICallError>[0],
  "message" | "url" | "requestBodyValues"
>;

function callError(message: string, url: string, facts: CallFacts): APICallError {
  return new APICallError({ ...facts, message, url, requestBodyValues: null });
}

/** The package passes on only what stands under `error`, so the whole page of a fault is put there. */
export async function enveloped(response: Response): Promise<Response> {
  if (response.ok) return response;
  const { status, statusText, headers } = response;
  const error = { message: await response.text() };
  return Response.json({ error }, { status, statusText, headers });
}
