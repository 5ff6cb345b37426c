package org.triviumcrm.support.sla;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.GroupForm;
import org.triviumcrm.support.ticket.TicketPriority;

/** A policy as typed. It holds rows, so it has setters. */
public class PolicyForm {

    @NotBlank(message = "{support.sla.error.name}")
    @Size(max = 100, message = "{form.tooLong}")
    private String name = "";

    private GroupForm when = new GroupForm();
    private List<TargetForm> rows = new ArrayList<>();
    private boolean active = true;
    private @Nullable Long calendarId;
    private boolean pausePending = true;
    private boolean pauseOnHold;
    private boolean responsesPause;

    @Min(value = 1, message = "{support.sla.error.percent}")
    @Max(value = 99, message = "{support.sla.error.percent}")
    private @Nullable Integer warnPercent = 75;

    private boolean warnOwner = true;
    private boolean warnManager;
    private boolean breachOwner = true;
    private boolean breachManager = true;
    private boolean breachRaise;
    private @Nullable Long breachQueueId;
    private @Nullable Long breachPersonId;
    private @Nullable Integer version;

    /** As they are stored; for the comparison of two versions. */
    private String conditions = "";

    /** With the usual targets of a helpdesk, tighter the more urgent. */
    static PolicyForm blank() {
        PolicyForm form = new PolicyForm();
        form.add(TicketPriority.URGENT, 1, 2, 8);
        form.add(TicketPriority.HIGH, 2, 4, 16);
        form.add(TicketPriority.NORMAL, 4, 8, 40);
        form.add(TicketPriority.LOW, 8, 16, 80);
        return form;
    }

    private void add(TicketPriority priority, long first, long next, long solved) {
        rows.add(TargetForm.of(priority, new PriorityTargets(first * 3600, next * 3600, solved * 3600, false)));
    }

    static PolicyForm of(SlaPolicy policy, ConditionGroup when, Map<String, ConditionField> fields) {
        PolicyForm form = new PolicyForm();
        form.name = policy.getName();
        form.active = policy.isActive();
        form.when = GroupForm.of(when, fields);
        PolicyTargets targets = PolicyTargets.read(policy.getTargets());
        for (TicketPriority priority :
                List.of(TicketPriority.URGENT, TicketPriority.HIGH, TicketPriority.NORMAL, TicketPriority.LOW)) {
            form.rows.add(TargetForm.of(priority, targets.of(priority)));
        }
        form.conditions = policy.getConditions();
        policy.fill(form);
        return form;
    }

    /** Says of each value that can't be read that it can't, and what is missing. */
    void check(Map<String, ConditionField> fields, Errors errors) {
        when.check(fields, "when", errors);
        when.tell(fields);
        if (!PolicyConditions.areFinished(when.read(fields))) {
            errors.rejectValue("when", "support.sla.error.conditions");
        }
        for (int at = 0; at < rows.size(); at++) {
            rows.get(at).check("rows[" + at + "]", errors);
        }
        boolean nothing = rows.stream().allMatch(row -> row.read().isNothing());
        if (nothing && !errors.hasFieldErrors("rows*")) {
            errors.rejectValue("rows", "support.sla.error.nothing");
        }
        if (breachQueueId != null && breachPersonId != null) {
            errors.rejectValue("breachPersonId", "support.sla.error.queueOrPerson");
        }
    }

    /** The rows as they are stored; what can't be read is not promised. */
    public String getTargets() {
        Map<TicketPriority, PriorityTargets> all = new EnumMap<>(TicketPriority.class);
        rows.forEach(row -> all.put(row.getPriority(), row.read()));
        return new PolicyTargets(all).write();
    }

    public String getConditions() {
        return conditions;
    }

    void keepConditions(String stored) {
        conditions = stored;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = Objects.requireNonNullElse(name, "");
    }

    public GroupForm getWhen() {
        return when;
    }

    public void setWhen(GroupForm when) {
        this.when = when;
    }

    public List<TargetForm> getRows() {
        return rows;
    }

    public void setRows(List<TargetForm> rows) {
        this.rows = rows;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public @Nullable Long getCalendarId() {
        return calendarId;
    }

    public void setCalendarId(@Nullable Long calendarId) {
        this.calendarId = calendarId;
    }

    public boolean isPausePending() {
        return pausePending;
    }

    public void setPausePending(boolean pausePending) {
        this.pausePending = pausePending;
    }

    public boolean isPauseOnHold() {
        return pauseOnHold;
    }

    public void setPauseOnHold(boolean pauseOnHold) {
        this.pauseOnHold = pauseOnHold;
    }

    public boolean isResponsesPause() {
        return responsesPause;
    }

    public void setResponsesPause(boolean responsesPause) {
        this.responsesPause = responsesPause;
    }

    public @Nullable Integer getWarnPercent() {
        return warnPercent;
    }

    public void setWarnPercent(@Nullable Integer warnPercent) {
        this.warnPercent = warnPercent;
    }

    public boolean isWarnOwner() {
        return warnOwner;
    }

    public void setWarnOwner(boolean warnOwner) {
        this.warnOwner = warnOwner;
    }

    public boolean isWarnManager() {
        return warnManager;
    }

    public void setWarnManager(boolean warnManager) {
        this.warnManager = warnManager;
    }

    public boolean isBreachOwner() {
        return breachOwner;
    }

    public void setBreachOwner(boolean breachOwner) {
        this.breachOwner = breachOwner;
    }

    public boolean isBreachManager() {
        return breachManager;
    }

    public void setBreachManager(boolean breachManager) {
        this.breachManager = breachManager;
    }

    public boolean isBreachRaise() {
        return breachRaise;
    }

    public void setBreachRaise(boolean breachRaise) {
        this.breachRaise = breachRaise;
    }

    public @Nullable Long getBreachQueueId() {
        return breachQueueId;
    }

    public void setBreachQueueId(@Nullable Long breachQueueId) {
        this.breachQueueId = breachQueueId;
    }

    public @Nullable Long getBreachPersonId() {
        return breachPersonId;
    }

    public void setBreachPersonId(@Nullable Long breachPersonId) {
        this.breachPersonId = breachPersonId;
    }

    public @Nullable Integer getVersion() {
        return version;
    }

    public void setVersion(@Nullable Integer version) {
        this.version = version;
    }
}
