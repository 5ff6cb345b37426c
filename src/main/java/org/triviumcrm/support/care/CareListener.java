package org.triviumcrm.support.care;

import java.math.BigDecimal;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.PlannedTasks;

/** A visit or a call that somebody writes down ticks off what was planned for the customer; one that is only agreed on does not. */
@Component
class CareListener {

    private final DutyRepository duties;
    private final PlannedTasks tasks;
    private final Clock clock;

    CareListener(DutyRepository duties, PlannedTasks tasks, Clock clock) {
        this.duties = duties;
        this.tasks = tasks;
        this.clock = clock;
    }

    @EventListener
    void logged(PlannedTasks.Logged event) {
        if (event.at().isAfter(clock.instant())) {
            return;
        }
        OpenDuty duty = duties.openOf(event.customerId(), event.kind(), event.at());
        BigDecimal cost = event.cost();
        if (duty != null && tasks.complete(duty.taskId(), event.at()) && cost != null) {
            duties.cost(duty.id(), cost);
        }
    }
}
