package org.triviumcrm.shared.history;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * One transaction that changed audited records: when, by whom and why. The ids are in the order of the changes, over all
 * nodes and however they are written: none is fetched in advance.
 */
@Entity
@Table(name = "revision")
@RevisionEntity(RevisionAuthor.class)
public class Revision {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "revision")
    @SequenceGenerator(name = "revision", sequenceName = "revision_seq", allocationSize = 1)
    @RevisionNumber
    private @Nullable Long id;

    @RevisionTimestamp
    private Instant at;

    private @Nullable Long personId;
    private @Nullable String cause;

    @SuppressWarnings("NullAway")
    protected Revision() {}

    void sign(ChangeAuthor author, Instant now) {
        at = now;
        personId = author.personId();
        cause = author.cause();
    }

    public long getId() {
        return Objects.requireNonNull(id, "not saved yet");
    }

    public Instant getAt() {
        return at;
    }

    public @Nullable Long getPersonId() {
        return personId;
    }

    public @Nullable String getCause() {
        return cause;
    }
}
