/** Ways to set text apart on a terminal; each gives the text back unchanged without colour. */
export interface Palette {
  strong(text: string): string;
  faint(text: string): string;
  alarm(text: string): string;
}

/** The palette of a terminal that shows ANSI colours, or of anything else. */
export function paletteOf(colour: boolean): Palette {
  const style =
    (open: number, close: number) =>
    (text: string): string =>
      colour && text !== "" ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return { strong: style(1, 22), faint: style(2, 22), alarm: style(33, 39) };
}
