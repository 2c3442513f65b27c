/** Somebody who visits the product over HTTP, with a cookie jar. Redirects are not followed. */
export class Visitor {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#cookies.size > 0) {
      headers.set("Cookie", [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    }
    const response = await fetch(new URL(path, this.#origin), { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const at = pair.indexOf("=");
      const value = pair.slice(at + 1);
      if (value === "" || /max-age=0/i.test(cookie)) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), value);
    }
    return response;
  }

  /** Opens an address as a browser does. */
  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return await this.#send(path, { headers: { Accept: "text/html", ...headers } });
  }

  /** Sends a form as one of our own pages does. */
  async post(
    path: string,
    fields: Record<string, string> | readonly (readonly [string, string])[],
    headers: Record<string, string> = { Origin: this.#origin, "Sec-Fetch-Site": "same-origin" },
  ): Promise<Response> {
    const pairs = Array.isArray(fields) ? fields : Object.entries(fields);
    return await this.#send(path, {
      method: "POST",
      headers: { Accept: "text/html", "Content-Type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString(),
    });
  }

  /** Signs in with the demonstration's password. */
  async signIn(account: string): Promise<Response> {
    return await this.post("/sign-in", {
      intent: "sign-in",
      email: `${account}@fjallnas.example`,
      password: "repris-demo",
    });
  }
}
