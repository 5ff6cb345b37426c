package org.triviumcrm.sales.attribution;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.sales.ImportedTouches;

/** Opportunities that a file brings are touched by what their customers' people came to, and by the leads that these were. */
@Component
class TouchesOfImports implements ImportedTouches {

    private final ManyTouchRepository touches;

    TouchesOfImports(ManyTouchRepository touches) {
        this.touches = touches;
    }

    @Override
    public Map<Long, List<Long>> note(Collection<Long> opportunityIds, Instant now) {
        return opportunityIds.isEmpty() ? Map.of() : touches.note(opportunityIds, TouchesOfParticipants.DAYS, now);
    }

    @Override
    public void forget(Map<Long, List<Long>> noted) {
        if (!noted.isEmpty()) {
            touches.forget(noted);
        }
    }
}
