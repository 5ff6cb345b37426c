package org.triviumcrm.approval.dossier;

import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.definition.Step;
import org.triviumcrm.approval.engine.Expressions;

/**
 * Where in a step the engine is: with its own people, or with those to whom it was escalated.
 *
 * @param key the engine's, under which its tasks are kept
 * @param step key of the step itself
 */
record StepPlace(String key, String step, boolean escalated) {

    private static final String ENDING = Expressions.escalated("s").substring(1);

    static StepPlace of(String key) {
        boolean escalated = key.endsWith(ENDING);
        return new StepPlace(key, escalated ? key.substring(0, key.length() - ENDING.length()) : key, escalated);
    }

    /**
     * Of those to whom it was escalated, whoever is first decides.
     *
     * @param stays whether it was escalated to nobody, so that it stays with the step's own people
     */
    Mode mode(Step definition, boolean stays) {
        return escalated && !stays ? Mode.ANY_ONE : definition.mode();
    }
}
