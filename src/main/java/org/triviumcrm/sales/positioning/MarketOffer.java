package org.triviumcrm.sales.positioning;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** A product or an offer in the market: the company's own, or a competitor's. One that is sold no more is retired: its past stays. */
@Entity
@Audited
@Table(name = "market_offer")
public class MarketOffer {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "market_offer")
    @SequenceGenerator(name = "market_offer", sequenceName = "market_offer_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private @Nullable Long competitorId;
    private boolean active = true;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected MarketOffer() {}

    @SuppressWarnings("NullAway")
    MarketOffer(SaveOffer input, Clock clock) {
        createdAt = clock.instant();
        change(input, clock);
    }

    final void change(SaveOffer input, Clock clock) {
        name = input.name().strip();
        competitorId = input.competitorId();
        active = input.active();
        updatedAt = clock.instant();
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    /** Null: the company's own. */
    public @Nullable Long getCompetitorId() {
        return competitorId;
    }

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }
}
