import { createContext, useContext } from "react";

const NonceContext = createContext<string | undefined>(undefined);

export const NonceProvider = NonceContext.Provider;

/** The nonce of this document; undefined in the browser, which keeps it to itself. */
export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
