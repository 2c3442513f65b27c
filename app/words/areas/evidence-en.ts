import type { sv } from "./evidence-sv";

/** Evidence from elsewhere, in English. */
export const en: typeof sv = {
  title: "Evidence",
  states: { waiting: "Waiting for an answer", approved: "Approved", declined: "Declined", withdrawn: "Withdrawn" },
  facts: {
    module: "Module",
    person: "Person",
    issuer: "Issued by",
    number: "Number",
    completedOn: "Completed",
    expiresOn: "Valid until",
    noExpiry: "no end date",
    sent: "Sent",
    sentBy: (day, name) => `${day} by ${name}`,
    file: "File",
    noFile: "No file",
  },
  own: {
    title: "My evidence",
    lead: "Training you took elsewhere. What is approved counts as if you had taken the module here.",
    choose: "Send a certificate",
    chooseModule: "For which module?",
    chooseHint: "Choose the module that the certificate corresponds to.",
    go: "Continue",
    listed: "What you have sent",
    empty: { title: "No evidence yet", text: "If you took a course elsewhere, you can send the certificate for it." },
    received: {
      title: "The certificate is sent",
      text: "You will be told here when your manager or HR has looked at it.",
    },
    takenBack: { title: "The certificate is withdrawn", text: "Nobody will look at it any more." },
    ending: (day, left) => `Ends on ${day}, ${left}.`,
    renew: "Send a new one",
  },
  left: (days) => (days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`),
  send: {
    title: (module) => `Certificate for ${module}`,
    lead: "Have you taken the same training elsewhere? Send the certificate. Your manager or HR looks at it, and what is approved counts as if you had taken the module here.",
    submit: "Send the certificate",
    sending: "Sending",
  },
  enter: {
    title: "Enter a certificate",
    lead: "For somebody who handed you theirs. It counts once it is approved.",
    person: "Who is it for?",
    personHint: "Employee number or e-mail.",
    module: "Which module does it correspond to?",
    pick: "Choose a module",
    approval: "Who approves it?",
    now: "I have seen the original and approve it now",
    later: "Somebody else is to look at it",
    submit: "Enter the certificate",
    link: "Enter for somebody",
  },
  fields: {
    issuer: "Who issued the certificate?",
    issuerHint: "For example the Red Cross.",
    number: "Number",
    ifAny: "if it has one",
    completedOn: "On which day was the training completed?",
    expiresOn: "Until which day is it valid?",
    expiresHint: "Leave it empty if the certificate names no day.",
    file: "The certificate as a file",
    fileHint: "PDF, JPEG or PNG, at most 10 MB. A photo of the paper will do.",
    kept: (name) => `${name} has arrived and will be sent along. Choose a file here only to replace it.`,
  },
  problems: {
    summary: (count) =>
      count === 1
        ? "The certificate is not sent yet. One thing needs to be corrected."
        : `The certificate is not sent yet. ${count} things need to be corrected.`,
    full: { title: "Many of your certificates are waiting", text: "Once some have been answered you can send more." },
    notSent: {
      title: "The certificate did not get away",
      text: "What you typed is still here. Try again when you are back online.",
    },
    issuer: { missing: "Say who issued the certificate.", "too-long": "Name the issuer in at most 200 characters." },
    number: { "too-long": "Write the number in at most 100 characters." },
    completedOn: {
      missing: "Give the day on which the training was completed.",
      "no-date": "The day on which the training was completed is not in the calendar. Check the date.",
      ahead: "The training cannot have been completed on a day that has not come.",
      "too-old": "Check the year in which the training was completed.",
    },
    expiresOn: {
      "no-date": "The end date is not in the calendar. Check it.",
      "before-completed": "The certificate cannot end before the training was completed.",
      passed: "The certificate has already ended. Send one that is valid.",
    },
    file: {
      missing: "Choose the file with the certificate, or take a photo of it.",
      "too-large": "The file is larger than 10 MB. Choose a smaller one, or take a new photo.",
      empty: "The file is empty. Choose it again.",
      unknown: "The file is neither PDF, JPEG nor PNG. Save it as PDF, or take a photo.",
      broken: "The file is damaged or incomplete. Open it and save it again.",
    },
    person: {
      missing: "Give an employee number or e-mail address.",
      nobody: "Nobody has this employee number or e-mail address.",
      yourself: "Send your own certificate from My training, so that somebody else can approve it.",
    },
    module: { missing: "Choose which module the certificate corresponds to." },
  },
  one: {
    eyebrow: (person) => `Evidence, ${person}`,
    download: (name, size) => `Download ${name} (${size})`,
    size: (bytes) =>
      bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
    now: "Today",
    after: "If it is approved",
    notRecorded: "Nothing is recorded",
    voluntary: "The module is not required of this person. The evidence is shown but not counted.",
    changed: (day) =>
      `The module was changed in Repris on ${day}. The certificate does not cover the change, whether it is older or newer, so the person still has the module or its refresher to do.`,
    noGain: "What is held already lasts longer. The date does not change.",
    approve: "Approve",
    decline: "Decline",
    declineTitle: "Decline instead",
    declineWhy: "Why is the certificate not enough?",
    declineHint: "The person can read what you write.",
    withdrawTitle: "The approval was wrong",
    withdrawWhy: "Why does it not hold?",
    withdrawHint:
      "The standing is worked out as if the certificate had never been approved. Both the approval and this decision can still be read.",
    withdraw: "Withdraw the approval",
    takeBack: "Withdraw the certificate",
    whyMissing: "Say why, so that the person understands.",
    tooLate: {
      title: "Somebody was faster",
      text: "The certificate has been answered already. This is how it is now.",
    },
    decided: {
      approved: (day, name) => `Approved on ${day} by ${name}.`,
      declined: (day, name) => `Declined on ${day} by ${name}.`,
      withdrawn: (day, name) => `The approval was withdrawn on ${day} by ${name}.`,
      takenBack: "Withdrawn by whoever sent it.",
      waiting: "Waiting for an answer from the manager or HR.",
    },
    why: (reason) => `Reason: ${reason}`,
    back: "All evidence",
    done: {
      approved: { title: "Approved", text: "It counts now, and the person has been told." },
      declined: { title: "Declined", text: "The person has been told, with your reason." },
      withdrawn: { title: "Withdrawn", text: "The standing has been worked out anew, and the person has been told." },
    },
  },
  list: {
    title: "Evidence",
    sentence: (waiting, ending) => {
      const first =
        waiting === 0
          ? "No certificate is waiting for an answer."
          : waiting === 1
            ? "One certificate is waiting for an answer."
            : `${waiting} certificates are waiting for an answer.`;
      if (ending === 0) return first;
      return `${first} ${ending === 1 ? "One ends" : `${ending} end`} within sixty days.`;
    },
    waiting: "Waiting for an answer",
    waitingNote: "oldest first",
    waitingNone: "Nothing is waiting.",
    ending: "Ending",
    endingNote: "within sixty days",
    settled: "Answered lately",
    settledNone: "Nothing has been answered yet.",
    person: "Person",
    module: "Module",
    issuer: "Issued by",
    completedOn: "Completed",
    expiresOn: "Valid until",
    sent: "Sent",
    state: "Answer",
    pages: "Pages of waiting evidence",
    page: (from, to, of) => `${from} to ${to} of ${of}`,
    previous: "Sent earlier",
    next: "Sent later",
  },
};
