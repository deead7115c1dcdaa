import type { Fetch } from "./connection.ts";

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
    const body = bounded(response.body, bytes);
    return new Response(body, { status, statusText, headers });
  };
}

/** Read one piece at a time, since pipes of streams take their time for each. */
function bounded(body: ReadableStream<Uint8Array>, bytes: number): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let left = bytes;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await reader.read();
        left -= value?.byteLength ?? 0;
        if (done) controller.close();
        else if (left >= 0) controller.enqueue(value);
        else {
          controller.error(new Overlong(bytes));
          await reader.cancel();
        }
      },
      cancel: async (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
