/** Variables by which a machine could change what a test sees. */
const DISTURBING = [
  // Keys, addresses and settings of language models, and this program's own settings.
  /^(OPENAI|AZURE|ANTHROPIC|CLAUDE|GOOGLE|GEMINI|OPENROUTER|OLLAMA|VLLM|HF|HUGGINGFACE)_/u,
  /_(API_KEY|BASE_URL)$/u,
  /^FINDBENCH_(?!CLOSING_LINE$)/u,
  // Ways around the network, and into Node and Python.
  /^(https?|all|no|ftp)_proxy$/iu,
  /^NODE_(OPTIONS|PATH|EXTRA_CA_CERTS|TLS_REJECT_UNAUTHORIZED|USE_ENV_PROXY|DEBUG|V8_COVERAGE)$/u,
  /^(PYTHON|LD_|OMP_|OPENBLAS_|MKL_)/u,
  // Language, time zone and terminal.
  /^(LANG|LANGUAGE|LC_.*|TZ|COLUMNS|LINES|FORCE_COLOR|CLICOLOR.*|BASH_ENV|ENV|CDPATH|GREP_.*)$/u,
];

/** Takes out of an environment what could change a test, and settles language and zone. */
export function makePlain(environment: Record<string, string | undefined>): void {
  for (const name of Object.keys(environment))
    if (DISTURBING.some((pattern) => pattern.test(name))) delete environment[name];
  environment["LC_ALL"] = "C.UTF-8";
  environment["TZ"] = "UTC";
}
