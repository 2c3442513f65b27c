import type { NoticeFacts } from "./notice-words";
import type { sv } from "./participation-sv";

const at = ({ day, time, place }: NoticeFacts) => `${day}, ${time}${place === "" ? "" : `, ${place}`}`;

/** Sessions in a room for those who take part, and what people are told, in English. */
export const en: typeof sv = {
  session: {
    back: "My training",
    time: (from, to) => `${from}–${to}`,
    zone: (zone) => `time in ${zone}`,
    place: "Place",
    instructor: "Instructor",
    language: "Language",
    note: "Good to know beforehand",
    seats: "Seats",
    seatsLeft: (left, seats) => (left === 0 ? `all ${seats} are taken` : `${left} of ${seats} free`),
    booked: { title: "You have a seat", text: "Give it back if something comes up, and somebody else gets it." },
    waiting: {
      title: (place) =>
        place === 1 ? "You are first on the waiting list" : `You are number ${place} on the waiting list`,
      text: "When a seat becomes free it is yours, and you get a notice.",
    },
    free: { title: "There is room", text: "Whoever was there has completed the module on that day." },
    full: { title: "All seats are taken", text: "Join the waiting list. Seats go in turn." },
    elsewhere: {
      title: "You already have a place in another session",
      text: "Give that back first, if you would rather come to this one.",
      link: "To that session",
    },
    notYours: {
      title: "The module is not part of your training",
      text: "If you want to take part all the same, ask the instructor for a seat.",
    },
    notEmployed: { title: "You are not employed on the day", text: "That is why no seat can be booked." },
    begun: { title: "The session has begun", text: "Seats can no longer be booked or given back." },
    there: { title: "You were there", text: "The module is completed." },
    missed: {
      title: "You had a seat but are not noted as present",
      text: "If that is not right, talk to the instructor.",
    },
    cancelled: "The session is cancelled",
    book: "Book a seat",
    queue: "Join the waiting list",
    giveBack: "Give the seat back",
    leaveQueue: "Leave the waiting list",
    calendar: "Add to calendar",
    others: "Other sessions",
    module: "Read the module on screen instead",
    done: {
      booked: "The seat is yours.",
      waiting: "You are on the waiting list.",
      returned: "The seat is back. Thank you for saying so.",
    },
  },
  home: {
    booked: (when) => `You have a seat on ${when}`,
    waiting: (when) => `You are waiting for a seat on ${when}`,
    open: (when) => `Also held in a room on ${when}`,
    when: (day, time, place) => [day, time, place].filter(Boolean).join(", "),
  },
  notices: {
    title: "Notices",
    none: "Nothing to tell",
    noneWhy: "What concerns you is gathered here: seats, changed times, and what has been settled.",
    isNew: "New",
    markRead: "Mark as read",
    calendar: "Calendar entry",
    pages: "Pages of notices",
    page: (page) => `Page ${page}`,
    newer: "Newer",
    older: "Older",
    kinds: {
      "session-place": (facts) => ({
        title: `You have a seat: ${facts.module}`,
        text: `${at(facts)}. Give the seat back if you cannot come.`,
        calendar: true,
      }),
      "session-waiting": (facts) => ({
        title: `You are on the waiting list: ${facts.module}`,
        text: `${at(facts)}. When a seat becomes free it is yours, and you are told again.`,
        calendar: false,
      }),
      "session-seat": (facts) => ({
        title: `You have a seat now: ${facts.module}`,
        text: `${at(facts)}. A seat became free and it is yours.`,
        calendar: true,
      }),
      "session-changed": (facts) => ({
        title: `Changed: ${facts.module}`,
        text: `It is now ${at(facts)}. Take the calendar entry again and it changes there too.`,
        calendar: true,
      }),
      "session-cancelled": (facts) => ({
        title: `Cancelled: ${facts.module}`,
        text: `${at(facts)} will not take place. ${facts.why}`,
        calendar: true,
      }),
      "session-removed": (facts) => ({
        title: `Your place was taken away: ${facts.module}`,
        text: `${at(facts)}. Ask the instructor if you wonder why.`,
        calendar: true,
      }),
      "session-missed": (facts) => ({
        title: `We missed you: ${facts.module}`,
        text: `You had a seat on ${at(facts)}, but are not noted as present. Take the module on screen or book another session.`,
        calendar: false,
      }),
      "session-corrected": (facts) => ({
        title: `Attendance was put right: ${facts.module}`,
        text: `It is about ${at(facts)}. The session's page says what holds now.`,
        calendar: false,
      }),
      "session-leading": (facts) => ({
        title: `You are to hold ${facts.module}`,
        text: `${at(facts)}.`,
        calendar: true,
      }),
      "session-not-leading": (facts) => ({
        title: `You no longer hold ${facts.module}`,
        text: `${at(facts)}. Somebody else takes over.`,
        calendar: false,
      }),

      "evidence-approved": (facts) => ({
        title: `Your evidence is approved: ${facts.module}`,
        text: "It counts as having completed the module.",
        calendar: false,
      }),
      "evidence-declined": (facts) => ({
        title: `Your evidence was not approved: ${facts.module}`,
        text: "Open it to read why, and send another.",
        calendar: false,
      }),
      "evidence-withdrawn": (facts) => ({
        title: `Your evidence no longer counts: ${facts.module}`,
        text: "It had been approved by mistake. Open it to read why.",
        calendar: false,
      }),
      "evidence-ending": (facts) => ({
        title: `Your evidence ends: ${facts.module}`,
        text: `It is valid until ${facts.on}. Send another, or take the module here.`,
        calendar: false,
      }),
      "review-asked": (facts) => ({
        title: `You are asked to review: ${facts.module}`,
        text: "A draft of the module waits for your answer. Read it and approve it, or ask for changes.",
        calendar: false,
      }),
      "review-approved": (facts) => ({
        title: `The draft is approved: ${facts.module}`,
        text: "A reviewer has approved the text as it is now. If it changes, a new approval is needed.",
        calendar: false,
      }),
      "review-changes": (facts) => ({
        title: `A reviewer asks for changes: ${facts.module}`,
        text: "Open the review to read what needs to be changed.",
        calendar: false,
      }),
      "publication-stopped": (facts) => ({
        title: `The module could not be published: ${facts.module}`,
        text: "The draft remains, with the reasons. Put them right and publish again.",
        calendar: false,
      }),
    },
  },
};
