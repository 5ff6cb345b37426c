package org.triviumcrm.customer.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.Appointments;
import org.triviumcrm.customer.PlannedTasks;

/** Writes the tasks that modules above plan. */
@Component
class TaskPlanner implements PlannedTasks {

    private final ActivityRepository activities;
    private final TaskOwnerRepository owners;
    private final Clock clock;

    TaskPlanner(ActivityRepository activities, TaskOwnerRepository owners, Clock clock) {
        this.activities = activities;
        this.owners = owners;
        this.clock = clock;
    }

    @Override
    public List<Long> add(List<Planned> tasks) {
        Instant now = clock.instant();
        return activities
                .saveAllAndFlush(tasks.stream().map(task -> activity(task, now)).toList())
                .stream()
                .map(Activity::getId)
                .toList();
    }

    private static Activity activity(Planned task, Instant now) {
        About customer = new About("customer", task.customerId());
        Appointments.Plan plan = Appointments.Plan.task(task.subject(), task.body(), task.due());
        return new Activity(plan, customer, task.customerId(), task.ownerId(), null, now);
    }

    @Override
    public void addForOwner(long customerId, String subject, String body, Instant due) {
        owners.of(customerId).ifPresent(owner -> add(List.of(new Planned(owner, customerId, subject, body, due))));
    }

    @Override
    public boolean complete(long taskId, Instant at) {
        return activities
                .findById(taskId)
                .filter(task -> task.isTask() && task.isOpen())
                .map(task -> {
                    task.complete(at);
                    return true;
                })
                .orElse(false);
    }
}
