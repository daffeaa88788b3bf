/** The lines of a calendar as they stand in a specification, indented by four, with the ends that calendars have. */
export const calendarOf = (text: string, lineEnd = '\r\n'): string =>
  text
    .trim()
    .split('\n')
    .map((line) => line.replace(/^ {4}/, ''))
    .join(lineEnd)
    .concat(lineEnd);
