package org.triviumcrm.marketing.audience;

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
import org.triviumcrm.identity.PersonRef;

/** A target list: people to be addressed, under a name. Who is on it stands in {@code audience_member}. */
@Entity
@Audited
@Table(name = "audience")
public class Audience {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audience")
    @SequenceGenerator(name = "audience", sequenceName = "audience_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private @Nullable String note;
    private long ownerId;

    @NotAudited
    private @Nullable Long teamId;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private @Nullable Long createdBy;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Audience() {}

    @SuppressWarnings("NullAway")
    Audience(SaveAudience input, PersonRef owner, @Nullable Long createdBy, Instant now) {
        this.createdAt = now;
        this.createdBy = createdBy;
        change(input, owner, now);
    }

    /** @param owner in whose team it is as well */
    void change(SaveAudience input, PersonRef owner, Instant now) {
        name = input.name().strip();
        note = input.note();
        if (ownerId != owner.id()) {
            ownerId = owner.id();
            teamId = owner.teamId();
        }
        updatedAt = now;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public long getOwnerId() {
        return ownerId;
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    public int getVersion() {
        return version;
    }
}
