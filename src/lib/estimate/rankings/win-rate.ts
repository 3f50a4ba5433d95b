import type { Battles } from './battles.ts';

/**
 * How often an item wins against an opponent drawn at random from those it met: each opponent counts once, however many
 * battles there were, so that meeting weak ones often is no advantage. A tie is half a win; were two alike, each would
 * win 50 %.
 *
 * In the order of the battles; NaN for an item that met nobody.
 *
 * @method Mean win rate
 * @formula v(i) = mean over opponents j met of ( wins(i, j) + ½ ties(i, j) ) / ( wins(i, j) + wins(j, i) + ties(i, j) )
 * @assumes Nothing about a latent strength: it describes these opponents, each taken as often as the others.
 * @source A plain average; the win fraction of the published code with its ties shared out.
 * @differs The published code counts a tie as no win for either, see the strict win rate.
 */
export function winRate(battles: Battles): Float64Array {
  return averaged(battles, 0.5);
}

/**
 * The win rate as the published comparison with another data set has it: ties stay in the denominator and are won by
 * nobody, so that two items that are always tied win 0 % each and items with many ties look weak. Shown for comparison
 * with the published numbers only.
 *
 * In the order of the battles; NaN for an item that met nobody.
 *
 * @method Strict win rate (legacy)
 * @formula v(i) = mean over opponents j met of wins(i, j) / ( wins(i, j) + wins(j, i) + ties(i, j) )
 * @assumes Nothing about a latent strength.
 * @source src/data_analysis/ranking.py of the code published with PRISM (Kirk et al. 2024).
 */
export function strictWinRate(battles: Battles): Float64Array {
  return averaged(battles, 0);
}

function averaged({ items, wins, ties }: Battles, worthOfTie: number): Float64Array {
  const rates = new Float64Array(items);
  for (let i = 0; i < items; i++) {
    let sum = 0;
    let met = 0;
    for (let j = 0; j < items; j++) {
      if (i === j) continue;
      const tied = ties[i * items + j]!;
      const won = wins[i * items + j]!;
      const fought = won + wins[j * items + i]! + tied;
      if (fought === 0) continue;
      sum += (won + worthOfTie * tied) / fought;
      met++;
    }
    rates[i] = met === 0 ? NaN : sum / met;
  }
  return rates;
}
