package org.triviumcrm.sales.contract;

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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.sales.line.KeptPaper;
import org.triviumcrm.sales.line.PaperAmounts;
import org.triviumcrm.sales.line.PaperTerms;
import org.triviumcrm.sales.line.ReckonedPaper;
import org.triviumcrm.sales.seal.ContractPassage;
import org.triviumcrm.sales.seal.ContractState;
import org.triviumcrm.sales.seal.ContractStep;

/** What a customer and the company agree on, or an amendment of it. Its lines are kept beside it. */
@Entity
@Audited
@Table(name = "contract")
@SuppressWarnings("NullAway.Init")
public class Contract implements KeptPaper {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contract")
    @SequenceGenerator(name = "contract", sequenceName = "contract_seq", allocationSize = 50)
    private @Nullable Long id;

    @NotAudited
    private String number;

    @NotAudited
    private int revision;

    /** 0 until the database has made a first paper the first of its own. */
    @Column(updatable = false)
    @NotAudited
    private long rootId;

    private String name;

    @NotAudited
    private @Nullable Long quoteId;

    private @Nullable Long opportunityId;
    private long customerId;
    private @Nullable Long contactId;

    @Embedded
    private PaperTerms words = new PaperTerms();

    private LocalDate datedOn;

    @Embedded
    private ContractPeriod period = new ContractPeriod();

    @Embedded
    private ContractSignature signature = new ContractSignature();

    @Enumerated(EnumType.STRING)
    private ContractState state = ContractState.DRAFT;

    @NotAudited
    private Instant stateSince;

    @NotAudited
    private @Nullable Instant releasedAt;

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

    protected Contract() {}

    /** @param before what it amends; null for a contract of its own @param quote what its lines were taken from */
    Contract(
            String number,
            @Nullable Contract before,
            @Nullable Long quote,
            SaveContract input,
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
        quoteId = quote;
        take(input, owner, now);
        amounts.take(reckoned.sums(), reckoned.base());
    }

    void edit(ContractPassage passage, SaveContract input, PersonRef owner, Instant now) {
        passage.require(getId(), ContractStep.EDIT);
        if (passage.isAnew()) {
            state = ContractState.DRAFT;
            stateSince = now;
            releasedAt = null;
        }
        take(input, owner, now);
    }

    private void take(SaveContract input, PersonRef owner, Instant now) {
        name = input.getName();
        opportunityId = input.getOpportunityId();
        customerId = input.getCustomerId();
        contactId = input.getContactId();
        words.take(input);
        datedOn = input.getDatedOn();
        period.take(input);
        signature = ContractSignature.of(input.getSignatoryId(), input.getTheirSignatory(), input.getTheirRole());
        ownerId = owner.id();
        teamId = owner.teamId();
        updatedAt = now;
    }

    /** What its lines come to after a change. */
    void add(ContractPassage passage, ReckonedPaper reckoned) {
        passage.require(getId(), ContractStep.EDIT);
        amounts.take(reckoned.sums(), reckoned.base());
    }

    /** Goes on to where the step leads. */
    void take(ContractPassage passage, ContractStep step, Instant now) {
        passage.require(getId(), step);
        ContractState then = step.after(state);
        releasedAt = then == ContractState.DRAFT ? null : step == ContractStep.RELEASE ? now : releasedAt;
        if (then != state) {
            state = then;
            stateSince = now;
        }
        updatedAt = now;
    }

    /** Both have signed it, which brings the difference to what held before, if anything: both by one rate, so that no rate is a gain. */
    void sign(ContractPassage passage, SignContract input, @Nullable Contract before, InBase rate, Instant now) {
        take(passage, ContractStep.SIGN, now);
        signature = ContractSignature.of(input.signatoryId(), input.theirSignatory(), input.theirRole());
        BigDecimal held = before == null ? BigDecimal.ZERO : rate.of(before.amounts.net(), getCurrency(), datedOn);
        signature.sign(input.signedOn(), amounts.baseNet().subtract(held));
    }

    void terminate(ContractPassage passage, TerminateContract input, Instant now) {
        take(passage, ContractStep.TERMINATE, now);
        signature.end(input.terminatedOn(), input.reason());
    }

    void extend(ContractPassage passage, LocalDate today, Instant now) {
        take(passage, ContractStep.EXTEND, now);
        period.extend(today);
    }

    ContractPeriod period() {
        return period;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getNumber() {
        return number;
    }

    String label() {
        return revision == 1 ? number : number + "/" + revision;
    }

    int getRevision() {
        return revision;
    }

    long getRootId() {
        return rootId == 0 ? getId() : rootId;
    }

    @Override
    public String getCurrency() {
        return words.currency();
    }

    public ContractState getState() {
        return state;
    }

    @Override
    public long getOwnerId() {
        return ownerId;
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    @Override
    public long getCustomerId() {
        return customerId;
    }

    @Override
    public @Nullable Long getContactId() {
        return contactId;
    }

    @Override
    public @Nullable Long getOpportunityId() {
        return opportunityId;
    }

    public int getVersion() {
        return version;
    }
}
