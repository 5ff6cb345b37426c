package org.triviumcrm.insight.roi;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What campaigns have cost and brought, cut as asked.
 *
 * @param bands of what campaigns have cost, whatever the cut is
 * @param more whether there are more rows than these
 */
public record Returns(List<Line> lines, Line total, List<Square> squares, List<Line> bands, boolean more) {

    /**
     * A row.
     *
     * @param href its campaigns, or the campaign that it is
     * @param roi null where nothing was spent
     * @param participants of a campaign for several products a part each where products are asked for, like all that follows
     * @param opportunities counted by shares, so that one is counted once; two decimals at most
     * @param wins of these, likewise
     * @param converted those who came and bought on that day or later
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
            BigDecimal participants,
            @Nullable BigDecimal costPerParticipant,
            BigDecimal leads,
            @Nullable BigDecimal costPerLead,
            BigDecimal opportunities,
            @Nullable BigDecimal costPerOpportunity,
            BigDecimal wins,
            @Nullable BigDecimal costPerWin,
            BigDecimal converted,
            @Nullable BigDecimal conversion,
            Ways ways) {}

    /**
     * The rows that figures are made of.
     *
     * @param revenue with those of the wins
     * @param opportunities won, lost and open ones
     */
    public record Ways(
            String cost,
            String revenue,
            String reported,
            String pipeline,
            String participants,
            String leads,
            String opportunities,
            String wins,
            String converted) {}

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

    /** The band of what was spent that returns most; null where none has a return. */
    public @Nullable Line bestBand() {
        return bands.stream()
                .filter(line -> line.roi() != null)
                .max((one, other) -> compare(one.roi(), other.roi()))
                .orElse(null);
    }

    /** The method in a region that returns most; null where none has a return. */
    public @Nullable Square bestSquare() {
        return best(1).stream().findFirst().orElse(null);
    }

    private static int compare(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? 0 : one.compareTo(other);
    }
}
