import * as arbitrary from "../../../support/arbitrary-reply.ts";
import { roomKey } from "../../../support/keys.ts";

export const hostileTexts = [
  "<script>alert(1)</script>",
  "[x](javascript:alert(1)) **fett** `code` # Titel",
  '<a href="javascript:alert(1)">x</a>',
  "@room alle her",
  "@sprecherin:ag.example https://matrix.to/#/@sprecherin:ag.example",
  "Ja\u202Enie\u202C \u2066x\u2069 \u200bunsichtbar\u0007",
  "</mx-reply><mx-reply>",
  "&lt;b&gt; &amp; ' \" <!-- ]]> <",
];

export const arbitraryReply = arbitrary.arbitraryReply({ kind: "room", room: roomKey("matrix:!a:b.de") }, hostileTexts);
