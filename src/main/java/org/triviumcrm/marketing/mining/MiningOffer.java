package org.triviumcrm.marketing.mining;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to learn from.
 *
 * @param rows how many will be learned from
 * @param yes how many of them have said yes; estimated where only a part was looked at
 */
public record MiningOffer(List<OfferedAttribute> attributes, long rows, long yes) {

    private static final int FEWEST = 30;
    private static final int FEW = 200;

    public MiningOffer {
        attributes = List.copyOf(attributes);
    }

    /** Message of what would refuse them; null where nothing does. */
    public @Nullable String refused() {
        return yes < FEWEST
                ? "marketing.mining.failed.TOO_FEW_YES"
                : rows - yes < FEWEST ? "marketing.mining.failed.TOO_FEW_NO" : null;
    }

    /** Whether so few have said yes that what is learned is a hint at best. */
    public boolean few() {
        return refused() == null && Math.min(yes, rows - yes) < FEW;
    }

    /** Of those, said by fewer. */
    public long fewer() {
        return Math.min(yes, rows - yes);
    }
}
