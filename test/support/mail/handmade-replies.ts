/** Answers as the calendars of others write them, by hand; the word lists of what they differ in come from the notes of the customer. */

export const UID = "sitzung-2027-02@ag78.example.de";

const lines = (...all: readonly string[]): string => `${all.join("\r\n")}\r\n`;

export const invitationCalendar = lines(
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//Sitzungsdienst//DE",
  "METHOD:REQUEST",
  "BEGIN:VEVENT",
  `UID:${UID}`,
  "DTSTAMP:20261122T080000Z",
  "DTSTART:20270305T080000Z",
  "DTEND:20270305T110000Z",
  "SUMMARY:AG 78",
  "SEQUENCE:1",
  "ORGANIZER:mailto:ag78@kreis.example",
  "ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:jansen@dksb.example",
  "END:VEVENT",
  "END:VCALENDAR",
);

type EventParts = {
  readonly method?: string;
  readonly attendees?: readonly string[];
  readonly uid?: string;
  readonly sequence?: string;
  readonly stamp?: string;
  readonly zone?: string;
  readonly start?: string;
  readonly more?: readonly string[];
  readonly product?: string;
};

/** A calendar in the way Exchange writes one, without an ORGANIZER. */
export function answerCalendar(parts: EventParts = {}): string {
  const zone = parts.zone ?? "W. Europe Standard Time";
  const { start = `DTSTART;TZID="${zone}":20270305T090000` } = parts;
  return lines(
    "BEGIN:VCALENDAR",
    `PRODID:${parts.product ?? "Microsoft Exchange Server 2010"}`,
    "VERSION:2.0",
    `METHOD:${parts.method ?? "REPLY"}`,
    "BEGIN:VTIMEZONE",
    `TZID:${zone}`,
    "BEGIN:STANDARD",
    "DTSTART:16010101T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    ...(parts.attendees ?? ["ATTENDEE;PARTSTAT=ACCEPTED;CN=jansen@dksb.example:mailto:jansen@dksb.example"]),
    ...(parts.more ?? ["COMMENT;LANGUAGE=de-DE:Komme 10 Min. später – Grüße\\n"]),
    `UID:${parts.uid ?? UID}`,
    "SUMMARY;LANGUAGE=de-DE:Zugesagt: AG 78",
    start,
    `DTEND;TZID="${zone}":20270305T120000`,
    `DTSTAMP:${parts.stamp ?? "20261122T080000Z"}`,
    ...(parts.sequence === undefined ? ["SEQUENCE:1"] : [parts.sequence]),
    "X-MICROSOFT-CDO-APPT-SEQUENCE:1",
    "END:VEVENT",
    "END:VCALENDAR",
  );
}

type MailParts = {
  readonly from?: string;
  readonly subject?: string;
  readonly headers?: readonly string[];
  readonly calendar?: string;
  readonly charset?: "utf-8" | "windows-1252";
  readonly method?: string;
  /** Beside the text, or as a file that is enclosed. */
  readonly place?: "alternative" | "attachment";
  readonly id?: string;
};

/** A whole mail with a calendar beside a text in Latin-1. */
export function answerMail(parts: MailParts = {}): Buffer {
  const { charset = "utf-8", method = "REPLY", place = "alternative" } = parts;
  const calendar = Buffer.from(parts.calendar ?? answerCalendar(), charset === "utf-8" ? "utf8" : "latin1");
  const [multipart, type] =
    place === "alternative"
      ? ["multipart/alternative", `Content-Type: text/calendar; charset="${charset}"; method=${method}`]
      : ["multipart/mixed", 'Content-Type: application/ics; name="invite.ics"'];
  return Buffer.from(
    lines(
      ...headOf(parts),
      `Content-Type: ${multipart}; boundary="B"`,
      "",
      "--B",
      'Content-Type: text/plain; charset="iso-8859-1"',
      "Content-Transfer-Encoding: quoted-printable",
      "",
      "Komme sp=E4ter",
      "--B",
      type,
      "Content-Transfer-Encoding: base64",
      "",
      calendar.toString("base64").replace(/.{76}/g, "$&\r\n"),
      "--B--",
    ),
  );
}

/** A mail of nothing but text. */
export function textMail(text: string, parts: MailParts = {}): Buffer {
  return Buffer.from(lines(...headOf(parts), "Content-Type: text/plain; charset=utf-8", "", text));
}

function headOf({ from = "jansen@dksb.example", subject = "Zugesagt: AG 78", headers = [], id }: MailParts) {
  return [
    `From: <${from}>`,
    "To: <ag78@kreis.example>",
    `Subject: =?utf-8?B?${Buffer.from(subject).toString("base64")}?=`,
    ...(id === undefined ? [] : [`Message-ID: ${id}`]),
    "In-Reply-To: <einladung-2-1-jansen@kreis.example>",
    ...headers,
    "MIME-Version: 1.0",
  ];
}

type BounceParts = {
  readonly fields?: readonly string[];
  readonly returned?: "text/rfc822-headers" | "message/rfc822";
};

/** A delivery report as Postfix writes it. */
export function bounceMail({ fields, returned = "text/rfc822-headers" }: BounceParts = {}): Buffer {
  return Buffer.from(
    lines(
      "Return-Path: <>",
      "From: MAILER-DAEMON@mx.kreis.example (Mail Delivery System)",
      "To: ag78@kreis.example",
      "Subject: Undelivered Mail Returned to Sender",
      "Auto-Submitted: auto-replied",
      "MIME-Version: 1.0",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
      "",
      "--B",
      "Content-Type: text/plain; charset=us-ascii",
      "",
      "I'm sorry to have to inform you.",
      "--B",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.kreis.example",
      "",
      ...(fields ?? [
        "Final-Recipient: rfc822; weg@anderswo.example",
        "Original-Recipient: rfc822;Weg@Anderswo.example",
        "Action: failed",
        "Status: 5.1.1",
        "Diagnostic-Code: smtp; 550 5.1.1 <weg@anderswo.example> User",
        "    doesn't exist",
      ]),
      "",
      "--B",
      `Content-Type: ${returned}`,
      "",
      "Return-Path: <ag78@kreis.example>",
      "Message-ID: <einladung-2-1-weg@kreis.example>",
      "Subject: Einladung",
      "",
      "--B--",
    ),
  );
}
