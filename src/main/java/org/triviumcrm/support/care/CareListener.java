package org.triviumcrm.support.care;

import java.math.BigDecimal;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.PlannedTasks;

/** A visit or a call that somebody writes down ticks off what was planned for the customer. */
@Component
class CareListener {

    private final DutyRepository duties;
    private final PlannedTasks tasks;

    CareListener(DutyRepository duties, PlannedTasks tasks) {
        this.duties = duties;
        this.tasks = tasks;
    }

    @EventListener
    void logged(PlannedTasks.Logged event) {
        OpenDuty duty = duties.openOf(event.customerId(), event.kind());
        BigDecimal cost = event.cost();
        if (duty != null && tasks.complete(duty.taskId(), event.at()) && cost != null) {
            duties.cost(duty.id(), cost);
        }
    }
}
