/** A message from the trusted process: a letter that tells its kind, and its bytes. */
export interface Frame {
  readonly letter: string;
  readonly bytes: Buffer;
}

const HEADER_BYTES = 5;

/** Cuts a stream into frames of a letter, a length in 32 bits and so many bytes. */
export class FrameReader {
  #parts: Buffer[] = [];
  #size = 0;

  /** The frames that a further piece of the stream completes. */
  push(piece: Buffer): Frame[] {
    this.#parts.push(piece);
    this.#size += piece.length;
    const frames: Frame[] = [];
    for (let frame = this.#next(); frame !== undefined; frame = this.#next()) frames.push(frame);
    return frames;
  }

  #next(): Frame | undefined {
    if (this.#size < HEADER_BYTES) return undefined;
    const all = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts);
    if (all === undefined) return undefined;
    this.#parts = [all];
    const end = HEADER_BYTES + all.readUInt32LE(1);
    if (all.length < end) return undefined;
    this.#parts = [all.subarray(end)];
    this.#size -= end;
    return { letter: all.toString("latin1", 0, 1), bytes: all.subarray(HEADER_BYTES, end) };
  }
}
