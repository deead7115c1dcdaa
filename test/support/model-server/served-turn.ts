/** A call of a tool that a served model makes; a text is sent as it is, broken or not. */
export interface ServedCall {
  readonly tool: string;
  readonly arguments: string | Readonly<Record<string, unknown>>;
}

/** What goes on the wire as it is: JSON that `JSON.stringify` would not write, such as 1e999. */
export function verbatim(json: string): string {
  return `verbatim:${json}`;
}

/** A reply that a server gives in full. */
export interface ServedReply {
  readonly kind: "reply";
  readonly text?: string;
  readonly calls?: readonly ServedCall[];
  /** Thinking that is let out before the text. */
  readonly reasoning?: string;
  readonly finish?: "stop" | "length" | "tool-calls" | "refused";
  /** What stands on the wire as `logprobs` of a choice, instead of honest ones. */
  readonly logProbs?: unknown;
  /** Another model than the one that was asked for. */
  readonly model?: string;
  readonly usage?: {
    readonly input: number;
    readonly cached?: number;
    readonly output: number;
    /** US dollars, as OpenRouter tells them. */
    readonly cost?: number;
  };
}

/** What a server does with one request. */
export type ServedTurn =
  | ServedReply
  | {
      readonly kind: "status";
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  /** What goes on the wire as it is: events, or a whole body. */
  | {
      readonly kind: "wire";
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** JSON, or `[DONE]`, one event each; those of Anthropic are named by their type. */
      readonly events?: readonly unknown[];
      /** Before the events. */
      readonly comment?: string;
      readonly body?: unknown;
    }
  /** Sends a part of a text, then destroys the connection, or ends it as if all were well. */
  | { readonly kind: "cut"; readonly text: string; readonly politely?: boolean }
  /** Sends a line that is no JSON in the midst of the reply. */
  | { readonly kind: "malformed" }
  /** Talks until the client hangs up, or for so many bytes; one line without an end if `oneLine`. */
  | { readonly kind: "endless"; readonly oneLine?: boolean; readonly bytes?: number }
  /** Accepts the request and says nothing more. */
  | { readonly kind: "silent" }
  /** Tells of a fault in the midst of the reply. */
  | { readonly kind: "fault"; readonly type: string; readonly message: string };

/** A request as the server saw it. */
export interface SeenRequest {
  /** Which request it was, from 1. */
  readonly number: number;
  readonly protocol: string;
  readonly path: string;
  readonly model: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** Bytes that were sent for it so far. */
  sent: number;
  /** How it ended; `open` while it has not. */
  ending: "open" | "answered" | "hung-up";
}

/** A reply of a text alone. */
export function says(text: string, rest: Partial<ServedReply> = {}): ServedReply {
  return { ...rest, kind: "reply", text };
}

/** A reply that calls tools. */
export function calls(...served: readonly ServedCall[]): ServedReply {
  return { kind: "reply", calls: served };
}
