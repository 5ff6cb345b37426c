package org.triviumcrm.customer.activity;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.Appointments;

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

    @Embedded
    private Schedule schedule = new Schedule();

    @Embedded
    private @Nullable Spent spent;

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

    @SuppressWarnings("NullAway") // those that call it write the rest
    private Activity(
            ActivityKind kind, About about, @Nullable Long customer, long owner, @Nullable Long by, Instant now) {
        this.kind = kind;
        this.aboutType = about.type();
        this.aboutId = about.id();
        this.customerId = customer;
        this.ownerId = owner;
        this.createdBy = by;
        this.createdAt = now;
    }

    /** @param at when it happened, or when the task is due */
    Activity(
            LogActivity input,
            About about,
            @Nullable Long customerId,
            Instant at,
            @Nullable Cost spent,
            long by,
            Instant now) {
        this(input.kind(), about, customerId, by, by, now);
        write(input, at, spent, now);
        if (takesTime() && at.isAfter(now)) {
            schedule.agree();
        }
    }

    /** @param by who plans it; null when nobody has typed it */
    Activity(Appointments.Plan plan, About about, @Nullable Long customer, long owner, @Nullable Long by, Instant now) {
        this(ActivityKind.valueOf(plan.kind()), about, customer, owner, by, now);
        plan(plan, now);
    }

    /** What it is about stays, and so does its kind. */
    void correct(LogActivity input, Instant newAt, @Nullable Cost spent, Instant now) {
        schedule.move(at, newAt, null);
        write(input, newAt, spent, now);
    }

    /** What it is about stays, and so does its kind. */
    void plan(Appointments.Plan plan, Instant now) {
        subject = plan.subject();
        body = plan.body();
        at = plan.start();
        schedule.plan(plan);
        updatedAt = now;
    }

    /** @param firstDay of whole days */
    void move(Instant to, @Nullable LocalDate firstDay, Instant now) {
        schedule.move(at, to, firstDay);
        at = to;
        updatedAt = now;
    }

    private void write(LogActivity input, Instant newAt, @Nullable Cost cost, Instant now) {
        subject = input.subject();
        body = input.body();
        at = newAt;
        minutes = takesTime() ? input.minutes() : null;
        schedule.take(at, minutes);
        spent = cost == null ? null : new Spent(cost);
        updatedAt = now;
    }

    /** The record it was about has become another one, is itself again, or is gone: then it goes on with its customer. */
    void moveTo(About other, @Nullable Long customer, Instant now) {
        aboutType = other.type();
        aboutId = other.id();
        customerId = customer;
        updatedAt = now;
    }

    boolean isTask() {
        return kind == ActivityKind.TASK;
    }

    private boolean takesTime() {
        return kind == ActivityKind.CALL || kind == ActivityKind.MEETING;
    }

    /** Whether it has still to be done, or to take place. */
    boolean isOpen() {
        return isPlanned() && doneAt == null && !schedule.isCancelled();
    }

    void complete(Instant now) {
        doneAt = now;
        updatedAt = now;
    }

    /** @param took minutes; null for as long as was planned, which of whole days nobody counts */
    void takePlace(@Nullable Integer took, @Nullable String outcome, Instant now) {
        minutes = took == null ? schedule.minutes(at) : took;
        schedule.take(at, took);
        schedule.end(outcome);
        complete(now);
    }

    void cancel(Instant now) {
        schedule.cancel(now);
        updatedAt = now;
    }

    void reopen(Instant now) {
        doneAt = null;
        schedule.reopen();
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

    /** @param people with the contacts, who else comes */
    Appointments.Appointment toAppointment(List<Long> people, List<Long> contacts) {
        return new Appointments.Appointment(
                getId(),
                version,
                about().toString(),
                schedule.toPlan(kind, subject, body, at, people, contacts),
                ownerId,
                isOpen(),
                doneAt,
                schedule.getCancelledAt(),
                minutes,
                schedule.getOutcome());
    }

    /** Whether it has, or had, its time set beforehand. */
    boolean isPlanned() {
        return isTask() || schedule.isPlanned();
    }

    ActivityKind getKind() {
        return kind;
    }

    @Nullable
    Long getCustomerId() {
        return customerId;
    }

    int getVersion() {
        return version;
    }

    /** As its form shows it: to the minute. */
    LogActivity toInput(ZoneId zone) {
        return LogActivity.of(kind, subject, body, minute(zone), minutes, getCost());
    }

    @Nullable
    Cost getCost() {
        return spent == null ? null : spent.toCost();
    }

    /** Whether it is at this minute already, whatever the second. */
    boolean isAt(LocalDateTime typed, ZoneId zone) {
        return typed.equals(minute(zone));
    }

    private LocalDateTime minute(ZoneId zone) {
        return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES);
    }
}
