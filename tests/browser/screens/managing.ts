/** What managers see. */
import { peopleStandingOnlyIn, peopleWith, personOf } from "#tests/support/people";
import type { Area } from "#tests/support/screens";

export const screens: Area = (stage) => {
  const person = (who: () => Promise<string | undefined>) => async () => `/people/${await who()}`;
  const db = () => stage.product.deps.db;
  return [
    { name: "the overview", who: stage.account("manager"), path: "/overview" },
    { name: "the overview of some departments", who: stage.account("manager.butik"), path: "/overview" },
    { name: "the overview, nobody found", who: stage.account("manager"), path: "/overview?q=zzzzzz" },
    {
      name: "a person",
      who: stage.account("manager"),
      path: person(() => personOf(db(), "employee")),
      route: "/people/:personId",
    },
    {
      name: "a person who is away",
      who: stage.account("manager"),
      path: person(async () => (await peopleStandingOnlyIn(db(), "on-leave"))[0]),
      route: "/people/:personId",
    },
    {
      name: "a person who is exempt",
      who: stage.account("manager"),
      path: person(async () => (await peopleWith(db(), "kampanj-och-markning", "exempt"))[0]),
      route: "/people/:personId",
    },
    { name: "what is not for its reader", who: stage.account("employee"), path: "/overview", fault: /status of 403/ },
  ];
};
