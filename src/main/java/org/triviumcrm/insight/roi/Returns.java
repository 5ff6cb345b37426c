package org.triviumcrm.insight.roi;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What campaigns have cost and brought, cut as asked.
 *
 * @param more whether there are more rows than these
 */
public record Returns(List<Line> lines, Line total, List<Square> squares, boolean more) {

    /**
     * A row.
     *
     * @param href its campaigns, or the campaign that it is
     * @param roi null where nothing was spent
     * @param ways where each of its figures leads
     */
    public record Line(
            String name,
            String href,
            long campaigns,
            BigDecimal cost,
            BigDecimal revenue,
            BigDecimal reported,
            BigDecimal pipeline,
            @Nullable BigDecimal roi,
            long participants,
            @Nullable BigDecimal costPerParticipant,
            long leads,
            @Nullable BigDecimal costPerLead,
            long opportunities,
            @Nullable BigDecimal costPerOpportunity,
            long wins,
            @Nullable BigDecimal costPerWin,
            @Nullable BigDecimal conversion,
            Ways ways) {}

    /**
     * The rows that figures are made of; null where no list shows just these.
     *
     * @param revenue with those of the wins
     * @param opportunities won, lost and open ones
     */
    public record Ways(
            @Nullable String cost,
            @Nullable String revenue,
            @Nullable String reported,
            @Nullable String pipeline,
            @Nullable String participants,
            @Nullable String leads,
            @Nullable String opportunities,
            @Nullable String wins) {}

    /**
     * A method in a region.
     *
     * @param roi null where nothing was spent
     * @param href its campaigns
     * @param methodHref those of the method in any region
     * @param regionHref those of the region by any method
     */
    public record Square(
            String method,
            String region,
            BigDecimal cost,
            BigDecimal revenue,
            @Nullable BigDecimal roi,
            String href,
            String methodHref,
            String regionHref) {}

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Which of all combinations return most, with what was spent on them. */
    List<Square> best(int many) {
        return squares.stream()
                .filter(square -> square.roi() != null)
                .sorted((one, other) -> compare(other.roi(), one.roi()))
                .limit(many)
                .toList();
    }

    private static int compare(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? 0 : one.compareTo(other);
    }
}
