/** A server answered with a fault, by its status or in the midst of a reply. */
export class ServerFault extends Error {
  /** Of HTTP; 200 where the fault was told in a reply that had been granted. */
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What the server sent, as text. */
  readonly body: string;
  /** Whether a part of the reply had come, which may have to be paid for. */
  readonly isBegun: boolean;

  constructor(parts: {
    readonly status: number;
    readonly statusText?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body: string;
    readonly isBegun?: boolean;
  }) {
    super("A server answered with a fault");
    this.status = parts.status;
    this.statusText = parts.statusText ?? "";
    this.headers = parts.headers ?? {};
    this.body = parts.body;
    this.isBegun = parts.isBegun ?? false;
  }
}

/** A fault that a server tells of in the midst of a reply, as it stands there. */
export class ToldFault extends Error {
  readonly told: unknown;

  constructor(told: unknown) {
    super("A server told of a fault in its reply");
    this.told = told;
  }
}

/** A stream ended before the provider said that the reply had. */
export class Unfinished extends Error {
  constructor() {
    super("Expected a reply with its end; got one that was cut on the way");
  }
}

/** The connection was refused or lost before a word of a reply. */
export class Unheard extends Error {
  constructor(cause: unknown) {
    super("Expected a reply; got none", { cause });
  }
}

/** A reply that was granted, of which nothing can be read. */
export class Unreadable extends Error {
  constructor(page: string) {
    const shown = page.replaceAll(/\s+/gu, " ").trim().slice(0, 200);
    super(`Expected a reply in the form of its protocol; got ${shown === "" ? "nothing" : shown}`);
  }
}
