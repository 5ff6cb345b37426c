package org.triviumcrm.support.queue;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.envers.AuditJoinTable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** Where tickets wait for somebody to answer them. Its members see what is in it. */
@Entity
@Audited
@Table(name = "ticket_queue")
public class TicketQueue {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ticket_queue")
    @SequenceGenerator(name = "ticket_queue", sequenceName = "ticket_queue_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private int position;

    @Enumerated(EnumType.STRING)
    private QueueAssignment assignment;

    /** Of open tickets that a member has by assignment, in all queues; no limit when null. */
    private @Nullable Integer mostOpen;

    private boolean active = true;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "ticket_queue_member", joinColumns = @JoinColumn(name = "queue_id"))
    @Column(name = "person_id")
    @AuditJoinTable(name = "ticket_queue_member_aud")
    private Set<Long> memberIds = new HashSet<>();

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected TicketQueue() {}

    @SuppressWarnings("NullAway")
    TicketQueue(SaveQueue input, Instant now) {
        createdAt = now;
        change(input, now);
    }

    void change(SaveQueue input, Instant now) {
        name = input.name().strip();
        position = input.position();
        assignment = input.assignment();
        mostOpen = input.mostOpen();
        active = input.active();
        memberIds.retainAll(input.memberIds());
        memberIds.addAll(input.memberIds());
        updatedAt = now;
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

    public QueueAssignment getAssignment() {
        return assignment;
    }

    public @Nullable Integer getMostOpen() {
        return mostOpen;
    }

    public boolean isActive() {
        return active;
    }

    public Set<Long> memberIds() {
        return Set.copyOf(memberIds);
    }

    public int getVersion() {
        return version;
    }
}
