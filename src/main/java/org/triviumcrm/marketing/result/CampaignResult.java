package org.triviumcrm.marketing.result;

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

/** What the medium reports of a day of a campaign; one a day. The database adds the days up. */
@Entity
@Audited
@Table(name = "campaign_result")
public class CampaignResult {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "campaign_result")
    @SequenceGenerator(name = "campaign_result", sequenceName = "campaign_result_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(updatable = false)
    private long campaignId;

    /** Of the campaign, as it was called when the day was written down. */
    @Column(updatable = false)
    private String name;

    private LocalDate onDate;
    private long impressions;
    private long clicks;
    private long leads;
    private long orders;
    private BigDecimal revenue;
    private String currency;

    /** In the company's currency, by the rate of its day. */
    @NotAudited
    private BigDecimal baseRevenue;

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
    protected CampaignResult() {}

    @SuppressWarnings("NullAway")
    CampaignResult(
            long campaignId, String campaign, SaveResult input, BigDecimal base, @Nullable Long by, Instant now) {
        this.campaignId = campaignId;
        this.name = campaign;
        this.createdAt = now;
        this.createdBy = by;
        change(input, base, now);
    }

    /** @param base the revenue in the company's currency */
    void change(SaveResult input, BigDecimal base, Instant now) {
        onDate = input.onDate();
        impressions = input.impressions();
        clicks = input.clicks();
        leads = input.leads();
        orders = input.orders();
        revenue = input.revenue();
        currency = input.currency();
        baseRevenue = base;
        updatedAt = now;
    }

    /** Whether the revenue would be the same in the company's currency: nothing that decides about it is different. */
    boolean isWorthAsMuchAs(SaveResult other) {
        return revenue.compareTo(other.revenue()) == 0
                && currency.equals(other.currency())
                && onDate.equals(other.onDate());
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public long getCampaignId() {
        return campaignId;
    }

    BigDecimal getBaseRevenue() {
        return baseRevenue;
    }

    public int getVersion() {
        return version;
    }
}
