/** Where the stage page starts. The stage itself comes after, so that {@link no-eval.ts} has run before its schemas. */
import './no-eval.ts';

const { startStage } = await import('./stage.ts');
startStage(document.documentElement);
