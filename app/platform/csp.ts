import type { Request, RequestHandler, Response } from "express";
import helmet from "helmet";
import { randomText } from "./random";

/** Stands for the nonce in headers that are otherwise the same at every response. */
const nonceMark = "NONCE0OF0THE0RESPONSE";

/** A fresh nonce for one response: the only scripts that may run are those that carry it. */
export function createNonce(): string {
  return randomText(16, "base64url");
}

/** Where files lie whose names are hashes of what they hold. */
export const hashedFiles = "/assets";

/**
 * The security headers of every response. Scripts run by nonce or from our own origin's hashed files through those;
 * styles come from files, or carry the nonce as those of the source editor do; nothing may frame us; no `unsafe-inline`, no `unsafe-eval`. In development Vite needs
 * its socket and inline styles. They are worked out once; of a response only the nonce is its own. A hashed file is a part
 * of pages and no page: opened for itself it may do nothing at all, and what only pages heed is not sent with it.
 */
export function securityHeaders(options: { development: boolean; https: () => boolean }): RequestHandler {
  const dev = options.development;
  const common = {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", `'nonce-${nonceMark}'`],
        styleSrc: dev ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonceMark}'`],
        imgSrc: ["'self'", "data:"],
        mediaSrc: ["'self'"],
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
  const secure = headersOf(helmet({ ...common, strictTransportSecurity: { maxAge: 31_536_000 } }));
  const plain = headersOf(helmet({ ...common, strictTransportSecurity: false }));
  const secureFile = headersOf(helmet({ ...ofFiles, strictTransportSecurity: { maxAge: 31_536_000 } }), []);
  const plainFile = headersOf(helmet({ ...ofFiles, strictTransportSecurity: false }), []);
  return (request, response, next) => {
    const { nonce } = response.locals as { nonce: string };
    const isFile = !dev && request.path.startsWith(`${hashedFiles}/`);
    const headers = options.https() ? (isFile ? secureFile : secure) : isFile ? plainFile : plain;
    for (const [name, value] of headers) {
      response.setHeader(name, value.replaceAll(nonceMark, nonce));
    }
    next();
  };
}

const ofFiles = {
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  crossOriginEmbedderPolicy: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  referrerPolicy: { policy: "same-origin" },
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} as const;

const permissions = ["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"] as const;

/** The headers that a handler sets, after those that are `given`. */
function headersOf(
  handler: (request: Request, response: Response, next: () => void) => void,
  given: readonly (readonly [string, string])[] = [permissions],
): [string, string][] {
  const headers = new Map(given);
  const response = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  };
  handler({} as Request, response as unknown as Response, () => undefined);
  return [...headers];
}
