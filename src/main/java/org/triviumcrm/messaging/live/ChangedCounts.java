package org.triviumcrm.messaging.live;

import java.util.Collection;
import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.LiveCounts;

/** Tells all nodes whose counts have changed. */
@Component
class ChangedCounts implements LiveCounts {

    private final LiveSignalRepository signals;

    ChangedCounts(LiveSignalRepository signals) {
        this.signals = signals;
    }

    @Override
    public void changed(Collection<Long> personIds) {
        if (!personIds.isEmpty()) {
            signals.send(personIds);
        }
    }
}
