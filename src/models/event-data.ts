/**
 * The data of server-sent events as they come, a line each, which is how completions are sent.
 * Takes time by the length of what comes, however it is cut, and a line without an end is joined
 * only once.
 */
export async function* eventData(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun: string[] = [];
  for await (const bytes of body) {
    const [first = "", ...more] = decoder.decode(bytes, { stream: true }).split(/[\r\n]/u);
    begun.push(first);
    for (const line of more) {
      yield* dataOf(begun.join(""));
      begun = [line];
    }
  }
  yield* dataOf(begun.join(""));
}

function dataOf(line: string): string[] {
  const data = line.startsWith("data:") ? line.slice("data:".length).trim() : "";
  return data === "" || data === "[DONE]" ? [] : [data];
}
