import type { sv } from "./media-sv";

/** Pictures, videos and documents in the studio, in English. */
export const en: typeof sv = {
  title: "Pictures and files",
  intro:
    "What the lessons of the module can show. Nothing reaches readers until it stands in a lesson and the lesson is published.",
  upload: {
    title: "Add a file",
    label: "Choose a file or drop it here",
    hint: "Picture (PNG, JPEG, WebP, AVIF, SVG), video (MP4), captions (VTT) or document (PDF). Pictures 8 MB at most, SVG and captions 1 MB, documents 20 MB, videos 60 MB. What a camera wrote beside a photograph, such as the place, is taken out.",
    chosen: (name, size) => `${name}, ${size}`,
    tooLarge: (size) => `The file is ${size}, and no file may be larger than 60 MB.`,
    send: "Add",
    sending: "Adding …",
  },
  refusals: {
    none: "Choose a file first.",
    empty: "The file is empty. Choose another.",
    unknown:
      "The file is no picture (PNG, JPEG, WebP, AVIF, SVG), video (MP4), captions (VTT) or document (PDF), whatever it is called. Save it as one of them.",
    "too-large":
      "The file is too large. Scale it down or divide it: pictures 8 MB at most, SVG and captions 1 MB, documents 20 MB, videos 60 MB and an hour.",
    "too-many-pixels": "The picture has too many pixels. Scale it down: 40 million at most, and 12,000 along a side.",
    moves: "The picture moves, and readers cannot stop it. Save it as a still, or as a video.",
    broken: "The file is broken or cut off. Save it anew.",
    unsafe: "The drawing holds something that could run, or be fetched from elsewhere. Save it as a plain drawing.",
    locked: "The document is locked by a password. Save it without.",
    "no-size":
      'The drawing does not say how large it is. Set a size in the drawing program and save it anew, without “responsive” or per cent. Or open the file as text and write width and height in its first <svg>, such as width="800" height="600".',
    "nothing-drawn":
      "Nothing is left of the drawing without what may not be in it, such as a photograph or a web page inside. Save it as PNG instead.",
    "other-video": "The video cannot be played in a browser. Export it as MP4 with H.264.",
    captions:
      "The captions cannot be read. They begin with WEBVTT and have times such as 00:01.000 --> 00:04.000 before each line.",
    "too-many": "The module has 200 files already. Take out some that are not used.",
  },
  line: (line) => `See line ${line}.`,
  done: {
    added: (name) => `${name} is added`,
    addedText: "Now you can show it in a lesson.",
    cleaned: (parts) => `What may not be in a drawing was taken out of it: ${parts}.`,
    inserted: (path) => `Put at the end of ${path}`,
    insertedText: "Move the line to where it belongs.",
    open: "Open the lesson",
    removed: (name) => `${name} is taken out of the draft`,
  },
  stays: (name) => `${name} is used, and stays. Take it out of the lessons first.`,
  describe: {
    picture: "Say what the picture shows. Whoever does not see it gets these words instead.",
    other: "Write what it is called, so that everybody knows what they open.",
  },
  list: {
    title: "Files in the draft",
    none: "The module has no files yet",
    noneText: "Add a picture, a video with captions, or a document.",
    file: "File",
    about: "About it",
    used: "Shown in",
    unused: "Shown nowhere",
    forgotten: "A file that is in no draft, and has been in no published version, is deleted after 30 days.",
    ways: "Do",
  },
  kinds: { picture: "Picture", video: "Video", captions: "Captions", document: "Document" },
  pixels: (width, height) => `${width} × ${height} pixels`,
  seconds: (minutes, seconds) => `${minutes} min ${seconds} s`,
  size: { bytes: (n) => `${n} bytes`, kilobytes: (n) => `${n} kB`, megabytes: (n) => `${n} MB` },
  insert: {
    open: "Show in a lesson",
    alt: "What does the picture show?",
    altHint: "Read aloud to whoever does not see it.",
    videoTitle: "What is the video called?",
    documentTitle: "What is the document called?",
    captions: "Captions",
    noCaptions: "None: I write in the lesson what is said and shown",
    lesson: "Lesson",
    submit: "Put at the end of the lesson",
  },
  remove: "Take out",
  removeName: (name) => `Take out ${name}`,
};
