package org.triviumcrm.marketing.campaign;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.WithFields;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.marketing.exit.CampaignPassage;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.marketing.exit.CampaignStep;

/** Something a company does to be known and chosen: with a plan, a budget, and people who decide whether it happens. */
@Entity
@Audited
@Table(name = "campaign")
public class Campaign extends WithFields {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "campaign")
    @SequenceGenerator(name = "campaign", sequenceName = "campaign_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;

    @Column(updatable = false)
    private @Nullable String reference;

    private long methodId;
    private @Nullable String region;
    private @Nullable Long parentId;
    private @Nullable Long planId;
    private LocalDate startOn;
    private LocalDate endOn;
    private @Nullable String goal;
    private @Nullable String note;
    private @Nullable Integer expectedParticipants;
    private @Nullable Integer expectedOpportunities;
    private @Nullable BigDecimal expectedRevenue;
    private String currency;
    private BigDecimal budget = BigDecimal.ZERO;

    @NotAudited
    private BigDecimal baseBudget = BigDecimal.ZERO;

    @NotAudited
    private @Nullable BigDecimal baseExpectedRevenue;

    @Enumerated(EnumType.STRING)
    private CampaignState state = CampaignState.PLANNED;

    @NotAudited
    private Instant stateSince;

    @NotAudited
    private @Nullable Instant approvedAt;

    /** Written by the approvals. */
    @Column(insertable = false, updatable = false)
    @NotAudited
    private @Nullable Long approvalCaseId;

    private long ownerId;

    @NotAudited
    private @Nullable Long teamId;

    @ElementCollection
    @CollectionTable(name = "campaign_product", joinColumns = @JoinColumn(name = "campaign_id"))
    @Column(name = "product_id")
    @NotAudited
    private Set<Long> productIds = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "campaign_budget_line", joinColumns = @JoinColumn(name = "campaign_id"))
    @OrderColumn(name = "position")
    @NotAudited
    private List<BudgetLine> lines = new ArrayList<>();

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private @Nullable Long createdBy;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Campaign() {}

    @SuppressWarnings("NullAway")
    Campaign(SaveCampaign input, @Nullable BigDecimal baseRevenue, PersonRef owner, @Nullable Long by, Instant now) {
        createdAt = now;
        createdBy = by;
        stateSince = now;
        take(input, baseRevenue, BigDecimal.ZERO, owner, now);
    }

    /**
     * @param step REVISE, or MEND for what is over
     * @param baseRevenue the expected revenue in the company's currency
     * @param base the budget that it has, in the company's currency
     */
    void revise(
            CampaignPassage passage,
            CampaignStep step,
            SaveCampaign input,
            @Nullable BigDecimal baseRevenue,
            BigDecimal base,
            PersonRef owner,
            Instant now) {
        passage.require(getId(), step);
        renew(passage, now);
        take(input, baseRevenue, base, owner, now);
    }

    private void take(
            SaveCampaign input, @Nullable BigDecimal baseRevenue, BigDecimal base, PersonRef owner, Instant now) {
        name = input.name();
        methodId = input.methodId();
        region = input.region();
        parentId = input.parentId();
        planId = input.planId();
        startOn = input.startOn();
        endOn = input.endOn();
        goal = input.goal();
        note = input.note();
        expectedParticipants = input.expectedParticipants();
        expectedOpportunities = input.expectedOpportunities();
        expectedRevenue = input.expectedRevenue();
        baseExpectedRevenue = baseRevenue;
        currency = input.currency();
        baseBudget = base;
        ownerId = owner.id();
        teamId = owner.teamId();
        productIds.retainAll(input.productIds());
        productIds.addAll(input.productIds());
        updatedAt = now;
    }

    /** @param base all of it in the company's currency */
    void spend(CampaignPassage passage, List<BudgetLine> other, BigDecimal base, Instant now) {
        passage.require(getId(), CampaignStep.BUDGET);
        renew(passage, now);
        lines.clear();
        lines.addAll(other);
        budget = other.stream().map(BudgetLine::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        baseBudget = base;
        updatedAt = now;
    }

    private void renew(CampaignPassage passage, Instant now) {
        if (passage.renewsPlan()) {
            approvedAt = now;
        }
    }

    /** Goes on to where the step leads. */
    void take(CampaignPassage passage, CampaignStep step, Instant now) {
        passage.require(getId(), step);
        CampaignState then = step.after(state);
        if (step == CampaignStep.SUBMIT || step == CampaignStep.RESUME && passage.isDecided()) {
            approvedAt = now;
        } else if (then == CampaignState.PLANNED) {
            approvedAt = null;
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

    public String getName() {
        return name;
    }

    public CampaignState getState() {
        return state;
    }

    Instant getStateSince() {
        return stateSince;
    }

    public long getOwnerId() {
        return ownerId;
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    public @Nullable Long getParentId() {
        return parentId;
    }

    @Nullable
    Long getPlanId() {
        return planId;
    }

    BigDecimal getBudget() {
        return budget;
    }

    String getCurrency() {
        return currency;
    }

    Set<Long> getProductIds() {
        return Set.copyOf(productIds);
    }

    public int getVersion() {
        return version;
    }
}
