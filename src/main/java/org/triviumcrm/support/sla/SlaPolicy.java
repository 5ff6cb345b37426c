package org.triviumcrm.support.sla;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** What is promised about tickets for which its conditions hold. The first policy in the order that fits applies. */
@Entity
@Audited
@Table(name = "sla_policy")
public class SlaPolicy {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sla_policy")
    @SequenceGenerator(name = "sla_policy", sequenceName = "sla_policy_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private int position;

    /** As {@link PolicyConditions} writes them. */
    private String conditions;

    /** As {@link PolicyTargets} writes them. */
    private String targets;

    private boolean active;
    private @Nullable Long calendarId;
    private boolean pausePending;
    private boolean pauseOnHold;
    private boolean responsesPause;
    private @Nullable Integer warnPercent;
    private boolean warnOwner;
    private boolean warnManager;
    private boolean breachOwner;
    private boolean breachManager;
    private boolean breachRaise;
    private @Nullable Long breachQueueId;
    private @Nullable Long breachPersonId;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected SlaPolicy() {}

    @SuppressWarnings("NullAway")
    SlaPolicy(PolicyForm form, int position, Instant now) {
        this.position = position;
        this.createdAt = now;
        change(form, now);
    }

    /** @param form without anything wrong in it, its conditions written */
    void change(PolicyForm form, Instant now) {
        name = form.getName().strip();
        conditions = form.getConditions();
        targets = form.getTargets();
        active = form.isActive();
        calendarId = form.getCalendarId();
        pausePending = form.isPausePending();
        pauseOnHold = form.isPauseOnHold();
        responsesPause = form.isResponsesPause();
        warnPercent = form.getWarnPercent();
        warnOwner = form.isWarnOwner();
        warnManager = form.isWarnManager();
        breachOwner = form.isBreachOwner();
        breachManager = form.isBreachManager();
        breachRaise = form.isBreachRaise();
        breachQueueId = form.getBreachQueueId();
        breachPersonId = form.getBreachPersonId();
        updatedAt = now;
    }

    /** Puts its settings into a form. */
    void fill(PolicyForm form) {
        form.setCalendarId(calendarId);
        form.setPausePending(pausePending);
        form.setPauseOnHold(pauseOnHold);
        form.setResponsesPause(responsesPause);
        form.setWarnPercent(warnPercent);
        form.setWarnOwner(warnOwner);
        form.setWarnManager(warnManager);
        form.setBreachOwner(breachOwner);
        form.setBreachManager(breachManager);
        form.setBreachRaise(breachRaise);
        form.setBreachQueueId(breachQueueId);
        form.setBreachPersonId(breachPersonId);
        form.setVersion(version);
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public int getPosition() {
        return position;
    }

    public String getConditions() {
        return conditions;
    }

    public String getTargets() {
        return targets;
    }

    public boolean isActive() {
        return active;
    }

    public @Nullable Long getCalendarId() {
        return calendarId;
    }

    public boolean isPausePending() {
        return pausePending;
    }

    public boolean isPauseOnHold() {
        return pauseOnHold;
    }

    public boolean isResponsesPause() {
        return responsesPause;
    }

    public @Nullable Integer getWarnPercent() {
        return warnPercent;
    }

    public boolean isWarnOwner() {
        return warnOwner;
    }

    public boolean isWarnManager() {
        return warnManager;
    }

    public boolean isBreachOwner() {
        return breachOwner;
    }

    public boolean isBreachManager() {
        return breachManager;
    }

    public boolean isBreachRaise() {
        return breachRaise;
    }

    public @Nullable Long getBreachQueueId() {
        return breachQueueId;
    }

    public @Nullable Long getBreachPersonId() {
        return breachPersonId;
    }

    public int getVersion() {
        return version;
    }
}
