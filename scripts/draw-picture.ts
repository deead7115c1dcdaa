// Draws docs/images/black-boxes.svg: four functions of the mini suite as what they are (the truth)
// and as what an interpreter sees (answers). The same seed gives the same picture.
import { mkdir, writeFile } from "node:fs/promises";
import { evaluate, regionsOf } from "../src/categories/numeric/index.ts";
import type { NumericProblem, NumericSpec } from "../src/categories/numeric/index.ts";
import { openProbe } from "../src/harness/index.ts";
import { drawWithoutNetworks } from "../bench/draw-without-networks.ts";

const WIDTH = 400;
const HEIGHT = 220;
const MARGIN = { left: 12, right: 12, top: 44, bottom: 26 };
const FAMILY = "ui-sans-serif, system-ui, sans-serif";

interface Panel {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly wanted: (problem: NumericProblem<NumericSpec>) => boolean;
}

const has =
  (...tags: readonly string[]) =>
  ({ truth }: NumericProblem<NumericSpec>): boolean =>
    tags.every((tag) => truth.tags.includes(tag));

const panels: readonly Panel[] = [
  { title: "plain: a wave", from: -12, to: 12, wanted: has("plain", "family:sine") },
  {
    title: "composed: two laws at once",
    from: -12,
    to: 12,
    wanted: has("composed", "plain", "family:leaky-relu", "family:square-wave"),
  },
  {
    title: "noised: every answer is off a little",
    from: -6,
    to: 14,
    wanted: has("noised", "simple", "family:tanh"),
  },
  {
    title: "corrupted: in one region, another rule",
    from: -128,
    to: 128,
    wanted: has("corrupted", "simple", "family:absolute"),
  },
];

const candidates = [
  ...(await drawWithoutNetworks("mini", "picture", 58)),
  ...(await drawWithoutNetworks("paper", "picture", 850)),
];

const drawn = await Promise.all(
  panels.map(async (panel, i) => {
    const problem = candidates.find(panel.wanted);
    if (problem === undefined) throw new Error(`Expected a problem for "${panel.title}"; got none`);
    const x = (i % 2) * WIDTH;
    const y = Math.floor(i / 2) * HEIGHT;
    return `<g transform="translate(${x} ${y})">${await drawPanel(panel, problem)}</g>`;
  }),
);
const total = { width: 2 * WIDTH, height: 2 * HEIGHT + 34 };
const legend = `<g transform="translate(${MARGIN.left} ${total.height - 14})" font-size="13" fill="#57606a"><line x2="26" y1="-4" y2="-4" stroke="#0969da" stroke-width="2"/><text x="34">the truth, which only the score knows</text><circle cx="330" cy="-4" r="3" fill="#bc4c00"/><text x="342">answers, all that an interpreter sees</text><rect x="620" y="-12" width="16" height="16" fill="#fff1e5" stroke="#ffb77c"/><text x="642">corrupted region</text></g>`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${total.width} ${total.height}" font-family="${FAMILY}" role="img" aria-label="Four black boxes: truth and answers"><rect width="${total.width}" height="${total.height}" fill="#ffffff"/>${drawn.join("")}${legend}</svg>\n`;
await mkdir(new URL("../docs/images/", import.meta.url), { recursive: true });
await writeFile(new URL("../docs/images/black-boxes.svg", import.meta.url), svg);

async function drawPanel(panel: Panel, problem: NumericProblem<NumericSpec>): Promise<string> {
  const { spec } = problem.truth;
  const xs = Float64Array.from(
    { length: 600 },
    (_, i) => panel.from + ((panel.to - panel.from) * i) / 599,
  );
  const truth = evaluate(spec, xs).re;
  const probe = openProbe({ problem, epoch: 1, budget: null, rounds: null });
  const asked = Array.from(
    { length: 48 },
    (_, i) => panel.from + ((panel.to - panel.from) * (i + 0.5)) / 48,
  );
  const answers = await probe.ask(asked);
  const values = answers.map((answer) =>
    answer.kind === "value" && typeof answer.value === "number" ? answer.value : NaN,
  );
  const all = [...truth, ...values].filter(Number.isFinite);
  const low = Math.min(...all);
  const high = Math.max(...all);
  const atX = (x: number): string =>
    (
      MARGIN.left +
      ((x - panel.from) / (panel.to - panel.from)) * (WIDTH - MARGIN.left - MARGIN.right)
    ).toFixed(1);
  const atY = (value: number): string =>
    (
      HEIGHT -
      MARGIN.bottom -
      ((value - low) / (high - low || 1)) * (HEIGHT - MARGIN.top - MARGIN.bottom)
    ).toFixed(1);
  const regions = regionsOf(spec).map(({ from, to }) => {
    const left = Math.max(panel.from, from ?? panel.from);
    const right = Math.min(panel.to, to ?? panel.to);
    return `<rect x="${atX(left)}" y="${MARGIN.top - 8}" width="${(Number(atX(right)) - Number(atX(left))).toFixed(1)}" height="${HEIGHT - MARGIN.top - MARGIN.bottom + 16}" fill="#fff1e5" stroke="#ffb77c"/>`;
  });
  const step = (high - low) / 3;
  const path = [...truth]
    .map((value, i) => {
      const before = truth[i - 1];
      const jumps = before === undefined || Math.abs(value - before) > step;
      return `${jumps ? "M" : "L"}${atX(xs[i] ?? 0)} ${atY(value)}`;
    })
    .join("");
  const dots = values.map((value, i) =>
    Number.isFinite(value)
      ? `<circle cx="${atX(asked[i] ?? 0)}" cy="${atY(value)}" r="2.6" fill="#bc4c00"/>`
      : "",
  );
  const axis = `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${HEIGHT - MARGIN.bottom + 12}" y2="${HEIGHT - MARGIN.bottom + 12}" stroke="#d0d7de"/><text x="${MARGIN.left}" y="${HEIGHT - 2}" font-size="11" fill="#57606a">x = ${panel.from}</text><text x="${WIDTH - MARGIN.right}" y="${HEIGHT - 2}" font-size="11" fill="#57606a" text-anchor="end">x = ${panel.to}</text>`;
  return `<text x="${MARGIN.left}" y="24" font-size="15" font-weight="600" fill="#1f2328">${panel.title}</text>${regions.join("")}<path d="${path}" fill="none" stroke="#0969da" stroke-width="2"/>${dots.join("")}${axis}`;
}
