package org.triviumcrm.messaging.live;

import java.util.Collection;
import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.LiveTopics;

/** Tells all nodes what has changed, and for whom. */
@Component
class ChangedTopics implements LiveTopics {

    private final LiveSignalRepository signals;

    ChangedTopics(LiveSignalRepository signals) {
        this.signals = signals;
    }

    @Override
    public void changed(String topic, Collection<Long> personIds) {
        if (!topic.matches("[a-z:0-9]{1,60}")) {
            throw new IllegalArgumentException("No topic: " + topic);
        }
        if (!personIds.isEmpty()) {
            signals.send(topic + LiveListener.TOPIC_END, personIds);
        }
    }
}
