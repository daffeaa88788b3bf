/** What is put into one slot: as text, and as it is written in HTML. */
export type Slot = Readonly<{ text: string; html: string }>;

/** A text cut at its slots: what stands between them is at even places, their names at odd ones. */
export const cutAtSlots = (text: string): readonly string[] => text.split(/\{\{(\w+)\}\}/);

const entities: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

export const slotOf = (text: string): Slot => ({
  text,
  html: text.replace(/[&<>"']/g, (character) => entities[character] as string),
});
