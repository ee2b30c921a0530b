/** Nach der Anmeldung eines Kontos. */
export function welcome(name: string): readonly string[] {
  return [`Angemeldet: Dieses Konto gehört jetzt zu ${name}.`, "Was Sie hier tun können, zeigt „hilfe“."];
}

export function tooManyWrongCodes(): readonly string[] {
  return [
    "Abgelehnt: Zu viele falsche Codes in kurzer Zeit.",
    "Bitte eine Stunde warten oder die Geschäftsführung um einen neuen Code bitten.",
  ];
}
