import type { Interpretation, StatedNoise } from "../../contract/index.ts";
import { entry, wrapped } from "./entry.ts";

/** Lines of code before the rest is left out. */
const SHOWN_LINES = 24;

/** An answer as entries: words, regions, noise, confidence, code. */
export function renderInterpretation(
  interpretation: Interpretation,
  room: number,
  full = false,
): string[] {
  const { description, regions, noise, confidence, abstained } = interpretation;
  return [
    ...entry("Says", wrapped(description, room)),
    ...(abstained ? entry("Abstained", ["it gives no answer"]) : []),
    ...(regions.length === 0
      ? []
      : entry(
          "Except",
          regions.map(({ from, to }) => `from ${from ?? "−∞"} to ${to ?? "∞"}`),
        )),
    ...(noise === null ? [] : entry("Noise", [noiseText(noise)])),
    ...(confidence === null ? [] : entry("Confidence", [String(round(confidence))])),
    ...entry("Code", codeLines(interpretation, room, full)),
  ];
}

function codeLines({ code }: Interpretation, room: number, full: boolean): string[] {
  return code === null ? ["none"] : [code.language, ...sourceLines(code.source, room, full)];
}

/** The first lines of a program, each cut to the room, and how many more there are; or all, uncut. */
export function sourceLines(text: string, room: number, full = false): string[] {
  const source = text.trimEnd().split("\n");
  if (full) return source;
  const more = source.length - SHOWN_LINES;
  return [
    ...source.slice(0, SHOWN_LINES).map((line) => clipped(line, room)),
    ...(more > 0 ? [`… ${more} more lines`] : []),
  ];
}

function noiseText({ distribution, scale }: StatedNoise): string {
  return scale === null ? distribution : `${distribution}, scale ${round(scale)}`;
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}

function clipped(line: string, room: number): string {
  return line.length <= room ? line : `${line.slice(0, Math.max(1, room - 1))}…`;
}
