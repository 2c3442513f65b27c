import { describe, expect, it } from "vitest";
import { createKeptPosts, isStale, type KeptPosts } from "#app/learning/kept-posts";
import { answerPost, confirmPost } from "#app/learning/lesson-post";

const path = "/modules/answering/01-the-audience";
const answer = (choice: string, attempt = "attempt1") =>
  answerPost(attempt, "question1", [], { type: "choices", choices: [choice] });

function storage(content: Record<string, string> = {}) {
  const kept = new Map(Object.entries(content));
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const subjects = (posts: KeptPosts) => posts.state().waiting.map(({ failed, subject }) => ({ failed, subject }));

describe("posts that have not been taken", () => {
  it("are written down before they go and forgotten once they were taken", () => {
    const tab = storage();
    const posts = createKeptPosts(tab);
    posts.send(path, answer("a"));
    expect(subjects(posts)).toEqual([{ subject: "check:question1", failed: false }]);
    expect(tab.kept.size).toBe(1);
    posts.settle(path, answer("a"), { kind: "kept" });
    expect(subjects(posts)).toEqual([]);
    expect(tab.kept.size).toBe(0);
  });

  it("wait when they did not get through, also over a reload", () => {
    const tab = storage();
    const posts = createKeptPosts(tab);
    posts.send(path, answer("a"));
    posts.settle(path, answer("a"), { kind: "not-sent" });
    expect(subjects(posts)).toEqual([{ subject: "check:question1", failed: true }]);
    expect(subjects(createKeptPosts(tab))).toEqual([{ subject: "check:question1", failed: true }]);
  });

  it("wait as well when the page went away while they were on their way", () => {
    const tab = storage();
    createKeptPosts(tab).send(path, answer("a"));
    expect(subjects(createKeptPosts(tab))).toEqual([{ subject: "check:question1", failed: true }]);
  });

  it("are one for each question: the latest answer counts", () => {
    const posts = createKeptPosts(storage());
    posts.send(path, answer("a"));
    posts.send(path, confirmPost("attempt1", "statement1"));
    posts.send(path, answer("b"));
    expect(posts.state().waiting.map(({ fields }) => fields)).toEqual([
      confirmPost("attempt1", "statement1"),
      answer("b"),
    ]);
    // What comes back of the first must not take away the second.
    posts.settle(path, answer("a"), { kind: "not-sent" });
    expect(subjects(posts)).toContainEqual({ subject: "check:question1", failed: false });
  });

  it("still wait while they are tried again, and no longer than that", () => {
    const posts = createKeptPosts(storage());
    posts.send(path, answer("a"));
    posts.settle(path, answer("a"), { kind: "not-sent" });
    posts.send(path, answer("a"));
    expect(subjects(posts)).toEqual([{ subject: "check:question1", failed: true }]);
    posts.settle(path, answer("a"), { kind: "kept" });
    expect(subjects(posts)).toEqual([]);
  });

  it("tell why an answer was refused until it is answered anew", () => {
    const posts = createKeptPosts(storage());
    posts.send(path, answer("a"));
    posts.settle(path, answer("a"), { kind: "problem", questionId: "question1", problem: "not-an-answer" });
    expect(posts.state()).toMatchObject({ waiting: [], refused: { "check:question1": "not-an-answer" } });
    posts.send(path, answer("b"));
    expect(posts.state().refused).toEqual({});
  });

  it("tell that the attempt was over until something is sent again", () => {
    const posts = createKeptPosts(storage());
    posts.settle(path, [["intent", "complete"]], { kind: "over" });
    expect(posts.state().over).toBe(true);
    posts.send(path, answer("a"));
    expect(posts.state().over).toBe(false);
    posts.settle(path, answer("a"), { kind: "over" });
    expect(posts.state()).toMatchObject({ waiting: [], over: true });
  });

  it("are nobody else's: of another attempt they are dropped", () => {
    const tab = storage();
    const posts = createKeptPosts(tab);
    posts.send(path, answer("a"));
    expect(isStale({ path, subject: "", fields: answer("a"), failed: true }, path, "attempt1")).toBe(false);
    posts.drop((post) => isStale(post, "/elsewhere", "attempt2"));
    expect(subjects(posts)).toHaveLength(1);
    posts.drop((post) => isStale(post, path, "attempt2"));
    expect(subjects(posts)).toEqual([]);
    expect(tab.kept.size).toBe(0);
  });

  it("survive a storage that is spoilt, full or forbidden", () => {
    for (const spoilt of ["{", '"text"', '[{"path":1}]', '[{"path":"/","subject":"check:a","fields":[["a"]]}]']) {
      expect(createKeptPosts(storage({ "repris.posts": spoilt })).state().waiting).toEqual([]);
    }
    const full = {
      ...storage(),
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    for (const posts of [createKeptPosts(full), createKeptPosts(null)]) {
      posts.send(path, answer("a"));
      expect(subjects(posts)).toHaveLength(1);
    }
  });

  it("tell whoever listens, until they stop", () => {
    const posts = createKeptPosts(storage());
    let told = 0;
    const stop = posts.subscribe(() => told++);
    posts.send(path, answer("a"));
    expect(told).toBe(1);
    stop();
    posts.send(path, answer("b"));
    expect(told).toBe(1);
  });
});
