import type { Clock, Converse, Model, ModelRecords } from "../contract/index.ts";
import { recordedModel } from "../models/index.ts";

/** What the conversations of a run are held with. */
export interface ConversationParts {
  readonly model: Model;
  readonly records: ModelRecords;
  readonly clock: Clock;
  readonly offline: boolean;
}

/** Conversations with one model, each recorded at its place and replayed from there. */
export function conversations({ model, ...parts }: ConversationParts): Converse {
  return (place, onCall) => {
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
        const { servedModel, finish, usage, cost, ...reply } = await recorded.complete(
          request,
          signal,
        );
        const told = { servedModel, finish, usage, cost };
        onCall({ ordinal: own, ...told, replayed: sent === before });
        return { ...told, ...reply };
      },
    };
  };
}
