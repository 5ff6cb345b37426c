package org.triviumcrm.sales.quote;

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
import java.time.LocalDate;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.sales.line.KeptPaper;
import org.triviumcrm.sales.line.PaperAmounts;
import org.triviumcrm.sales.line.PaperLineRepository;
import org.triviumcrm.sales.line.PaperTerms;
import org.triviumcrm.sales.line.ReckonedPaper;
import org.triviumcrm.sales.release.QuotePassage;
import org.triviumcrm.sales.release.QuoteState;
import org.triviumcrm.sales.release.QuoteStep;

/** An offer to a customer, or a version of one. Its lines are kept beside it, see {@link PaperLineRepository}. */
@Entity
@Audited
@Table(name = "quote")
public class Quote implements KeptPaper {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "quote")
    @SequenceGenerator(name = "quote", sequenceName = "quote_seq", allocationSize = 50)
    private @Nullable Long id;

    @NotAudited
    private String number;

    @NotAudited
    private int revision;

    /** 0 until the database has made a first version the first of its own. */
    @Column(updatable = false)
    @NotAudited
    private long rootId;

    private String name;
    private @Nullable Long opportunityId;
    private long customerId;
    private @Nullable Long contactId;

    @Embedded
    private PaperTerms words = new PaperTerms();

    private LocalDate quotedOn;
    private LocalDate validUntil;

    @Enumerated(EnumType.STRING)
    private QuoteState state = QuoteState.DRAFT;

    @NotAudited
    private Instant stateSince;

    @NotAudited
    private @Nullable Instant releasedAt;

    @NotAudited
    private @Nullable Instant sentAt;

    @Embedded
    private PaperAmounts amounts = new PaperAmounts();

    /** Written by the approvals. */
    @Column(insertable = false, updatable = false)
    @NotAudited
    private @Nullable Long approvalCaseId;

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
    protected Quote() {}

    /** @param before the version that it follows; null for the first one */
    @SuppressWarnings("NullAway")
    /** @param reckoned what its lines come to */
    Quote(
            String number,
            @Nullable Quote before,
            SaveQuote input,
            ReckonedPaper reckoned,
            PersonRef owner,
            @Nullable Long by,
            Instant now) {
        this.number = number;
        revision = before == null ? 1 : before.revision + 1;
        rootId = before == null ? 0 : before.getRootId();
        createdAt = now;
        createdBy = by;
        stateSince = now;
        take(input, owner, now);
        amounts.take(reckoned.sums(), reckoned.base());
    }

    void edit(QuotePassage passage, SaveQuote input, PersonRef owner, Instant now) {
        passage.require(getId(), QuoteStep.EDIT);
        if (passage.isAnew()) {
            state = QuoteState.DRAFT;
            stateSince = now;
            releasedAt = null;
        }
        take(input, owner, now);
    }

    private void take(SaveQuote input, PersonRef owner, Instant now) {
        name = input.getName();
        opportunityId = input.getOpportunityId();
        customerId = input.getCustomerId();
        contactId = input.getContactId();
        words.take(input);
        quotedOn = input.getQuotedOn();
        validUntil = input.getValidUntil();
        ownerId = owner.id();
        teamId = owner.teamId();
        updatedAt = now;
    }

    /** What its lines come to after a change. */
    void add(QuotePassage passage, ReckonedPaper reckoned) {
        passage.require(getId(), QuoteStep.EDIT);
        amounts.take(reckoned.sums(), reckoned.base());
    }

    /** Goes on to where the step leads. */
    void take(QuotePassage passage, QuoteStep step, Instant now) {
        passage.require(getId(), step);
        QuoteState then = step.after(state);
        if (step == QuoteStep.RELEASE) {
            releasedAt = now;
        } else if (then == QuoteState.DRAFT) {
            releasedAt = null;
        } else if (then == QuoteState.SENT && sentAt == null) {
            sentAt = now;
        }
        if (then != state) {
            state = then;
            stateSince = now;
        }
        updatedAt = now;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getNumber() {
        return number;
    }

    int getRevision() {
        return revision;
    }

    long getRootId() {
        return rootId == 0 ? getId() : rootId;
    }

    public String getName() {
        return name;
    }

    @Override
    public String getCurrency() {
        return words.currency();
    }

    public QuoteState getState() {
        return state;
    }

    @Override
    public long getOwnerId() {
        return ownerId;
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    LocalDate getQuotedOn() {
        return quotedOn;
    }

    LocalDate getValidUntil() {
        return validUntil;
    }

    @Override
    public long getCustomerId() {
        return customerId;
    }

    @Override
    public @Nullable Long getOpportunityId() {
        return opportunityId;
    }

    @Override
    public @Nullable Long getContactId() {
        return contactId;
    }

    public int getVersion() {
        return version;
    }
}
