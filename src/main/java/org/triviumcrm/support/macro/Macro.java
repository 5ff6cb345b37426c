package org.triviumcrm.support.macro;

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
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.support.ticket.TicketChanges;
import org.triviumcrm.support.ticket.TicketPriority;
import org.triviumcrm.support.ticket.TicketStatus;
import org.triviumcrm.support.ticket.TicketTaker;

/** A prepared reply, and what it makes of the ticket. How often it was used, the database counts. */
@Entity
@Audited
@Table(name = "macro")
public class Macro {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "macro")
    @SequenceGenerator(name = "macro", sequenceName = "macro_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private int position;

    /** Whose it is; null when others have it, too. */
    private @Nullable Long personId;

    private @Nullable Long queueId;
    private @Nullable String textEn;
    private @Nullable String textZh;
    private boolean note;

    @Enumerated(EnumType.STRING)
    private @Nullable TicketStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable TicketPriority priority;

    private @Nullable Long typeId;
    private @Nullable Long newQueueId;

    @Enumerated(EnumType.STRING)
    private @Nullable TicketTaker newOwner;

    private boolean active = true;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Macro() {}

    @SuppressWarnings("NullAway")
    Macro(SaveMacro input, long personId, Instant now) {
        createdAt = now;
        change(input, personId, now);
    }

    /** @param person whose it becomes, where it is for one alone */
    void change(SaveMacro input, long person, Instant now) {
        name = input.name().strip();
        position = input.position();
        // somebody else's stays somebody else's
        personId = input.audience() != MacroAudience.MINE ? null : personId == null ? Long.valueOf(person) : personId;
        queueId = input.audience() == MacroAudience.QUEUE ? input.queueId() : null;
        textEn = text(input.textEn());
        textZh = text(input.textZh());
        note = input.note();
        status = input.status();
        priority = input.priority();
        typeId = input.typeId();
        newQueueId = input.newQueueId();
        newOwner = input.newOwner();
        active = input.active();
        updatedAt = now;
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    MacroAudience audience() {
        return personId != null ? MacroAudience.MINE : queueId != null ? MacroAudience.QUEUE : MacroAudience.ALL;
    }

    /** What it says; the other language where it says nothing in this one; null when it says nothing at all. */
    @Nullable
    String text(MacroLanguage language) {
        String wanted = language == MacroLanguage.EN ? textEn : textZh;
        return wanted != null ? wanted : language == MacroLanguage.EN ? textZh : textEn;
    }

    /** @param ticketVersion the ticket they are for, as it was seen; null where nobody has looked at it */
    TicketChanges changes(@Nullable Integer ticketVersion) {
        return new TicketChanges(status, priority, typeId, newQueueId, newOwner, ticketVersion);
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    int getPosition() {
        return position;
    }

    @Nullable
    Long getPersonId() {
        return personId;
    }

    @Nullable
    Long getQueueId() {
        return queueId;
    }

    @Nullable
    String getTextEn() {
        return textEn;
    }

    @Nullable
    String getTextZh() {
        return textZh;
    }

    public boolean isNote() {
        return note;
    }

    @Nullable
    TicketStatus getStatus() {
        return status;
    }

    @Nullable
    TicketPriority getPriority() {
        return priority;
    }

    @Nullable
    Long getTypeId() {
        return typeId;
    }

    @Nullable
    Long getNewQueueId() {
        return newQueueId;
    }

    @Nullable
    TicketTaker getNewOwner() {
        return newOwner;
    }

    boolean isActive() {
        return active;
    }

    int getVersion() {
        return version;
    }
}
