/**
 * What an evaluation can measure: `published` is quick, `law` all that is sound but `form`, which
 * fits the law's form to the code of every answer and takes most of the time.
 */
export const figureNames = ["published", "law", "form"] as const;

/** One of the things that an evaluation can measure. */
export type FigureName = (typeof figureNames)[number];
