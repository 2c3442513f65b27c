import type { Words } from "./words";

/** The English catalogue. */
export const en: Words = {
  product: {
    name: "Repris",
    home: "Repris, start page",
  },
};
