/** The instant that every program sees: 2000-01-01T00:00:00Z, in milliseconds since 1970. */
const FROZEN_INSTANT = 946_684_800_000;

/**
 * Makes this thread's clock stand still, in UTC. The engine has no clock of its own: it asks these
 * functions, so that no path inside it leads to the real time or to the machine's time zone.
 */
export function freezeClock(): void {
  Date.now = () => FROZEN_INSTANT;
  const { prototype } = Date;
  prototype.getTimezoneOffset = () => 0;
  prototype.getFullYear = prototype.getUTCFullYear;
  prototype.getMonth = prototype.getUTCMonth;
  prototype.getDate = prototype.getUTCDate;
  prototype.getDay = prototype.getUTCDay;
  prototype.getHours = prototype.getUTCHours;
  prototype.getMinutes = prototype.getUTCMinutes;
  prototype.getSeconds = prototype.getUTCSeconds;
}
