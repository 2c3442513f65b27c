import { englishDuration, englishInterval } from "./interval";
import { capitalised, englishMinutes, englishNumeral } from "./numerals";
import type { Words } from "./words";

/** The English catalogue. */
export const en: Words = {
  product: {
    name: "Repris",
    home: "Repris, start page",
  },
  status: {
    current: "Valid",
    soon: "Due soon",
    due: "To do now",
    overdue: "Overdue",
    planned: "Planned",
    exempt: "Exempt",
    leave: "Away",
    changed: "Changed",
    right: "Right",
    wrong: "Wrong",
  },
  shell: {
    skip: "Skip to the content",
    navigation: "Main menu",
    nav: {
      training: "My training",
      overview: "Overview",
      administration: "Company",
      studio: "Studio",
      insights: "Insights",
    },
    notices: { open: "Notices", unread: "New", unreadLabel: "Notices, something new" },
    language: "Language",
    languageNames: { sv: "Svenska", en: "English" },
    account: (name) => `${name}, your account`,
    signOut: "Sign out",
    theme: { label: "Theme", auto: "Auto", light: "Light", dark: "Dark", save: "Save theme" },
    offline: {
      title: "You are offline",
      text: "What you have open can still be read. Answers in a lesson are kept in the browser and sent when the network is back.",
    },
    ownAccess: "How you sign in",
    sharedDevice: "Shared device",
    stillThere: {
      title: "Are you still here?",
      text: (seconds: number) =>
        `You are signed out in ${seconds === 1 ? "1 second" : `${seconds} seconds`}, so that nobody else sees what is yours.`,
      stay: "I am still here",
      leave: "Sign out now",
    },
    loading: "Fetching the page",
    demonstration: "Demonstration with invented people",
  },
  signIn: {
    title: "Sign in",
    motto: "A little at a time, all year round. So it is there when you need it.",
    email: "Work e-mail",
    password: "Password",
    submit: "Sign in",
    submitting: "Signing in",
    forgotten:
      "If you have forgotten your password, your manager can print a slip with a one-time code. Choose Employee number and write the code, and you choose a new one.",
    problems: {
      emailMissing: "Write your e-mail address.",
      passwordMissing: "Write your password.",
      wrong: "The e-mail address and the password do not belong together. Check both and try again.",
      tooMany: (minutes) =>
        minutes <= 1
          ? "Too many attempts. Wait a minute and try again."
          : `Too many attempts. Wait ${englishNumeral(minutes)} minutes and try again.`,
    },
    notices: {
      expired: { title: "You are no longer signed in", text: "Sign in again to go on from where you were." },
      answerLost: {
        title: "What you sent did not arrive",
        text: "You were signed out when it was sent. Sign in and have a look: the last thing you did may have to be done again, all before it is saved.",
      },
      answerKept: {
        title: "Your answer is kept",
        text: "You were signed out when it was sent. Sign in again and it will be handed in.",
      },
      signedOut: { title: "You are signed out", text: "Close the browser if others use this computer." },
    },
    resume: {
      title: "Sending your answer",
      text: "What you sent while you were signed out is handed in now.",
      send: "Send the answer",
    },
    roles: {
      employee: (department) => `Employee, ${department}`,
      manager: (department) => `Manager, ${department}`,
      trainer: (department) => `Trainer, ${department}`,
      auditor: (department) => `Auditor, ${department}`,
      administrator: (department) => `Administrator, ${department}`,
      hr: (department) => `HR, ${department}`,
    },
    demonstration: {
      title: "Demonstration",
      text: (company) => `${company} is invented, and so is everyone who works there. Choose who you want to be.`,
      enterAs: "Enter as",
      orByPassword: (password) => `Everyone has the password ${password}.`,
    },
  },
  home: {
    title: "My training",
    greeting: {
      morning: (name) => `Good morning, ${name}.`,
      day: (name) => `Good afternoon, ${name}.`,
      evening: (name) => `Good evening, ${name}.`,
      first: (name) => `Welcome, ${name}.`,
    },
    summary: {
      nothing: "Nothing is due today.",
      notRequired: "You have no training at the moment.",
      away: "Nothing is waiting for you while you are away.",
      exempt: "You are exempt just now, so nothing is waiting for you.",
      one: (task, late, minutes) =>
        `One ${task === "refresher" ? "refresher" : "module"} is ${late ? "overdue" : "due"} and takes ${englishMinutes(minutes)}.`,
      several: (count, late, minutes) => {
        const all = `${capitalised(englishNumeral(count))} things are due`;
        if (late === 0) return `${all}, ${englishMinutes(minutes)} together.`;
        if (late === count) return `${capitalised(englishNumeral(count))} things are overdue.`;
        return `${all}, ${englishNumeral(late)} ${late === 1 ? "is" : "are"} late.`;
      },
    },
    next: {
      by: (day) => `by ${day}`,
      wasDue: (day) => `was due ${day}`,
      startRefresher: "Start the refresher",
      startModule: "Begin the module",
      resume: "Continue",
      minutes: (minutes) => `${minutes} min`,
      questions: (count) => (count === 1 ? "1 question" : `${count} questions`),
      seeChange: "See what has changed",
    },
    also: { title: "Also to do", note: "in the order they are needed" },
    coming: { title: "Coming up", note: "the next three months", none: "Nothing comes back in the next three months." },
    current: { title: "Valid now", none: "What you have completed gathers here." },
    paused: { title: "Paused", note: "none of this is waiting for you" },
    evidence: {
      title: "Evidence",
      all: "Evidence from elsewhere",
      waiting: "Waiting for an answer.",
      declined: "It was not approved. Open it to read why.",
      ending: "Ends soon. Send a new one if you have renewed it.",
    },
    until: (day) => `until ${day}`,
    untilFurther: "until further notice",
    from: (day) => `from ${day}`,
    distance: {
      today: "today",
      inDays: (days) => (days === 1 ? "tomorrow" : `in ${days} days`),
      inWeeks: (weeks) => `in ${weeks} weeks`,
      inYears: (years) => (years === 1 ? "in 1 year" : `in ${years} years`),
      daysLeft: (days) => (days === 0 ? "last day today" : days === 1 ? "1 day left" : `${days} days left`),
      weeksLeft: (weeks) => `${weeks} weeks left`,
      yearsLeft: (years) => (years === 1 ? "1 year left" : `${years} years left`),
      daysLate: (days) => (days === 1 ? "1 day late" : `${days} days late`),
      weeksLate: (weeks) => `${weeks} weeks late`,
    },
    wheel: {
      title: "Your year",
      label: (shown, listed) =>
        `Year wheel with ${englishNumeral(shown)} ${shown === 1 ? "module" : "modules"}. ${
          shown < listed ? `The nearest of ${englishNumeral(listed)} are shown. ` : ""
        }The lists hold the same facts under the same numbers.`,
      count: (valid, required) => `${valid} of ${required}`,
      counts: "valid today",
      nearest: (shown) => `The wheel shows the ${englishNumeral(shown)} nearest in time.`,
      past: "since you completed it",
      ahead: "time left",
      today: "today",
    },
    counted: {
      summary: "How the dates are counted",
      paragraphs: [
        "A module is valid from the day you complete it. Its refresher opens some time before it is due, and you take it on any day in between. If you are late there are usually a few days more before the module stops being valid.",
        "When a lesson changes in substance we ask again, and you have time from the day it changed. If what you learnt is no longer right the module stops being valid at once, but even then you have time to take it again.",
        "Being away never makes you late. A date that falls while you are away moves to some time after you are back. Other dates stay where they are, so the time away is not added to them.",
        "You never lose by taking a module once more.",
      ],
    },
    empty: {
      allDone: "Nothing is due",
      nextUp: (title, day, opens) =>
        opens === null ? `Next is ${title}, by ${day}.` : `Next is ${title}, by ${day}. It opens on ${opens}.`,
      nothingAhead: "What you have completed is valid until further notice.",
      readAnyway: "Read something anyway",
      firstStart: (department, title, minutes) =>
        `${department === "" ? "You begin" : `${department} begins`} with ${title}, ${englishMinutes(minutes)}.`,
      firstRest: (others, day) =>
        others === 0
          ? "Nothing more than that is waiting just now."
          : `${capitalised(englishNumeral(others))} more ${others === 1 ? "is" : "are"} waiting${
              day === null ? "" : `, ${others === 1 ? "" : "the last "}by ${day}`
            }.`,
      firstAction: (title) => `Begin with ${title}`,
      notRequired: "No training is required of you",
      notRequiredText: "When your department needs you to know something it appears here, with a reason why.",
    },
  },
  refresher: {
    title: (module) => `Refresher: ${module}`,
    leave: "Leave, your answers are kept",
    steps: (number, of) => `${number} of ${of}`,
    stepsAgain: "Once more",
    stepsDone: "Done",
    questions: (count) => (count === 1 ? "1 question" : `${count} questions`),
    intro: {
      lastCompleted: (day) => `Last completed ${day}`,
      neverCompleted: "Time for a refresher",
      changed: (count) =>
        count === 1
          ? "One thing has changed since last time"
          : `${capitalised(englishNumeral(count))} things have changed since last time`,
      unchanged: "Nothing has changed since last time",
      readFirst: (count) => (count === 1 ? "Read it first." : "Read them first."),
      toCome: (questions, minutes, changed) =>
        `${changed ? "Then there are" : "There are"} ${
          questions === 1 ? "one question" : `${englishNumeral(questions)} questions`
        }, one at a time, about ${englishMinutes(minutes)}. You can pause whenever you like.`,
      changedOn: (day) => `Changed ${day}`,
      start: "To the first question",
      resume: "Continue where you were",
      readLesson: (minutes) => `Read the whole lesson, ${minutes} min`,
    },
    question: {
      changed: (day) => `About the change of ${day}`,
      again: "This one comes back",
      keys: "Choose with the arrow keys, answer with",
      honest: (dontKnow, again) =>
        again
          ? `The first answer is the one that counts. After “${dontKnow}” the question comes back until you know.`
          : `“${dontKnow}” counts as wrong this time, but the question comes back until you know.`,
    },
    feedback: {
      returns: "The question comes back before you are done.",
      next: "Next question",
      finish: "To the result",
    },
    result: {
      title: (right, of, day) =>
        day === null ? `${right} of ${of}. This one stays.` : `${right} of ${of}. See you again on ${day}.`,
      validUntil: (day) => `Valid until ${day}`,
      validForever: "Valid until further notice",
      wheel: (from, to) => `Year wheel: from ${from} to ${to}`,
      until: "to the next",
      months: (months) => `${months} mo`,
      days: (days) => `${days} d`,
      ladder: "Your refreshers of this module",
      today: "Today",
      next: "next refresher",
      score: (right, of) => `${right} of ${of}`,
      review: "How it went",
      reviewNote: "The first answer to each question counts.",
      readPassage: "Read in the lesson",
      home: "To My training",
    },
  },
  errors: {
    badRequest: {
      title: "That could not be understood",
      text: "Something in the form or the address is not as it should be. Go back and try again.",
    },
    forbidden: {
      title: "This page is not for you",
      text: "It is shown only to those who need it in their work. If you think you should see it, ask your manager.",
    },
    notFound: {
      title: "The page is not here",
      text: "It may have changed its name. Your results are safe: they follow the module, not the address.",
    },
    tooLarge: {
      title: "That was too much at once",
      text: "What was sent is larger than any form here takes. Go back and send less.",
    },
    tooMany: {
      title: "A little too fast",
      text: "There were many requests in a short time. Wait a minute and try again.",
    },
    server: {
      title: "Something went wrong on our side",
      text: "What you have answered so far is kept. Try again in a while.",
      reference: "If it happens again, tell whoever looks after Repris and mention",
    },
    offline: {
      title: "The page could not be fetched",
      text: "You seem to be offline. Try again when the network is back.",
    },
    retry: "Try again",
    home: "To My training",
  },
  explanation: {
    completed: (day, again, voice) =>
      voice === "they"
        ? `Completed on ${day}.`
        : again
          ? `You refreshed this module on ${day}.`
          : `You took this module on ${day}.`,
    completedAgain: (day, later, again, weak, voice) => {
      const first = voice === "they" ? "Completed" : again ? "You refreshed this module" : "You took this module";
      return weak === null
        ? `${first} on ${day} and again on ${later}, which gives no later day.`
        : `${first} on ${day} and again on ${later}, when some answers did not quite stick and ${englishDuration(weak)} from then gives no later day.`;
    },
    assigned: (day, voice) => (voice === "they" ? `Required since ${day}.` : `You were given this module on ${day}.`),
    startingOver: (day, voice) =>
      voice === "they"
        ? `Required again since ${day}, when no earlier training was valid any longer.`
        : `You were given this module again on ${day}, when what you had done before was no longer valid.`,
    neverAssigned: (voice) =>
      voice === "they"
        ? "This module has never been required of this person."
        : "This module has never been required of you.",
    unassigned: (day, voice) =>
      voice === "they" ? `No longer required since ${day}.` : `This module has not been required of you since ${day}.`,
    within: (days) =>
      days === 0
        ? "it is to be finished the same day"
        : `it is to be finished within ${days} ${days === 1 ? "day" : "days"}`,
    neverAges: "It does not have to be refreshed.",
    repeated: (interval) => `it is refreshed ${englishInterval(interval)}`,
    weak: (interval) => `some answers did not quite stick, so it comes back after ${englishDuration(interval)}`,
    keptDay: (interval, anchor) => `it is refreshed ${englishInterval(interval)} counting from ${anchor}`,
    fixedDays: "it is refreshed on fixed days of the year",
    issuer: (day) => `whoever issued the evidence lets it hold until ${day}`,
    spread: (days) => `refreshers are spread out so that this one comes ${days} ${days === 1 ? "day" : "days"} earlier`,
    changed: (day, countedFrom, days) => {
      const time = days === null ? "" : `, with ${days} ${days === 1 ? "day" : "days"} to take it in`;
      return countedFrom === null
        ? `it was changed on ${day}${time}`
        : `it was changed on ${day}${time} from ${countedFrom}`;
    },
    changedCritically: (day, days) =>
      `it was fundamentally changed on ${day}${days === null ? "" : `, with ${days} ${days === 1 ? "day" : "days"} to take it in`}`,
    extended: (day, voice) =>
      voice === "they" ? `more time was given on ${day}` : `you were given more time on ${day}`,
    returned: (day, days, voice) =>
      `it has been required ${voice === "they" ? "" : "of you "}since ${day}, with ${days} ${days === 1 ? "day" : "days"} to do it`,
    policyChanged: (day) => `its rules were changed on ${day}`,
    paused: (since, until, days) =>
      until === null
        ? `it was paused on ${since}`
        : `it was paused from ${since} to ${until}, with ${days} ${days === 1 ? "day" : "days"} after that`,
    exempt: (since, until, voice) => {
      const who = voice === "they" ? "Exempt" : "You are exempt";
      return until === null ? `${who} since ${since}, until further notice.` : `${who} from ${since} to ${until}.`;
    },
    onLeave: (since, until, voice) => {
      const who = voice === "they" ? "Away" : "You are away";
      return until === null ? `${who} since ${since}, until further notice.` : `${who} from ${since} to ${until}.`;
    },
    nothingLate: "Nothing becomes overdue meanwhile.",
    holdsUntil: (day) => `The training is valid until ${day}.`,
    holdsEndless: "The training is valid until further notice.",
    list: (clauses) =>
      clauses.length < 2 ? clauses.join("") : `${clauses.slice(0, -1).join(", ")}, and ${clauses.at(-1) ?? ""}`,
    so: {
      next: (due) => `next time by ${due}`,
      endless: "and it is valid until further notice",
      noLastDay: "so there is no last day for now",
      finishBy: (due) => `so it is due by ${due}`,
      shouldHaveFinished: (due) => `so it was due by ${due}`,
      refreshBy: (due) => `so it is due by ${due}`,
      shouldHaveRefreshed: (due, validUntil) =>
        `so it was due by ${due}${validUntil === null ? "" : `, but it is valid until ${validUntil}`}`,
      ranOut: (due, grace, until) =>
        `so it was due by ${due}, and with ${grace} ${grace === 1 ? "day" : "days"} of grace it was valid until ${until}`,
      wasValid: (until, due) =>
        `so it was valid until ${until}${due === null ? "" : ` and is to be done again by ${due}`}`,
    },
    alone: {
      next: (due) => `next refresher by ${due}`,
      endless: "it is valid until further notice",
      noLastDay: "there is no last day for now",
      finishBy: (due) => `it is to be finished by ${due}`,
      shouldHaveFinished: (due) => `it was to be finished by ${due}`,
      refreshBy: (due) => `it is to be refreshed by ${due}`,
      shouldHaveRefreshed: (due, validUntil) =>
        `it was to be refreshed by ${due}${validUntil === null ? "" : ` but is valid until ${validUntil}`}`,
      ranOut: (due, grace, until) =>
        `it was to be refreshed by ${due}, and with ${grace} ${grace === 1 ? "day" : "days"} of grace it was valid until ${until}`,
      wasValid: (until, due) =>
        `it was valid until ${until}${due === null ? "" : ` and is to be done again by ${due}`}`,
    },
    status: {
      none: "Not included",
      current: "Valid",
      soon: "Soon due",
      due: "To do",
      changed: "Changed",
      overdue: "Overdue",
      lapsed: "Expired",
      exempt: "Exempt",
      leave: "Away",
      until: (day) => `until ${day}`,
      untilFurther: "until further notice",
      from: (day) => `from ${day}`,
      by: (day) => `by ${day}`,
      wasUntil: (day) => `was valid until ${day}`,
      heldUntil: (day) => `still valid until ${day}`,
      heldEndless: "still valid until further notice",
      daysLeft: (days) => (days === 0 ? "last day today" : days === 1 ? "1 day left" : `${days} days left`),
      daysLate: (days) => (days === 1 ? "1 day" : `${days} days`),
    },
  },
  overview: {
    evidence: (waiting) =>
      waiting === 0
        ? "Evidence from elsewhere"
        : waiting === 1
          ? "One certificate is waiting for an answer"
          : `${waiting} certificates are waiting for an answer`,
    prints: { slips: "Slips and codes", posters: "Posters" },
    title: "Overview",
    scopes: "Your departments",
    wholeCompany: (name) => `${name} · all departments`,
    printed: (scope, day) => `Overview of ${scope} on ${day}.`,
    people: (count, n) => `${count} ${n === 1 ? "person" : "people"}`,
    sentence: {
      nothing: "No training is required here today.",
      everybodyAway: "Everybody with something to do here is away or exempt today.",
      allWell: "All training is valid today, and nobody is overdue.",
      onTheWay: (percent) =>
        `${percent} percent of the training is valid today. The rest is on its way, and nobody is overdue.`,
      share: (percent) =>
        percent === 100 ? "All training is valid today." : `${percent} percent of the training is valid today.`,
      behind: (place) => {
        const late = place.overdue === 1 ? "one person is overdue" : `${place.count} people are overdue`;
        if (place.department !== null) {
          const before = place.module === null ? "Furthest behind is " : `Furthest behind is ${place.module} in `;
          return { before, linked: place.department, after: `, where ${late}.` };
        }
        if (place.module !== null)
          return { before: "Furthest behind is ", linked: place.module, after: `, where ${late}.` };
        return { before: "", linked: `${late.charAt(0).toUpperCase()}${late.slice(1)}`, after: "." };
      },
      notCounted: (exempt, onLeave) => {
        const parts = [
          exempt > 0 ? `${exempt} exempt` : "",
          onLeave > 0 ? `${onLeave} of people who are away` : "",
        ].filter(Boolean);
        return parts.length === 0 ? null : `Not counted: ${parts.join(" and ")}.`;
      },
    },
    figures: {
      valid: "Valid",
      ofRequired: (count) => `of ${count} required`,
      noneRequired: "nothing required today",
      overdue: "Overdue",
      noneOverdue: "nobody is overdue",
      dueSoon: "To do within 30 days",
      withinWeek: (count) => `${count} of them within a week`,
      noneDue: "nothing for now",
      refreshersIn: (month) => `Refreshers in ${month}`,
      takeMinutes: (minutes) => `about ${minutes} min in all`,
      takeHours: (hours) => `about ${hours} h in all`,
      noRefreshers: "none planned",
    },
    matrix: {
      title: "Departments and modules",
      caption: "Share of people whose training is valid, by department and module, and how many are overdue",
      department: "Department",
      allModules: "All modules",
      allDepartments: "All departments",
      notIncluded: "not included",
      nobodyNow: "nobody today",
      overdue: "overdue",
      low: "below 75%",
      legendShare: "have valid training",
      empty: "No modules are required of anybody here yet.",
    },
    trend: {
      title: (months) => (months === 12 ? "Twelve months, and six ahead" : "So far, and six months ahead"),
      caption: "Chart of the share that is valid and refreshers a month, can be scrolled sideways",
      share: "Share that is valid",
      refreshers: "Refreshers a month",
      validNow: (percent) => `${percent} valid`,
      ahead: (day) => `${day}, planned from here`,
      done: "completed",
      planned: "planned, if everybody is on time",
      asTable: "Show as a table",
      month: "Month",
      completed: "Completed refreshers",
      due: "Planned refreshers",
      noShare: "–",
      change: (from, fromMonth, to, toMonth, direction) =>
        direction === "stayed"
          ? `The share that is valid was ${to} in ${toMonth}, the same as in ${fromMonth}.`
          : `The share that is valid ${direction === "rose" ? "rose" : "fell"} from ${from} in ${fromMonth} to ${to} in ${toMonth}.`,
      noHistory: "The share that is valid has no history yet.",
      most: (month, count) => `Most refreshers are expected in ${month}: ${count}, if everybody is on time.`,
      noneAhead: "No refreshers are expected in the next six months.",
    },
    load: {
      title: "Year wheel",
      note: "refreshers a month, one year ahead",
      label: (months) =>
        `Refreshers a month in the coming year: ${months}. The same figures are in the list below the picture.`,
      month: (name, count) => `${name} ${count}`,
      total: "in a year",
      asList: "Show as a list",
    },
    nudges: {
      title: "Who needs a nudge",
      note: (overdue, week) => `${overdue} overdue, ${week} within a week`,
      tableLabel: "People who need a nudge",
      filter: "Filter the list",
      search: "Search person or module",
      department: "Department",
      anyDepartment: "All departments",
      module: "Module",
      anyModule: "All modules",
      state: "Standing",
      states: { all: "All", overdue: "Overdue", week: "Within 7 days", month: "Within 30 days" },
      sort: "Sorting",
      sorts: { person: "Sort by person", module: "Sort by module", due: "Sort by date" },
      show: "Show",
      person: "Person",
      due: "Standing",
      pages: "Pages of the list",
      shown: (from, to, total) => `Showing ${from}–${to} of ${total}.`,
      previous: "Previous",
      next: "Next",
      whole: (total) => `All ${total} on one page, for printing`,
      nobody: "Nobody needs a nudge today",
      nobodyWhy: "Everybody with something to do has finished, or nobody has anything to do yet.",
      noHits: "Nobody here matches the filter",
      noHitsWhy: "Remove the filter to see everybody, or search for something else.",
      removeFilter: "Remove the filter",
    },
  },
  person: {
    slip: "Print slip",
    crumbs: "Where you are",
    overview: "Overview",
    printed: (name, number, organisation, day) =>
      `Training of ${name}${number === null ? "" : ` (employee number ${number})`}, ${organisation}, on ${day}.`,
    facts: {
      title: "Role",
      department: "Department",
      site: "Site",
      employedFrom: "Employed since",
      leftOn: "Last day",
      manager: "Nearest manager",
    },
    sentence: {
      left: (day) => `Has left; the last day was ${day}. Below is what was done by then.`,
      nothing: "No training is required today.",
      exempt: "Exempt from all training today, so nothing becomes overdue.",
      away: "Away today, so nothing becomes overdue.",
      valid: (valid, required) => {
        if (required === 1) return valid === 1 ? "The only requirement is met." : "The only requirement is not met.";
        if (valid === required) return `All ${englishNumeral(required)} requirements are met.`;
        const some = valid === 0 ? "None" : capitalised(englishNumeral(valid));
        return `${some} of ${englishNumeral(required)} requirements ${valid === 1 ? "is" : "are"} met.`;
      },
      overdueSince: (module, day) => `${module} has been overdue since ${day}`,
      lapsedOn: (module, day) => `${module} was valid until ${day}`,
      overdueSeveral: (count) => `${englishNumeral(count)} modules are overdue`,
      dueBy: (module, day) => `${module} is due by ${day}`,
      dueSeveral: (count, first, day) => `${englishNumeral(count)} are to be done, first ${first} by ${day}`,
      and: (first, second) => `${first}, and ${second}`,
      next: (module, day) => `The next refresher is ${module}, by ${day}.`,
      minutes: (minutes, tasks) =>
        tasks === 1
          ? `It takes about ${englishMinutes(minutes)}.`
          : `Together they take about ${englishMinutes(minutes)}.`,
    },
    modules: {
      everyone: "everyone",
      personally: "this person",
      title: "Module by module",
      none: "No modules have been required yet.",
      requiredFor: (audiences) => `Required of ${audiences}`,
      notRequired: "Not required today",
      legend: { past: "valid", open: "open for its refresher", gap: "missing", away: "away", today: "today" },
    },
    evidence: {
      title: "Evidence from elsewhere",
      until: (day) => `Valid until ${day}`,
      states: { waiting: "Waiting for an answer", approved: "Approved", declined: "Declined", withdrawn: "Withdrawn" },
    },
    events: {
      allModules: "all modules",
      title: "What happened",
      none: "Nothing has happened yet.",
      earlier: "Show what happened earlier",
      until: (day) => `to ${day}`,
      endless: "until further notice",
      assigned: (module) => `${module}: required`,
      assignedFor: (audiences) => `Required of ${audiences}.`,
      unassigned: (module) => `${module}: no longer required`,
      completedModule: (module) => `Completed: ${module}`,
      completedRefresher: (module) => `Refresher completed: ${module}`,
      revision: (revision) => `Version ${revision}.`,
      elsewhere: "Training from elsewhere.",
      revised: (module) => `${module}: a new refresher was called for`,
      revisedWhy: "The module changed so much that it has to be refreshed.",
      revisedCritically: (module) => `${module}: no longer valid`,
      revisedCriticallyWhy: "The module was fundamentally changed, and earlier training in it is no longer valid.",
      absent: "Away",
      absentWhy: "Nothing becomes overdue meanwhile.",
      exempted: (module) => `Exemption: ${module}`,
      exemptedUntil: (until, decidedBy) =>
        `Exempt ${until === null ? "until further notice" : `to the end of ${until}`}.${
          decidedBy === null ? "" : ` Decided by ${decidedBy}.`
        }`,
      extended: (module) => `${module}: more time`,
      extendedTo: (due, decidedBy) => `New last day ${due}.${decidedBy === null ? "" : ` Decided by ${decidedBy}.`}`,
      overdue: (module) => `${module} became overdue`,
      lapsed: (module) => `${module} expired`,
    },
    meanings: {
      title: "What the standings mean",
      current: "Completed, and within its time.",
      soon: "The refresher opens within 30 days.",
      due: "To be done, and its last day has not passed.",
      changed: "The module has changed and is to be refreshed.",
      overdue: "The last day has passed.",
      exempt: "Somebody with the right to decide has said until when.",
      leave: "Away today. Nothing becomes overdue.",
    },
  },
  lessonPage: {
    number: (number, of) => `Lesson ${number} of ${of}`,
    contents: "In this lesson",
    read: "Read",
    why: (department) => `Why it matters to ${department}`,
    elsewhere: { text: "Have you taken this elsewhere?", link: "Send your certificate" },
    whyShort: "Why it matters",
    source: (source) => `Source: ${source}`,
    minutes: (minutes) => `${minutes} min`,
    minutesLeft: (minutes, left) => (left === 0 ? `${minutes} min, read` : `${minutes} min, ${left} left`),
    changed: (day) => `Changed ${day}`,
    owner: "Owner",
    onlyIn: { sv: "Only in Swedish", en: "Only in English" },
    resume: (heading) => `Go on where you were: ${heading}`,
    passMark: (questions, needed) => {
      if (questions === 1) return "The module has one question. If it goes wrong you can try again.";
      const all = `The module has ${englishNumeral(questions)} questions.`;
      return needed >= questions
        ? `${all} All need to be right, and you can try again.`
        : `${all} At least ${englishNumeral(needed)} ${needed === 1 ? "needs" : "need"} to be right, and you can try again.`;
    },
    next: {
      left: (questions, confirmations) => {
        const asked = questions === 1 ? "one question" : `${englishNumeral(questions)} questions`;
        const stated = confirmations === 1 ? "one confirmation" : `${englishNumeral(confirmations)} confirmations`;
        const all = questions === 0 ? stated : confirmations === 0 ? asked : `${asked} and ${stated}`;
        return `${capitalised(all)} left, then the lesson is done`;
      },
      lesson: (title) => `Next: ${title}`,
      thenComplete: "Then you complete the module",
      toQuestion: (number) => (number === null ? "To the question" : `To question ${number}`),
      toConfirmation: "To the confirmation",
      lessonDone: "Done with this lesson",
      toLesson: (number) => `To lesson ${number}`,
      earlier: "An earlier lesson is not done",
      allAnswered: "Everything is answered",
      nothingAsked: "You have gone through the module",
      score: (right, of) => `${right} of ${of} right`,
      scoreBelow: (right, of, needed) => `${right} of ${of} right, ${needed} needed`,
      complete: "Complete the module",
      completeWhy: "Once you complete the module it counts as done from today.",
      end: "End the attempt",
      endWhy: "End the attempt, read again what went wrong and try again when you like.",
      failed: "Read again what went wrong, and try again",
      failedWhy: "Answers change places, and you may get other questions on the same things.",
      retry: "Try again",
      completed: (day) => `Completed ${day}`,
      completedWith: (day, right, of) => `Completed ${day} with ${right} of ${of} right`,
      held: (module) => `${module} is done`,
      validUntil: (day) => `Valid until ${day}`,
      validForever: "Valid until further notice",
      home: "To My training",
      again: "Take the module once more",
      refresher: "The refresher is waiting",
      refresherBy: (day) => `By ${day}`,
      refresherWasDue: (day) => `Was due ${day}`,
      refresherOpen: "Up next",
      toRefresher: "To the refresher",
    },
    lessons: { title: "Lessons of the module", done: "Done" },
    lookingAs: {
      label: "Show the lesson as",
      own: "Myself",
      show: "Show",
      title: (department) => `You see the lesson as ${department} sees it`,
      text: "Only the passages for the department differ. Nothing can be answered and nothing is kept.",
      back: "Back to your own",
    },
    unsent: (count) =>
      count === 1
        ? "One answer is not saved yet. It is sent as soon as possible."
        : `${capitalised(englishNumeral(count))} answers are not saved yet. They are sent as soon as possible.`,
    over: "The attempt had ended already, perhaps in another tab. The page shows how things stand now.",
    stillOpen: "Something is not answered yet. The page shows what.",
    notSent: "It could not be sent. Try again.",
  },
  lesson: {
    list: (items) =>
      items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.slice(-1).join("")}`,
    why: (departments) => `Why it matters to ${departments}`,
    forDepartments: (departments) => `How we do it in ${departments}`,
    forOthers: (departments) => `For everyone but ${departments}`,
    shownFor: "shown to your department",
    changed: "New since last time",
    changedSince: (day) => `New since you took the module on ${day}`,
    footnotes: "Footnotes",
    backToText: "Back to the text",
    captions: "Captions",
    transcript: "Read what is said and shown",
    document: (bytes) =>
      bytes < 1_000_000
        ? `PDF, ${Math.max(1, Math.round(bytes / 1000))} kB`
        : `PDF, ${(bytes / 1_000_000).toFixed(1)} MB`,
    good: "Do",
    bad: "Avoid",
    taskDone: "Done",
    taskOpen: "Not done",
    check: {
      number: (number, of) => `Question ${number} of ${of}`,
      submit: "Check the answer",
      dontKnow: "I don't know",
      chooseOne: "Choose one.",
      chooseMany: "Choose all that apply.",
      putInOrder: "Put them in the right order.",
      write: "Write your answer.",
      changeMind: "You can change your mind before you check.",
      yourAnswer: "Your answer",
      place: (choice) => `Place of row ${choice}`,
      moveUp: "Move up",
      moveDown: "Move down",
      moved: (place) => `Moved to place ${place}`,
      right: "Right.",
      wrong: "Not quite.",
      notKnown: "Good of you to say so.",
      marks: { right: "Right", wrong: "Your answer", missed: "Right answer" },
      rightPlace: (place) => `Should be number ${place}`,
      accepted: "Right answer:",
      notSent: "Your answer waits to be sent and can no longer be changed. It goes by itself.",
      problems: {
        "nothing-chosen": "Choose something first, or answer I don't know.",
        "nothing-written": "Write something first, or answer I don't know.",
        "places-repeat": "Two rows have the same place. Give each its own.",
        "not-an-answer": "That answer does not belong to the question. Answer again.",
      },
    },
    confirm: {
      submit: "I have read it and will follow it",
      done: (day) => `Confirmed ${day}`,
      notSent: "The confirmation is not saved yet. It is sent again by itself.",
    },
    reflect: {
      share: "Share with the trainer",
      privacy: "Only you see what you write, unless you share it.",
      submit: "Save",
      saved: (day) => `Saved ${day}`,
      notSent: "The text is not saved yet. It is sent again by itself.",
    },
    loading: "Fetching the lesson",
    unavailable: {
      title: "The lesson could not be fetched",
      text: "Look at your connection and load the page again. Your answers are saved.",
      retry: "Load the page again",
    },
  },
};
