package org.triviumcrm.support.sla;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.triviumcrm.support.ticket.TicketPriority;

/** The row of a policy's form about one priority, with times as typed. Rows bind to classes with setters. */
public class TargetForm {

    private TicketPriority priority = TicketPriority.NORMAL;
    private String firstResponse = "";
    private String nextResponse = "";
    private String resolution = "";
    private boolean aroundTheClock;

    static TargetForm of(TicketPriority priority, PriorityTargets targets) {
        TargetForm form = new TargetForm();
        form.priority = priority;
        form.firstResponse = TypedSpan.write(targets.firstResponse());
        form.nextResponse = TypedSpan.write(targets.nextResponse());
        form.resolution = TypedSpan.write(targets.resolution());
        form.aroundTheClock = targets.aroundTheClock();
        return form;
    }

    PriorityTargets read() {
        return new PriorityTargets(
                TypedSpan.read(firstResponse),
                TypedSpan.read(nextResponse),
                TypedSpan.read(resolution),
                aroundTheClock);
    }

    void check(String path, Errors errors) {
        check(path + ".firstResponse", firstResponse, errors);
        check(path + ".nextResponse", nextResponse, errors);
        check(path + ".resolution", resolution, errors);
    }

    private static void check(String field, String typed, Errors errors) {
        if (!typed.isBlank() && TypedSpan.read(typed) == null) {
            errors.rejectValue(field, "support.sla.error.time");
        }
    }

    public TicketPriority getPriority() {
        return priority;
    }

    public void setPriority(@Nullable TicketPriority priority) {
        this.priority = Objects.requireNonNullElse(priority, this.priority);
    }

    public String getFirstResponse() {
        return firstResponse;
    }

    public void setFirstResponse(@Nullable String firstResponse) {
        this.firstResponse = Objects.requireNonNullElse(firstResponse, "");
    }

    public String getNextResponse() {
        return nextResponse;
    }

    public void setNextResponse(@Nullable String nextResponse) {
        this.nextResponse = Objects.requireNonNullElse(nextResponse, "");
    }

    public String getResolution() {
        return resolution;
    }

    public void setResolution(@Nullable String resolution) {
        this.resolution = Objects.requireNonNullElse(resolution, "");
    }

    public boolean isAroundTheClock() {
        return aroundTheClock;
    }

    public void setAroundTheClock(boolean aroundTheClock) {
        this.aroundTheClock = aroundTheClock;
    }
}
