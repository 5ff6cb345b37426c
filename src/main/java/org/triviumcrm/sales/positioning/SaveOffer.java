package org.triviumcrm.sales.positioning;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An offer as typed; {@code version} is null for a new one.
 *
 * @param competitorId whose it is; null for the company's own
 */
record SaveOffer(
        @NotBlank(message = "{sales.position.error.offer}") @Size(max = 120, message = "{form.tooLong}")
        String name,

        @Nullable Long competitorId,
        boolean active,
        @Nullable Integer version) {

    static SaveOffer empty() {
        return new SaveOffer("", null, true, null);
    }

    static SaveOffer of(MarketOffer offer) {
        return new SaveOffer(offer.getName(), offer.getCompetitorId(), offer.isActive(), offer.getVersion());
    }
}
