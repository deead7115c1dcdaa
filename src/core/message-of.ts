/** What a thrown thing says. Anything can be thrown, even what has no text. */
export function messageOf(error: unknown): string {
  try {
    const message: unknown = error instanceof Error ? error.message : error;
    return String(message);
  } catch {
    return "Something without a text was thrown";
  }
}
