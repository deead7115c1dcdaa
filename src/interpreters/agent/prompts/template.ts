/** Raised when any wording changes: other words make another method. */
export const PROMPT_VERSION = 2;

/** Places of a template that are filled in; those that a template must have come first. */
export const slots = ["task", "manual", "answer", "hints"] as const;

/** What every conversation begins with. */
export const defaultTemplate = `You study a function whose inside you cannot see. The only way to learn about it is to look at what it gives for particular inputs. Find the rule that it follows, precisely enough that a program of yours gives the same for inputs nobody has tried yet.

{{task}}

{{hints}}

{{manual}}

{{answer}}

Work as a careful experimenter would: form a guess, choose inputs that could prove it wrong, and compare your final program with every value you have seen before you hand it in.`;
