package org.triviumcrm.marketing.mining;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Groups that become a target list, and maybe a campaign.
 *
 * @param leaves their numbers
 * @param band all groups of which at least so many per cent are expected to say yes, besides; null for none
 * @param name of the new list, and of a new campaign
 * @param campaignId the one that they are put into
 * @param methodId of a new campaign
 * @param scoredAt when those were scored whom the page showed; others may be in the groups by now
 */
public record UseMining(
        @Nullable List<Integer> leaves,
        @Nullable Integer band,
        @Nullable Boolean refused,

        @NotBlank(message = "{marketing.audience.error.name}") @Size(max = 300, message = "{form.tooLong}")
        String name,

        @NotNull(message = "{marketing.mining.error.into}") Into into,
        @Nullable Long campaignId,
        @Nullable Long methodId,
        @Nullable LocalDate startOn,
        @Nullable LocalDate endOn,
        @Nullable Instant scoredAt) {

    /** What is made besides the target list. */
    public enum Into {
        LIST,
        NEW,
        PRESENT
    }

    public UseMining {
        leaves = leaves == null
                ? List.of()
                : leaves.stream().filter(Objects::nonNull).distinct().toList();
    }

    @Override
    public List<Integer> leaves() {
        return leaves == null ? List.of() : leaves;
    }

    static UseMining blank(LocalDate start, LocalDate end) {
        return new UseMining(List.of(), null, false, "", Into.LIST, null, null, start, end, null);
    }
}
