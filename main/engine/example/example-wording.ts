/** What a member of the invented docket answers to a recusal prompt. */
export const stayingText = 'Tetap memutus; tidak mempunyai kepentingan pribadi dalam perkara ini.'
