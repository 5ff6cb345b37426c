package org.triviumcrm.customer.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.WithFields;

/** A person to talk to, at a customer or on their own. */
@Entity
@Audited
@Table(name = "contact")
public class Contact extends WithFields {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contact")
    @SequenceGenerator(name = "contact", sequenceName = "contact_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private @Nullable String reference;
    private @Nullable Long customerId;
    private @Nullable String jobTitle;
    private @Nullable String email;
    private @Nullable String phone;
    private @Nullable String mobile;
    private @Nullable LocalDate birthday;
    private boolean noEmail;
    private boolean noCall;
    private @Nullable String note;
    private @Nullable Long ownerId;

    @NotAudited
    private @Nullable Long teamId;

    /** Written as activities are logged, not through the entity. */
    @Column(insertable = false, updatable = false)
    @NotAudited
    private @Nullable Instant lastActivityAt;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private @Nullable Long createdBy;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Contact() {}

    @SuppressWarnings("NullAway")
    Contact(SaveContact input, @Nullable Long teamId, @Nullable Long by, Instant now) {
        createdAt = now;
        createdBy = by;
        change(input, teamId, now);
    }

    /** @param ownersTeam the team of the new owner */
    void change(SaveContact input, @Nullable Long ownersTeam, Instant now) {
        name = input.name();
        customerId = input.customerId();
        jobTitle = input.jobTitle();
        email = input.email();
        phone = input.phone();
        mobile = input.mobile();
        birthday = input.birthday();
        noEmail = input.noEmail();
        noCall = input.noCall();
        note = input.note();
        ownerId = input.ownerId();
        teamId = ownersTeam;
        updatedAt = now;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public @Nullable Long getCustomerId() {
        return customerId;
    }

    public @Nullable Long getOwnerId() {
        return ownerId;
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    public int getVersion() {
        return version;
    }
}
