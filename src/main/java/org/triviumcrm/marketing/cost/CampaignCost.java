package org.triviumcrm.marketing.cost;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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

/** A line of what a campaign has cost; what comes back is negative. The database adds the lines up. */
@Entity
@Audited
@Table(name = "campaign_cost")
public class CampaignCost {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "campaign_cost")
    @SequenceGenerator(name = "campaign_cost", sequenceName = "campaign_cost_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(updatable = false)
    private long campaignId;

    /** Of the campaign, as it was called when the line was written. */
    @Column(updatable = false)
    private String name;

    private LocalDate onDate;
    private long categoryId;
    private @Nullable String supplier;
    private @Nullable String note;
    private BigDecimal amount;
    private String currency;

    /** In the company's currency, by the rate of its day. */
    @NotAudited
    private BigDecimal baseAmount;

    @Column(updatable = false)
    @NotAudited
    private Instant createdAt;

    @Column(updatable = false)
    @NotAudited
    private @Nullable Long createdBy;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected CampaignCost() {}

    @SuppressWarnings("NullAway")
    CampaignCost(long campaignId, String campaign, SaveCost input, BigDecimal base, @Nullable Long by, Instant now) {
        this.campaignId = campaignId;
        this.name = campaign;
        this.createdAt = now;
        this.createdBy = by;
        change(input, base, now);
    }

    /** @param base the amount in the company's currency */
    void change(SaveCost input, BigDecimal base, Instant now) {
        onDate = input.onDate();
        categoryId = input.categoryId();
        supplier = input.supplier();
        note = input.note();
        amount = input.amount();
        currency = input.currency();
        baseAmount = base;
        updatedAt = now;
    }

    /** Whether it would be the same amount in the company's currency: nothing that decides about it is different. */
    boolean isWorthAsMuchAs(SaveCost other) {
        return amount.compareTo(other.amount()) == 0
                && currency.equals(other.currency())
                && onDate.equals(other.onDate());
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public long getCampaignId() {
        return campaignId;
    }

    public long getCategoryId() {
        return categoryId;
    }

    BigDecimal getBaseAmount() {
        return baseAmount;
    }

    public int getVersion() {
        return version;
    }
}
