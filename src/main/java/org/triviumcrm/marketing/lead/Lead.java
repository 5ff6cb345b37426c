package org.triviumcrm.marketing.lead;

import jakarta.persistence.Column;
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
import org.triviumcrm.customer.WithFields;

/**
 * Somebody who may become a customer. The columns {@code name} (what a list calls it) and {@code answers} are the database's: the
 * first is worked out there, the second comes from files and forms as it is.
 */
@Entity
@Audited
@Table(name = "lead")
public class Lead extends WithFields {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lead")
    @SequenceGenerator(name = "lead", sequenceName = "lead_seq", allocationSize = 50)
    private @Nullable Long id;

    private @Nullable String fullName;
    private @Nullable String company;
    private @Nullable String jobTitle;
    private @Nullable String email;
    private @Nullable String phone;
    private @Nullable String country;
    private @Nullable String region;
    private @Nullable String city;
    private @Nullable String industry;
    private @Nullable String source;
    private @Nullable Long campaignId;
    private @Nullable String reference;
    private boolean noEmail;
    private boolean noCall;
    private @Nullable String note;

    @Enumerated(EnumType.STRING)
    private LeadState state;

    private @Nullable String reason;
    private @Nullable Long customerId;
    private @Nullable Long contactId;
    private @Nullable Long ownerId;

    @NotAudited
    private @Nullable Long teamId;

    @NotAudited
    private @Nullable Instant decidedAt;

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
    protected Lead() {}

    @SuppressWarnings("NullAway")
    Lead(SaveLead input, @Nullable Long teamId, @Nullable Long by, Instant now) {
        createdAt = now;
        createdBy = by;
        state = LeadState.NEW;
        change(input, teamId, now);
    }

    /** @param ownersTeam the team of the new owner */
    void change(SaveLead input, @Nullable Long ownersTeam, Instant now) {
        fullName = input.fullName();
        company = input.company();
        jobTitle = input.jobTitle();
        email = input.email();
        phone = input.phone();
        country = input.country();
        region = input.region();
        city = input.city();
        industry = input.industry();
        source = input.source();
        campaignId = input.campaignId();
        reference = input.reference();
        noEmail = input.noEmail();
        noCall = input.noCall();
        note = input.note();
        ownerId = input.ownerId();
        teamId = ownersTeam;
        updatedAt = now;
    }

    /** @param ownersTeam the team of the new owner */
    void give(long newOwner, @Nullable Long ownersTeam, Instant now) {
        ownerId = newOwner;
        teamId = ownersTeam;
        updatedAt = now;
    }

    /** Somebody has begun with it. */
    void work(Instant now) {
        require(state == LeadState.NEW);
        become(LeadState.WORKING, now);
    }

    /** @param customer who it is now, null when only the person is known */
    void qualify(@Nullable Long customer, @Nullable Long contact, Instant now) {
        become(LeadState.QUALIFIED, now);
        customerId = customer;
        contactId = contact;
    }

    void disqualify(String why, Instant now) {
        become(LeadState.DISQUALIFIED, now);
        reason = why;
    }

    /** Back to those that somebody works on. What it became when it was qualified is taken back by that itself. */
    void reopen(Instant now) {
        require(!state.isOpen());
        if (customerId != null || contactId != null) {
            throw new WrongLeadState("marketing.lead.error.became");
        }
        become(LeadState.WORKING, now);
    }

    /** The qualification is taken back. */
    void unqualify(Instant now) {
        require(state == LeadState.QUALIFIED);
        customerId = null;
        contactId = null;
        become(LeadState.WORKING, now);
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw new WrongLeadState("marketing.lead.error.state." + state);
        }
    }

    private void become(LeadState next, Instant now) {
        require(state.next().contains(next));
        state = next;
        reason = null;
        decidedAt = next.isOpen() ? null : now;
        updatedAt = now;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public LeadState getState() {
        return state;
    }

    public @Nullable String getReason() {
        return reason;
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

    @Nullable
    Long getCampaignId() {
        return campaignId;
    }

    public @Nullable String getReference() {
        return reference;
    }

    public int getVersion() {
        return version;
    }
}
