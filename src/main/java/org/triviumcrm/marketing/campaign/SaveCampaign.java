package org.triviumcrm.marketing.campaign;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.customer.TypedFields;

/** A campaign as typed, all but its budget. */
public record SaveCampaign(
        @NotBlank(message = "{marketing.campaign.error.name}") @Size(max = 300, message = "{form.tooLong}")
        String name,

        @NotNull(message = "{marketing.campaign.error.method}")
        Long methodId,

        @Nullable @Size(max = 100, message = "{form.tooLong}")
        String region,

        @Nullable Long parentId,

        @Nullable Long planId,

        @NotNull(message = "{marketing.campaign.error.start}")
        LocalDate startOn,

        @NotNull(message = "{marketing.campaign.error.end}") LocalDate endOn,

        @Nullable @Size(max = 2000, message = "{form.tooLong}")
        String goal,

        @Nullable @Size(max = 20000, message = "{form.tooLong}")
        String note,

        @Nullable @PositiveOrZero(message = "{marketing.campaign.error.count}")
        Integer expectedParticipants,

        @Nullable @PositiveOrZero(message = "{marketing.campaign.error.count}")
        Integer expectedOpportunities,

        @Nullable
        @PositiveOrZero(message = "{marketing.campaign.error.revenue}")
        @Digits(integer = 17, fraction = 2, message = "{marketing.campaign.error.revenue}")
        BigDecimal expectedRevenue,

        @NotNull(message = "{marketing.campaign.error.currency}")
        @Pattern(regexp = "[A-Z]{3}", message = "{marketing.campaign.error.currency}")
        String currency,

        @Nullable List<Long> productIds,

        @NotNull(message = "{marketing.campaign.error.owner}")
        Long ownerId,

        @TypedFields("campaign") Map<String, String> custom,
        int version) {

    public SaveCampaign {
        custom = CustomValues.typed(custom);
        productIds = productIds == null
                ? List.of()
                : productIds.stream()
                        .filter(java.util.Objects::nonNull)
                        .distinct()
                        .toList();
    }

    @Override
    public List<Long> productIds() {
        return productIds == null ? List.of() : productIds;
    }

    /** The same about the record of another version. */
    SaveCampaign at(int other) {
        return new SaveCampaign(
                name,
                methodId,
                region,
                parentId,
                planId,
                startOn,
                endOn,
                goal,
                note,
                expectedParticipants,
                expectedOpportunities,
                expectedRevenue,
                currency,
                productIds,
                ownerId,
                custom,
                other);
    }
}
