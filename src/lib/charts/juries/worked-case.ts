/** Five people who met three models, and what each made of them: small enough to decide by hand. */
export const workedCase = {
  models: ['A', 'B', 'C'],
  people: [
    { name: 'Ada', scores: [30, 40, 20] },
    { name: 'Ben', scores: [90, 60, 30] },
    { name: 'Cem', scores: [40, 10, 20] },
    { name: 'Dee', scores: [90, 80, 70] },
    { name: 'Eve', scores: [10, 100, 20] }
  ],
  /** What each of three rules makes of it, and which model it chooses. */
  rules: [
    { rule: 'mean', label: 'Highest mean score', says: ['52', '58', '32'], chosen: 1 },
    { rule: 'copeland', label: 'Pairs won (each by 3 of 5 or more)', says: ['2', '1', '0'], chosen: 0 },
    { rule: 'least-disliked', label: 'Scores up to 10', says: ['1', '1', '0'], chosen: 2 }
  ]
} as const;
