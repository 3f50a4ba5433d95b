export { answerPairs } from './answer-pairs.ts';
export { countWords, narrowedWords, recipeLine, sourceWords, stepWords, stepsOf } from './recipe-words.ts';
export { idLines } from './jsonl.ts';
export { makePairs, type MadePairs, type Step, type StepName } from './made-pairs.ts';
export { namedRecipes, selectionOf, type NamedRecipe } from './named-recipes.ts';
export { passingQuery, passingRows } from './passing-replies.ts';
export { ratedReplies, repliesQuery, type RatedReplies } from './rated-replies.ts';
export { recipeOf, recipeVocabulary } from './recipe-vocabulary.ts';
export { type Recipe } from './recipe.ts';
