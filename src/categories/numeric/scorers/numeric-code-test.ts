import type { CodeTest, TestBatch } from "../../../contract/index.ts";
import { spreadOfTruth } from "../../../scoring/index.ts";
import type { IndexRange, ValueColumn } from "../../../scoring/index.ts";
import { sameNumber } from "../../common/index.ts";

/** Runs code on a batch; two outputs are one within a millionth of the truth or of its spread in a range. */
export function numericCodeTest(batch: TestBatch, truth: ValueColumn, range: IndexRange): CodeTest {
  const spread = spreadOfTruth(truth, range);
  return {
    batch,
    isSame: (inBatch, apart, place) => {
      // Forecasts are asked behind the hidden inputs, where no truth stands.
      const at = { re: truth.re[place] ?? 0, im: truth.im?.[place] ?? 0 };
      return sameNumber(inBatch, apart, at, spread);
    },
  };
}
