/** How somebody answers the checks of an attempt; graded by the same rules as everybody's answers. */
import { type GradingKey, gradeAnswer, type Response, score } from "#app/domain/grading";
import { responseText } from "#app/learning/response-text";
import type { QuestionKey } from "#app/lessons/question";
import type { About, Chance } from "./chance";

export interface GivenAnswer {
  readonly checkId: string;
  /** 1 is the first and the one that counts. */
  readonly ordinal: number;
  /** As the database keeps it. */
  readonly response: string;
  readonly correct: boolean;
}

export interface Taken {
  /** Ids of the checks, in order. */
  readonly asked: readonly string[];
  readonly answers: readonly GivenAnswer[];
  /** 0 to 1. */
  readonly score: number;
}

/** Share of wrong answers that are "I don't know". */
const admits = 0.25;
/** So much better or worse than usual somebody is on a day, at most. */
const form = 0.32;
/** Share of questions of refreshers that mislead: whoever knows the subject well gets them wrong. */
const misleading = 0.05;

/** How a question does, whoever answers it. */
interface Quality {
  /** How much harder it is than the easiest. */
  readonly hardness: number;
  /** How much somebody's form counts. */
  readonly weight: number;
  readonly misleads: boolean;
}

function qualityOf(question: QuestionKey, isRefresher: boolean, chance: Chance): Quality {
  const misleads = isRefresher && question.kind === "one" && chance.share("misleads", question.id) < misleading;
  if (misleads) return { hardness: 0.45, weight: -0.6, misleads };
  return {
    hardness: 0.14 * chance.share("hardness", question.id),
    weight: chance.share("weight", question.id) < 0.08 ? 0 : 1,
    misleads,
  };
}

function rightResponse(key: GradingKey): Response {
  if (key.kind === "text") return { type: "text", text: key.choices.find((choice) => choice.right)?.text ?? "" };
  const right = key.kind === "order" ? key.choices : key.choices.filter((choice) => choice.right);
  return { type: "choices", choices: right.map((choice) => choice.id) };
}

function wrongResponse(key: GradingKey, misleads: boolean, chance: Chance, about: About): Response {
  const [draws] = key.choices.filter((choice) => !choice.right);
  if (misleads && draws) return { type: "choices", choices: [draws.id] };
  if (chance.share("admits", ...about) < admits) return { type: "dont-know" };
  const ids = key.choices.map((choice) => choice.id);
  const wrong = key.choices.filter((choice) => !choice.right).map((choice) => choice.id);
  switch (key.kind) {
    case "text":
      return { type: "text", text: "?" };
    case "order": {
      const [first, second, ...rest] = ids;
      return first && second ? { type: "choices", choices: [second, first, ...rest] } : { type: "dont-know" };
    }
    case "one":
      return wrong.length > 0
        ? { type: "choices", choices: [chance.pick(wrong, "wrong", ...about)] }
        : { type: "dont-know" };
    case "many": {
      // One of the right ones is missed, or a wrong one comes along.
      const right = key.choices.filter((choice) => choice.right).map((choice) => choice.id);
      const missed = right.length > 1 && chance.share("missed", ...about) < 0.6;
      if (missed) return { type: "choices", choices: right.slice(1) };
      const along = wrong[0];
      return along ? { type: "choices", choices: [...right, along] } : { type: "dont-know" };
    }
  }
}

/**
 * Answers the checks of an attempt in order.
 *
 * @param skill the share of questions answered right, 0 to 1; 1: all
 * @param untilRight of a refresher: a wrong answer comes back until it is right
 */
export function takeChecks(
  questions: readonly QuestionKey[],
  skill: number,
  untilRight: boolean,
  chance: Chance,
  about: About,
): Taken {
  const answers: GivenAnswer[] = [];
  const first = new Map<string, boolean>();
  const better = form * (2 * chance.share("form", ...about) - 1);
  for (const question of questions) {
    const { hardness, misleads, weight } = qualityOf(question, untilRight, chance);
    const usual = skill >= 1 ? 1 : skill - hardness + weight * better;
    for (let ordinal = 1; ; ordinal += 1) {
      const knows = chance.share("knows", ...about, question.id, ordinal) < usual + 0.3 * (ordinal - 1);
      const response =
        knows || ordinal > 3
          ? rightResponse(question)
          : wrongResponse(question, misleads, chance, [...about, question.id, ordinal]);
      const correct = gradeAnswer(question, response).right;
      answers.push({ checkId: question.id, ordinal, response: responseText(question, response), correct });
      if (ordinal === 1) first.set(question.id, correct);
      if (correct || !untilRight || ordinal > 3) break;
    }
  }
  const asked = questions.map((question) => question.id);
  return { asked, answers, score: score(first, asked) };
}
