/** Lists of the demonstration, each of which has one issue a month: one a round, the first to warm up. */
export const lists = ['info-gent', 'info-lille', 'info-brest', 'info-rennes', 'info-grenoble', 'info-marseille'];
