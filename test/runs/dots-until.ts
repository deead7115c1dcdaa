/** Prints a dot for each finished item; at so many it kills its own process, as with -9. */
export function dotsUntil(most: number): () => void {
  let items = 0;
  return () => {
    process.stdout.write(".");
    items += 1;
    if (items >= most) process.kill(process.pid, "SIGKILL");
  };
}
