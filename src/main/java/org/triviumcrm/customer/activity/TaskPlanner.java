package org.triviumcrm.customer.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.PlannedTasks;

/** Writes the tasks that modules above plan. */
@Component
class TaskPlanner implements PlannedTasks {

    private final ActivityRepository activities;
    private final Clock clock;

    TaskPlanner(ActivityRepository activities, Clock clock) {
        this.activities = activities;
        this.clock = clock;
    }

    @Override
    public List<Long> add(List<Planned> tasks) {
        Instant now = clock.instant();
        return activities
                .saveAllAndFlush(
                        tasks.stream().map(task -> new Activity(task, now)).toList())
                .stream()
                .map(Activity::getId)
                .toList();
    }

    @Override
    public boolean complete(long taskId, Instant at) {
        return activities
                .findById(taskId)
                .filter(task -> task.isTask() && task.getDoneAt() == null)
                .map(task -> {
                    task.complete(at);
                    return true;
                })
                .orElse(false);
    }
}
