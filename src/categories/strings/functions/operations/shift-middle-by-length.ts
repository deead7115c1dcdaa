import { read } from "../builders/read.ts";
import {
  describeMiddle,
  javascriptMiddle,
  pythonMiddle,
  shiftedMiddle,
} from "../builders/shift-middle.ts";
import { direction } from "../builders/shifting.ts";

/** The middle letter of an odd length as many places on as the text is long. */
export const shiftMiddleByLength = read({
  kind: "shift-middle-by-length",
  released: "add_len_to_middle",
  apply: (text, reading) => shiftedMiddle(text, (length) => length, reading),
  describe: (reading) =>
    describeMiddle(`as many places as the text has characters ${direction(1)}`, reading),
  python: (reading) => pythonMiddle("len(s)", reading),
  javascript: (reading) => javascriptMiddle("c.length", reading),
});
