import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";

/** A fresh nonce for one response: the only scripts that may run are those that carry it. */
export function createNonce(): string {
  return randomBytes(16).toString("base64url");
}

/**
 * The security headers of every response. Scripts run by nonce or from our own origin's hashed files through those;
 * styles come from files only; nothing may frame us; no `unsafe-inline`, no `unsafe-eval`. In development Vite needs
 * its socket and inline styles.
 */
export function securityHeaders(options: { development: boolean; https: () => boolean }): RequestHandler {
  const dev = options.development;
  const common = {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [
          "'self'",
          (_request: unknown, response: unknown) => {
            const { nonce } = (response as { locals: { nonce: string } }).locals;
            return `'nonce-${nonce}'`;
          },
        ],
        styleSrc: dev ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: dev ? ["'self'", "ws:"] : ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  } as const;
  const secure = helmet({ ...common, strictTransportSecurity: { maxAge: 31_536_000 } } as Parameters<typeof helmet>[0]);
  const plain = helmet({ ...common, strictTransportSecurity: false } as Parameters<typeof helmet>[0]);
  return (request, response, next) => {
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    (options.https() ? secure : plain)(request, response, next);
  };
}
