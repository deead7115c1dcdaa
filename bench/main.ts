// Every measurement, one after the other: `npm run bench`.
await import("./probe-rate.ts");
await import("./baselines-rate.ts");
await import("./sandbox-rate.ts");
await import("./command-line.ts");
await import("./training-rate.ts");
await import("./paper-suite.ts");
await import("./facts.ts");
