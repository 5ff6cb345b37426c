package org.triviumcrm.support.ticket;

import jakarta.persistence.Column;
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
import java.util.Objects;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.WithFields;

/**
 * Something a customer wants from us, from the first word until it is over. The columns {@code answers}, {@code urgency} and
 * {@code search_pieces} are the database's.
 */
@Entity
@Audited
@Table(name = "ticket")
public class Ticket extends WithFields {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ticket")
    @SequenceGenerator(name = "ticket", sequenceName = "ticket_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(updatable = false)
    @NotAudited
    private long number;

    private String name;

    @Enumerated(EnumType.STRING)
    private TicketStatus status = TicketStatus.NEW;

    @Enumerated(EnumType.STRING)
    private TicketPriority priority;

    @Enumerated(EnumType.STRING)
    private TicketChannel channel;

    private @Nullable Long typeId;
    private long queueId;
    private @Nullable Long ownerId;

    @NotAudited
    private @Nullable Long teamId;

    private @Nullable Long customerId;
    private @Nullable Long contactId;
    private @Nullable String requesterName;
    private @Nullable String requesterEmail;
    private @Nullable String reference;

    @Embedded
    private @Nullable TicketSubject subject;

    @Embedded
    @NotAudited
    private TicketTimes times;

    private @Nullable Long mergedIntoId;

    @NotAudited
    private @Nullable Long followsId;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private @Nullable Long createdBy;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Ticket() {}

    /** @param follows the one that this one goes on with, null for none */
    @SuppressWarnings("NullAway")
    Ticket(
            long number,
            SaveTicket input,
            @Nullable Long ownersTeam,
            @Nullable Long follows,
            @Nullable Long by,
            Instant now) {
        this.number = number;
        this.followsId = follows;
        this.createdBy = by;
        this.createdAt = now;
        this.times = new TicketTimes(now);
        change(input, ownersTeam, now);
    }

    /** @param ownersTeam the team of the new owner */
    void change(SaveTicket input, @Nullable Long ownersTeam, Instant now) {
        status.requireGoingOn();
        name = input.name().strip();
        priority = input.priority();
        channel = input.channel();
        typeId = input.typeId();
        queueId = Objects.requireNonNull(input.queueId());
        customerId = input.customerId();
        contactId = input.contactId();
        requesterName = input.requesterName();
        requesterEmail = input.requesterEmail();
        subject = new TicketSubject(input);
        reference = input.reference();
        ownerId = input.ownerId();
        teamId = ownersTeam;
        updatedAt = now;
    }

    /** Somebody is in charge of it now; nobody when null. */
    void give(@Nullable Long owner, @Nullable Long ownersTeam, Instant now) {
        status.requireGoingOn();
        ownerId = owner;
        teamId = ownersTeam;
        updatedAt = now;
    }

    /** By hand. */
    void become(TicketStatus next, Instant now) {
        status.requireFollowedBy(next);
        set(next, now);
    }

    /** The customer wrote, here or elsewhere; what waited for that, or was thought to be over, is open again. */
    void received(Instant at, Instant now) {
        status.requireGoingOn();
        if (status != TicketStatus.NEW && status != TicketStatus.OPEN) {
            set(TicketStatus.OPEN, now);
        }
        times.received(at);
        updatedAt = now;
    }

    /** A person answered the customer, after which it is as that person says. */
    void replied(TicketStatus next, Instant now) {
        status.requireGoingOn();
        if (next == TicketStatus.NEW || next == TicketStatus.CLOSED) {
            throw new WrongTicketStatus("support.ticket.error.status");
        }
        if (next != status) {
            set(next, now);
        }
        times.replied(now);
        updatedAt = now;
    }

    BeforeReply before() {
        return times.before(this);
    }

    /** The last reply never was. */
    void takeBack(BeforeReply before, Instant now) {
        give(before.ownerId(), before.teamId(), now);
        status = before.status();
        times.takeBack(before);
        if (before.priority() != null && before.queueId() != null) {
            priority = before.priority();
            typeId = before.typeId();
            queueId = before.queueId();
        }
    }

    void merge(long into, Instant now) {
        status.requireGoingOn();
        mergedIntoId = into;
        close(now);
    }

    void close(Instant now) {
        set(TicketStatus.CLOSED, now);
    }

    private void set(TicketStatus next, Instant now) {
        times.became(status, next, now);
        status = next;
        updatedAt = now;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    long getNumber() {
        return number;
    }

    String title() {
        return "#" + number + " " + name;
    }

    public TicketStatus getStatus() {
        return status;
    }

    public TicketPriority getPriority() {
        return priority;
    }

    public @Nullable Long getTypeId() {
        return typeId;
    }

    public long getQueueId() {
        return queueId;
    }

    public @Nullable Long getOwnerId() {
        return ownerId;
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    public @Nullable Long getCustomerId() {
        return customerId;
    }

    public @Nullable Long getContactId() {
        return contactId;
    }

    TicketSubject subject() {
        return subject == null ? TicketSubject.NOTHING : subject;
    }

    TicketTimes times() {
        return times;
    }

    public int getVersion() {
        return version;
    }
}
