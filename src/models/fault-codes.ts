/** What a code stands for: the status that it would be, or an account that is empty. */
export type CodeMeaning = number | "quota";

/**
 * Codes by which servers tell of faults, in the words of OpenAI
 * (https://developers.openai.com/api/docs/guides/error-codes), Anthropic
 * (https://platform.claude.com/docs/en/api/errors), Google
 * (https://cloud.google.com/apis/design/errors), OpenRouter, Mistral, Moonshot and others. Status 429
 * is a limit that passes.
 */
const meanings: Readonly<Record<string, CodeMeaning>> = {
  insufficient_quota: "quota",
  insufficient_balance: "quota",
  insufficient_credits: "quota",
  insufficient_funds: "quota",
  billing_error: "quota",
  billing_hard_limit_reached: "quota",
  billing_not_active: "quota",
  exceeded_current_quota_error: "quota",
  payment_required: "quota",
  credit_balance_too_low: "quota",
  arrearage: "quota",
  rate_limit_error: 429,
  rate_limit_exceeded: 429,
  rate_limit_reached_error: 429,
  rate_limited: 429,
  rate_limit: 429,
  ratelimitreached: 429,
  too_many_requests: 429,
  toomanyrequests: 429,
  tokens: 429,
  requests: 429,
  throttling: 429,
  throttling_exception: 429,
  throttlingexception: 429,
  slow_down: 503,
  resource_exhausted: 429,
  engine_overloaded_error: 503,
  engine_overloaded: 503,
  overloaded_error: 529,
  overloaded: 529,
  model_overloaded: 529,
  server_is_overloaded: 503,
  capacity_exceeded: 503,
  no_capacity: 503,
  provider_unavailable: 503,
  service_unavailable: 503,
  serviceunavailable: 503,
  service_unavailable_error: 503,
  server_overloaded: 503,
  unavailable: 503,
  model_loading: 503,
  bad_gateway: 502,
  gateway_timeout: 504,
  timeout: 504,
  timeout_error: 504,
  request_timeout: 408,
  deadline_exceeded: 504,
  aborted: 409,
  cancelled: 499,
  network_error: 502,
  connection_error: 502,
  api_error: 500,
  server_error: 500,
  internal: 500,
  internal_error: 500,
  internal_server_error: 500,
  internalservererror: 500,
  unknown: 500,
  data_loss: 500,
  invalid_request_error: 400,
  invalid_request: 400,
  invalid_argument: 400,
  badrequesterror: 400,
  bad_request: 400,
  failed_precondition: 400,
  out_of_range: 400,
  invalid_prompt: 400,
  context_length_exceeded: 400,
  unsupported_parameter: 400,
  unsupported_value: 400,
  exceed_context_size_error: 400,
  content_policy_violation: 400,
  content_filter: 400,
  authentication_error: 401,
  unauthenticated: 401,
  invalid_api_key: 401,
  unauthorized: 401,
  permission_error: 403,
  permission_denied: 403,
  forbidden: 403,
  access_denied: 403,
  not_found_error: 404,
  not_found: 404,
  model_not_found: 404,
  deploymentnotfound: 404,
  request_too_large: 413,
  unimplemented: 501,
  not_supported_error: 501,
};

/** Codes that say less than the status that they come with. */
const VAGUE: ReadonlySet<string> = new Set([
  "invalid_request_error",
  "invalid_request",
  "api_error",
  "server_error",
  "unknown",
  "internal",
  "bad_request",
]);

/** What the first code means that tells anything; `null` where none does. */
export function meaningOf(codes: readonly string[], hasStatus: boolean): CodeMeaning | null {
  const known = codes.filter((code) => Object.hasOwn(meanings, code));
  const telling =
    known.find((code) => meanings[code] === "quota") ?? known.find((code) => !VAGUE.has(code));
  const first = telling ?? (hasStatus ? undefined : known[0]);
  return first === undefined ? null : (meanings[first] ?? null);
}
