package org.triviumcrm.shared.list;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Filters, order and columns under a name, for oneself or for everyone. */
@Entity
@Table(name = "saved_view")
public class SavedView {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "saved_view")
    @SequenceGenerator(name = "saved_view", sequenceName = "saved_view_seq")
    private @Nullable Long id;

    private String noun;

    @Column(name = "person_id")
    private long personId;

    private String name;
    private boolean shared;
    private String query;
    private Instant createdAt;
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected SavedView() {}

    SavedView(String noun, long personId, String name, String query, Instant at) {
        this.noun = noun;
        this.personId = personId;
        this.name = name;
        this.query = query;
        this.createdAt = at;
        this.updatedAt = at;
    }

    void rename(String other, Instant at) {
        name = other;
        updatedAt = at;
    }

    void overwrite(String other, Instant at) {
        query = other;
        updatedAt = at;
    }

    void share(boolean withEveryone, Instant at) {
        shared = withEveryone;
        updatedAt = at;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getNoun() {
        return noun;
    }

    public long getPersonId() {
        return personId;
    }

    public String getName() {
        return name;
    }

    public boolean isShared() {
        return shared;
    }

    public String getQuery() {
        return query;
    }

    public int getVersion() {
        return version;
    }
}
