package org.triviumcrm.sales.opportunity;

import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;

/** Fills forms with what was asked for in a case that was returned. */
@Component
class ReturnedActions {

    private final OpportunityReadService readings;
    private final OpportunityAttempts actions;

    ReturnedActions(OpportunityReadService readings, OpportunityAttempts actions) {
        this.readings = readings;
        this.actions = actions;
    }

    /**
     * @param again whether the form was opened to ask for that again
     * @param usual what stands in the form otherwise
     */
    <T> T or(Viewer viewer, long id, boolean again, Class<T> input, T usual) {
        return again
                ? readings.returned(viewer, id)
                        .map(actions::input)
                        .filter(input::isInstance)
                        .map(input::cast)
                        .orElse(usual)
                : usual;
    }
}
