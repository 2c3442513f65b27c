import { describe, expect, it } from "vitest";
import {
  type AttendanceMarks,
  createAttendanceMarks,
  type Mark,
  type MarkReply,
  shownMark,
} from "#app/administering/sessions/attendance-marks";

/** A server that keeps marks as the product does, and a line to it that can be cut. */
class Server {
  readonly marks: Record<string, Mark> = {};
  readonly received: string[] = [];
  line: "open" | "cut" | "answers-lost" | "signed-out" | "closed" = "open";
  /** When set, answers wait for it. */
  hold: Promise<void> | null = null;

  post = async (personId: string, mark: Mark, seen: readonly Mark[]): Promise<MarkReply> => {
    if (this.line === "signed-out" || this.line === "closed") return { kind: this.line };
    if (this.line === "cut") return { kind: "lost" };
    this.received.push(`${personId} ${mark}`);
    const present = this.marks[personId] ?? "none";
    const reply: MarkReply =
      present === mark || seen.includes(present) ? { kind: "noted", mark } : { kind: "otherwise", mark: present };
    this.marks[personId] = reply.mark;
    await this.hold;
    return this.line === "answers-lost" ? { kind: "lost" } : reply;
  };
}

class Shelf {
  readonly kept = new Map<string, string>();
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.kept.set(key, value);
  removeItem = (key: string) => void this.kept.delete(key);
}

function page(server: Server, storage: Shelf | null = new Shelf(), known: Record<string, Mark> = {}): AttendanceMarks {
  return createAttendanceMarks({ storage, name: "one", known, post: server.post });
}

const settled = () => new Promise((done) => setTimeout(done, 0));

describe("marks of attendance", () => {
  it("are shown at once, and stand when the server has said so", async () => {
    const server = new Server();
    const marks = page(server);
    marks.tap("leila", "there");
    expect(shownMark(marks.state(), "leila")).toBe("there");
    expect(marks.state().known).toEqual({});
    await settled();
    expect(marks.state()).toMatchObject({ known: { leila: "there" }, wanted: {}, failed: false });
  });

  it("are sent one at a time for each person, the last one last", async () => {
    const server = new Server();
    let release = () => {};
    server.hold = new Promise((done) => {
      release = done;
    });
    const marks = page(server);
    for (const mark of ["there", "absent", "there", "absent"] as const) marks.tap("leila", mark);
    marks.tap("mikko", "there");
    await settled();
    expect(server.received).toEqual(["leila there", "mikko there"]);
    release();
    await settled();
    expect(server.received).toEqual(["leila there", "mikko there", "leila absent"]);
    expect(server.marks).toEqual({ leila: "absent", mikko: "there" });
    expect(marks.state().wanted).toEqual({});
  });

  it("outlast a lost network and a reload", async () => {
    const server = new Server();
    const shelf = new Shelf();
    server.line = "cut";
    const before = page(server, shelf);
    before.tap("leila", "there");
    before.tap("mikko", "absent");
    await settled();
    expect(before.state()).toMatchObject({ failed: true, wanted: { leila: { mark: "there" }, mikko: {} } });
    const after = page(server, shelf);
    expect(shownMark(after.state(), "mikko")).toBe("absent");
    await after.retry();
    expect(after.state().failed).toBe(true);
    server.line = "open";
    await after.retry();
    expect(server.marks).toEqual({ leila: "there", mikko: "absent" });
    expect(after.state()).toMatchObject({ failed: false, wanted: {} });
    expect(shelf.kept.size).toBe(0);
  });

  it("that arrived while the answer was lost are no surprise, also when somebody has tapped anew", async () => {
    const server = new Server();
    const marks = page(server);
    server.line = "answers-lost";
    marks.tap("leila", "there");
    await settled();
    expect(server.marks).toEqual({ leila: "there" });
    marks.tap("leila", "absent");
    server.line = "open";
    await settled();
    await marks.retry();
    expect(server.marks).toEqual({ leila: "absent" });
    expect(marks.state()).toMatchObject({ known: { leila: "absent" }, otherwise: [], wanted: {} });
  });

  it("never overwrite what a colleague has noted since, and say so", async () => {
    const server = new Server();
    const [mine, theirs] = [page(server), page(server)];
    theirs.tap("leila", "absent");
    await settled();
    mine.tap("leila", "there");
    await settled();
    expect(server.marks).toEqual({ leila: "absent" });
    expect(shownMark(mine.state(), "leila")).toBe("absent");
    expect(mine.state().otherwise).toEqual(["leila"]);
    // Now that it is seen, it can be put right.
    mine.tap("leila", "there");
    await settled();
    expect(server.marks).toEqual({ leila: "there" });
    expect(mine.state().otherwise).toEqual([]);
  });

  it("wait for whoever was signed out, and are given up when the session is closed", async () => {
    const server = new Server();
    const marks = page(server);
    server.line = "signed-out";
    marks.tap("leila", "there");
    await settled();
    expect(marks.state()).toMatchObject({ signedOut: true, failed: true });
    server.line = "open";
    await marks.retry();
    expect(marks.state()).toMatchObject({ signedOut: false, wanted: {}, known: { leila: "there" } });
    server.line = "closed";
    marks.tap("leila", "none");
    await settled();
    expect(marks.state()).toMatchObject({ closed: true, wanted: {} });
    expect(shownMark(marks.state(), "leila")).toBe("there");
  });

  it("are kept as long as the page lives where nothing can be stored, and spoilt storage is no storage", async () => {
    const shelf = new Shelf();
    for (const spoilt of ["not json", "[]", "null", '{"leila":{"mark":"maybe","seen":[]}}', '{"leila":3}']) {
      shelf.kept.set("repris.attendance.one", spoilt);
      expect(page(new Server(), shelf).state().wanted).toEqual({});
    }
    const server = new Server();
    server.line = "cut";
    const marks = page(server, null);
    marks.tap("leila", "there");
    await settled();
    server.line = "open";
    await marks.retry();
    expect(server.marks).toEqual({ leila: "there" });
  });
});
