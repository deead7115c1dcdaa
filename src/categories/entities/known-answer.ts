import { SILENT } from "../common/index.ts";
import type { KnownAnswer } from "../common/index.ts";
import { describeEntity, describeException } from "./functions/describe.ts";
import type { EntitySpec } from "./functions/spec.ts";

/** What a perfect answer says that knows a unit: its concepts, how they are joined, its exception. */
export function knownEntityAnswer(known: EntitySpec): KnownAnswer {
  const { concepts, join, exception } = known;
  const interpretation = {
    ...SILENT,
    description: describeEntity(known),
    concepts,
    ...(join === undefined ? {} : { join }),
    exceptions: exception === undefined ? [] : [describeException(exception)],
  };
  return { interpretation, runsCode: false };
}
