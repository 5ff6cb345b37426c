package org.triviumcrm.customer.activity;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.Timelines;

/** What becomes of the entries about a record that goes, or becomes another one. */
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
            About customer = new About("customer", customerId);
            entries.forEach(entry -> entry.moveTo(customer, customerId, clock.instant()));
        }
        activities.flush();
    }

    @Override
    public List<Long> move(String type, long id, String toType, long toId, @Nullable Long customerId) {
        timelines.close(type, id);
        List<Activity> entries = activities.findByAboutTypeAndAboutId(type, id);
        entries.forEach(entry -> entry.moveTo(new About(toType, toId), customerId, clock.instant()));
        activities.flush();
        return entries.stream().map(Activity::getId).toList();
    }

    @Override
    public void moveBack(Collection<Long> entries, String type, long id) {
        activities.findAllById(entries).forEach(entry -> entry.moveTo(new About(type, id), null, clock.instant()));
        activities.flush();
    }

    @Override
    public boolean isEmpty(String type, long id) {
        return !activities.existsByAboutTypeAndAboutId(type, id);
    }
}
