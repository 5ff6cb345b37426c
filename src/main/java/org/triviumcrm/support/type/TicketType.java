package org.triviumcrm.support.type;

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

/** What tickets are about, with questions of its own. One that is not used any more is retired: the past names it. */
@Entity
@Audited
@Table(name = "ticket_type")
public class TicketType {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ticket_type")
    @SequenceGenerator(name = "ticket_type", sequenceName = "ticket_type_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private int position;
    private boolean active = true;

    /** Whether customers may choose it in the portal, and read its answers. */
    private boolean open;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected TicketType() {}

    TicketType(String name, boolean open, int position, Instant now) {
        this.name = name.strip();
        this.open = open;
        this.position = position;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void change(SaveType input, Instant now) {
        name = input.name().strip();
        active = input.active();
        open = input.isOpen();
        updatedAt = now;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public boolean isActive() {
        return active;
    }

    public boolean isOpen() {
        return open;
    }

    public int getVersion() {
        return version;
    }
}
