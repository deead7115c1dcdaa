/** Modules that are worth importing once for all programs; what is not listed they import alone. */
const PLAIN = [
  "bisect",
  "cmath",
  "collections",
  "dataclasses",
  "decimal",
  "fractions",
  "functools",
  "itertools",
  "math",
  "numpy",
  "operator",
  "re",
  "statistics",
  "string",
  "typing",
];

/** Parts of SciPy that are imported when a program that speaks of SciPy speaks of them. */
const OF_SCIPY = [
  "constants",
  "fft",
  "integrate",
  "interpolate",
  "linalg",
  "ndimage",
  "optimize",
  "signal",
  "sparse",
  "spatial",
  "special",
  "stats",
];

/**
 * Modules that a source seems to use, for the trusted process to import before it forks, so that
 * only the first program pays for it. A wrong guess costs time and changes no outcome.
 */
export function modulesIn(source: string): string[] {
  const words = new Set(source.match(/\w+/g));
  if (words.has("np") || words.has("scipy")) words.add("numpy");
  const parts = words.has("scipy") ? OF_SCIPY.filter((name) => words.has(name)) : [];
  return [
    ...PLAIN.filter((name) => words.has(name)),
    ...(words.has("scipy") ? ["scipy"] : []),
    ...parts.map((name) => `scipy.${name}`),
  ];
}
