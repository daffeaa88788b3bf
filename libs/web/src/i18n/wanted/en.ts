import type { WantedWords } from './fr.js';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** What pages say in English of the letters that somebody wants. */
export const wantedEn: WantedWords = {
  cities: 'Cities',
  citiesHint: 'One letter for all of them, in which each gathering is told once.',
  allCities: 'All, also those to come',
  themes: 'Themes',
  themesHint: 'What has no theme is always told.',
  allThemes: 'All',
  kinds: 'What to tell you of',
  kind: { gatherings: 'Gatherings', votes: 'Votes', news: 'News', minutes: 'Minutes' },
  rhythm: 'How often',
  rhythms: {
    event: 'as soon as there is something new',
    day: 'every day',
    week: (day) => `every week, on ${weekdays[day - 1]}`,
    anyWeek: 'every week',
    month: 'every month',
  },
  onlyNews: 'Never an empty letter: without anything new, none is sent.',
  hour: 'At what time',
  usualHour: 'at the usual hour of the letter',
  hourOf: (hour) => `${hour}:00`,
  zone: 'Time zone',
  quiet: 'Quiet hours',
  quietHint: 'Nothing is sent between these hours; twice the same: no quiet hours.',
  quietFrom: 'Quiet hours: from',
  quietUntil: 'until',
  language: 'Language of the letters',
  length: 'Length',
  lengths: { full: 'all details', short: 'the essentials' },
  format: 'Form',
  formats: { html: 'formatted', text: 'text only' },
  pause: 'Pause until',
  pauseHint: 'No letter before this day. Empty: no pause.',
  save: 'Save',
  preferencesText: 'You receive one letter: this is what it tells and when it comes. Change what you like.',
  saved: 'That is saved.',
  changeMore: 'Change something else',
  toLeave: 'Unsubscribe',
  /** What letters come to in a month. */
  expected: (count) => {
    if (count < 0.05)
      return 'Nothing was published over the last year: no letter will come until something is announced.';
    if (count < 0.75)
      return 'That comes to less than one letter a month, going by what was published over the last year.';
    const whole = Math.round(count);
    return whole === 1
      ? 'That comes to about one letter a month, going by what was published over the last year.'
      : `That comes to about ${whole} letters a month, going by what was published over the last year.`;
  },
  paused: (day) => `Paused: no letter before ${day}.`,
  youGet: 'What you will receive',
  joins:
    'You receive letters at this address already: this city joins them, as often and in the language as they come.',
  anotherWish: 'The request has changed meanwhile: this is what is asked for now.',
  keepTitle: 'Do you still want these letters?',
  keepText: 'One button will do. Nothing is done until you choose it.',
  keepUntil: (day) => `Without an answer before ${day}, the subscription ends.`,
  keep: 'Yes, I still want them',
  kept: 'Your letters go on',
  keptText: 'Thank you. Nothing changes.',
  leaveAll: 'Receive nothing any more',
  leaveText: 'Nothing is done yet. As soon as you choose, it is done, even for a letter about to leave.',
  leaveCity: 'One city only',
  leaveThis: (city) => `Receive nothing of ${city} any more`,
  cityLeft: 'That is done',
  cityLeftText: 'This city is no longer in your letters; the others stay.',
  orPause: 'Or a pause',
  pauseMonths: (months) => (months === 1 ? '1 month' : `${months} months`),
  pausedTitle: 'Your letters are paused',
  pausedText: 'They will resume by themselves. The day can be changed on this page:',
  toPreferences: 'My letters',
  leftText: 'No letter will be sent to you any more, by this city or any other one of this relay.',
  ownData: 'Download my data',
  ownDataText: 'All that Relais keeps of you, as JSON: subscriptions, consents, choices, letters sent, answers.',
  consentTitle: 'What you agreed to',
  consented: (day, form) => `Asked for on ${day} by the form ${form}`,
  confirmed: (day) => `confirmed on ${day}`,
  imported: 'Your address comes from an earlier list, which had your consent.',
  proof: (wording, hash) => `Text ${wording}, SHA-256 ${hash}`,
  wordingGone: 'The text is not known to this version any more.',
  errors: {
    'none-chosen': 'Choose at least one.',
    'not-a-choice': 'There is no such choice.',
    'not-a-day': 'This is not a day to come, such as 2027-03-31.',
  },
};
