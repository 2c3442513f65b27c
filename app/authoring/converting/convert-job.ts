import type { GiftOptions, GiftResult } from "../gift/gift-to-checks";
import type { Converted, Pasted } from "../paste/pasted";

/** What the converting worker is given. */
export type ConvertJob =
  | { readonly kind: "pasted"; readonly pasted: Pasted }
  | { readonly kind: "gift"; readonly source: string; readonly options: GiftOptions };

/** What a run of the worker comes to, by the kind of its job. */
export type ConvertResult = Converted | GiftResult;
