import type {
  CallPlace,
  Clock,
  Converse,
  Model,
  ModelCost,
  ModelRecords,
  ModelReply,
} from "../contract/index.ts";
import { recordedModel } from "../models/index.ts";

/** What the conversations of a run are held with. */
export interface ConversationParts {
  /** The model of an interpreter's row; `undefined` where it has none. */
  readonly modelFor: (interpreter: string) => Model | undefined;
  readonly records: ModelRecords;
  readonly clock: Clock;
  readonly offline: boolean;
  /** Told of each reply, sent for or given back. */
  readonly onReply?: () => void;
}

/** Conversations with the model of each row, recorded at their places and replayed from there. */
export function conversations({ modelFor, ...parts }: ConversationParts): Converse {
  return (place, onCall) => {
    const model = modelFor(place.item.interpreter);
    if (model === undefined) return null;
    let sent = 0;
    let ordinal = 0;
    const counted: Model = {
      id: model.id,
      complete: (request, signal) => {
        sent += 1;
        return model.complete(request, signal);
      },
    };
    const recorded = recordedModel(counted, { ...parts, place });
    return {
      id: model.id,
      complete: async (request, signal) => {
        const before = sent;
        ordinal += 1;
        const own = ordinal;
        const reply = await recorded.complete(request, signal);
        const replayed = sent === before;
        const { servedModel, finish, usage } = reply;
        const cost = replayed
          ? await costAtFirst({ ...place, ordinal: own }, reply, parts)
          : reply.cost;
        parts.onReply?.();
        onCall({ ordinal: own, servedModel, finish, usage, cost, replayed });
        return reply;
      },
    };
  };
}

/** What was paid for a reply that this run recorded in an earlier session. */
async function costAtFirst(
  place: CallPlace,
  { cost }: ModelReply,
  { records, offline }: Pick<ConversationParts, "records" | "offline">,
): Promise<ModelCost> {
  if (offline) return cost;
  return (await records.get(place))?.reply.cost ?? cost;
}
