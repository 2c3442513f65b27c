import { passes } from "#app/domain/grading";

/**
 * How many of the questions have to be right: the fewest with which an attempt passes.
 *
 * @param passMark 0 to 1
 */
export function neededRight(passMark: number, questions: number): number {
  let right = 0;
  while (right < questions && !passes(right / questions, passMark)) right++;
  return right;
}
