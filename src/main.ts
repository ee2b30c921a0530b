/** Composition root: importing this file starts the program (see bin/sitzungsdienst.mjs). */
console.log("sitzungsdienst: noch ohne Befehle");
