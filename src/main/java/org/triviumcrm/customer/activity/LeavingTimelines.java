package org.triviumcrm.customer.activity;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.Timelines;

/** What becomes of the entries about a record that is deleted. */
@Component
class LeavingTimelines implements Timelines {

    private final ActivityRepository activities;
    private final TimelineRepository timelines;
    private final Clock clock;

    LeavingTimelines(ActivityRepository activities, TimelineRepository timelines, Clock clock) {
        this.activities = activities;
        this.timelines = timelines;
        this.clock = clock;
    }

    @Override
    public void handOver(String type, long id, @Nullable Long customerId) {
        timelines.close(type, id);
        List<Activity> entries = activities.findByAboutTypeAndAboutId(type, id);
        if (type.equals("customer")) {
            timelines.releaseFromCustomer(id);
        }
        if (customerId == null) {
            activities.deleteAll(entries);
        } else {
            entries.forEach(entry -> entry.handTo(customerId, clock.instant()));
        }
        activities.flush();
    }
}
