export { modelSource, usualModelSettings } from "./model-source.ts";
export type { ModelSettings, ModelSource } from "./model-source.ts";
export { costOf } from "./price.ts";
export type { Price } from "./price.ts";
export { priceList } from "./price-list.ts";
export { recordedModel } from "./recorded-model.ts";
export { scripted } from "./scripted.ts";
export { systemTimer } from "./timer.ts";
export type { Timer } from "./timer.ts";
