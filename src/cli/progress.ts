import type { Clock, ModelTally } from "../contract/index.ts";
import type { Terminal } from "./terminal.ts";

const REDRAW_MILLISECONDS = 200;
const PLAIN_MILLISECONDS = 10_000;

/** How far long work has come. */
export interface Step {
  readonly done: number;
  readonly total: number;
  /** Done in this session; the rate counts only these. */
  readonly fresh: number;
  readonly failed?: number;
  /** What language models were paid and asked, all sessions together; `null` without one. */
  readonly calls?:
    (Pick<ModelTally, "paid" | "unpriced" | "unsettled"> & { readonly tokens: number }) | null;
}

/** Shows progress with a rate and an estimate; a line now and then where there is no terminal. */
export function progressMeter(
  terminal: Terminal,
  clock: Clock,
  options: { readonly what: string; readonly live: boolean },
): (step: Step) => void {
  const started = clock.now();
  let drawn = started;
  return (step) => {
    const now = clock.now();
    const finished = step.done >= step.total;
    if (options.live) {
      if (!finished && now - drawn < REDRAW_MILLISECONDS) return;
      drawn = now;
      terminal.progress(finished ? "" : progressLine(step, now - started, options.what));
    } else if (!finished && now - drawn >= PLAIN_MILLISECONDS) {
      drawn = now;
      terminal.note(progressLine(step, now - started, options.what));
    }
  };
}

/** One line such as `120/300 items · 40 % · 35/s · about 5 s left · $0.0123 · 45.2k tokens · 2 failed`. */
export function progressLine(step: Step, milliseconds: number, what: string): string {
  const share = step.total === 0 ? 100 : Math.floor((100 * step.done) / step.total);
  const rate = milliseconds === 0 ? 0 : (1000 * step.fresh) / milliseconds;
  const parts = [`${step.done}/${step.total} ${what}`, `${share} %`];
  if (rate > 0) {
    parts.push(`${rate >= 10 ? Math.round(rate) : rate.toFixed(1)}/s`);
    parts.push(`about ${duration((step.total - step.done) / rate)} left`);
  }
  if (step.calls !== undefined && step.calls !== null) parts.push(...spent(step.calls));
  if (step.failed !== undefined && step.failed > 0) parts.push(`${step.failed} failed`);
  return parts.join(" · ");
}

/** Money and tokens; where the cost of a request is not known, it is more than is told. */
function spent({ paid, tokens, unpriced, unsettled }: NonNullable<Step["calls"]>): string[] {
  const least = unpriced + unsettled > 0 ? "≥ " : "";
  return [
    `${least}$${paid.toFixed(paid >= 100 ? 0 : paid >= 1 ? 2 : 4)}`,
    `${thousands(tokens)} tokens`,
  ];
}

function thousands(count: number): string {
  if (count < 1000) return `${count}`;
  return count < 1_000_000 ? `${(count / 1000).toFixed(1)}k` : `${(count / 1_000_000).toFixed(1)}M`;
}

/** Seconds as people say them: `8 s`, `3 min`, `2 h 5 min`. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
