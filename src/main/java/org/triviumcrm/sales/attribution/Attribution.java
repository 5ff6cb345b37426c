package org.triviumcrm.sales.attribution;

import java.util.List;

/**
 * Which campaigns have brought an opportunity.
 *
 * @param touches in the order of their first touch
 * @param version changes with every change by hand
 * @param changeable whether the viewer may change it
 */
public record Attribution(List<Touch> touches, String version, boolean changeable) {

    /** Whether somebody has said what each has brought, so that it counts. */
    public boolean isSaid() {
        return touches.stream()
                .anyMatch(touch -> touch.said() != null && touch.said().signum() > 0);
    }
}
