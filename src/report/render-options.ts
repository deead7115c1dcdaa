/** Where a text is shown. */
export interface RenderOptions {
  /** Characters in a line that should not be exceeded; 100 by default. */
  readonly width?: number;
  /** Whether ANSI colours may be used; false by default. */
  readonly colour?: boolean;
}
