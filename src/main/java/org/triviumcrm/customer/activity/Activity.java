package org.triviumcrm.customer.activity;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.PlannedTasks;

/** A call, meeting, note or task about a record. */
@Entity
@Audited
@Table(name = "activity")
public class Activity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "activity")
    @SequenceGenerator(name = "activity", sequenceName = "activity_seq", allocationSize = 50)
    private @Nullable Long id;

    @Enumerated(EnumType.STRING)
    private ActivityKind kind;

    private String aboutType;
    private long aboutId;
    private @Nullable Long customerId;
    private @Nullable Long contactId;
    private String subject;
    private @Nullable String body;
    private Instant at;
    private @Nullable Integer minutes;
    private @Nullable Instant doneAt;
    private long ownerId;

    @Enumerated(EnumType.STRING)
    private @Nullable CostKind costKind;

    private @Nullable BigDecimal cost;
    private @Nullable String costCurrency;

    @NotAudited
    private @Nullable BigDecimal baseCost;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private @Nullable Long createdBy;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Activity() {}

    /** @param at when it happened, or when the task is due */
    Activity(
            LogActivity input,
            About about,
            @Nullable Long customerId,
            Instant at,
            @Nullable Cost spent,
            long by,
            Instant now) {
        this.kind = input.kind();
        this.aboutType = about.type();
        this.aboutId = about.id();
        this.customerId = customerId;
        this.ownerId = by;
        this.createdBy = by;
        this.createdAt = now;
        write(input, at, spent, now);
    }

    /** A task that nobody typed. */
    Activity(PlannedTasks.Planned task, Instant now) {
        kind = ActivityKind.TASK;
        aboutType = "customer";
        aboutId = task.customerId();
        customerId = task.customerId();
        subject = task.subject();
        body = task.body();
        at = task.due();
        ownerId = task.ownerId();
        createdAt = now;
        updatedAt = now;
    }

    /** What it is about stays, and so does its kind. */
    void correct(LogActivity input, Instant newAt, @Nullable Cost spent, Instant now) {
        write(input, newAt, spent, now);
    }

    private void write(LogActivity input, Instant newAt, @Nullable Cost spent, Instant now) {
        subject = input.subject();
        body = input.body();
        at = newAt;
        minutes = kind == ActivityKind.CALL || kind == ActivityKind.MEETING ? input.minutes() : null;
        costKind = spent == null ? null : spent.kind();
        cost = spent == null ? null : spent.amount();
        costCurrency = spent == null ? null : spent.currency();
        baseCost = spent == null ? null : spent.base();
        updatedAt = now;
    }

    /** The record it was about is gone: it goes on in the timeline of its customer. */
    void handTo(long customer, Instant now) {
        aboutType = "customer";
        aboutId = customer;
        customerId = customer;
        updatedAt = now;
    }

    /** The record it was about has become another one, or is itself again. */
    void moveTo(About other, @Nullable Long customer, Instant now) {
        aboutType = other.type();
        aboutId = other.id();
        customerId = customer;
        updatedAt = now;
    }

    boolean isTask() {
        return kind == ActivityKind.TASK;
    }

    void complete(Instant now) {
        doneAt = now;
        updatedAt = now;
    }

    void reopen(Instant now) {
        doneAt = null;
        updatedAt = now;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    About about() {
        return new About(aboutType, aboutId);
    }

    public long getOwnerId() {
        return ownerId;
    }

    Instant getAt() {
        return at;
    }

    int getVersion() {
        return version;
    }

    /** As its form shows it: to the minute. */
    LogActivity toInput(ZoneId zone) {
        return new LogActivity(kind, subject, body, minute(zone), minutes, costKind, cost, costCurrency);
    }

    @Nullable
    Cost getCost() {
        return costKind == null || cost == null || costCurrency == null || baseCost == null
                ? null
                : new Cost(costKind, cost, costCurrency, baseCost);
    }

    /** Whether it is at this minute already, whatever the second. */
    boolean isAt(LocalDateTime typed, ZoneId zone) {
        return typed.equals(minute(zone));
    }

    private LocalDateTime minute(ZoneId zone) {
        return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES);
    }

    public @Nullable Instant getDoneAt() {
        return doneAt;
    }
}
