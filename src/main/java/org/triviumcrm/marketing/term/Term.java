package org.triviumcrm.marketing.term;

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

/** A word that campaigns or their money are sorted by. One that is not used any more is retired: the past names it. */
@Entity
@Audited
@Table(name = "marketing_term")
public class Term {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "marketing_term")
    @SequenceGenerator(name = "marketing_term", sequenceName = "marketing_term_seq", allocationSize = 50)
    private @Nullable Long id;

    @Enumerated(EnumType.STRING)
    private TermKind kind;

    private String name;

    @NotAudited
    private int position;

    private boolean active = true;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Term() {}

    Term(TermKind kind, String name, int position, Instant now) {
        this.kind = kind;
        this.name = name.strip();
        this.position = position;
        this.createdAt = now;
        this.updatedAt = now;
    }

    void change(String newName, boolean nowActive, Instant now) {
        name = newName.strip();
        active = nowActive;
        updatedAt = now;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public TermKind getKind() {
        return kind;
    }

    public String getName() {
        return name;
    }

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }
}
