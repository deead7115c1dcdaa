import type { Fetch } from "./connect.ts";

/** A reply had more bytes than are listened to. */
export class Overlong extends Error {
  constructor(bytes: number) {
    super(`Expected a reply of at most ${bytes} bytes; got more`);
  }
}

/** `fetch` whose bodies break off with `Overlong` after so many bytes; nothing beyond is held. */
export function boundedFetch(fetch: Fetch, bytes: number): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.body === null) return response;
    const { status, statusText, headers } = response;
    const body = response.body.pipeThrough(byteLimit(bytes));
    return new Response(body, { status, statusText, headers });
  };
}

function byteLimit(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let left = bytes;
  return new TransformStream({
    transform: (chunk, controller) => {
      left -= chunk.byteLength;
      if (left < 0) controller.error(new Overlong(bytes));
      else controller.enqueue(chunk);
    },
  });
}
