package org.triviumcrm.sales;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Viewer;

/** What people or teams have reached of their quotas in what is won, for pages outside of sales. */
public interface QuotaStandings {

    /**
     * Of all whom the viewer may know of. Needs {@code sales.funnel.view}.
     *
     * @param subject {@link QuotaSubject#PERSON} or {@link QuotaSubject#TEAM}; a team counts with all below it
     * @param from the first month
     * @param to the last month, of the same year or another
     * @return by the id of the person or team
     */
    Map<Long, Standing> standings(Viewer viewer, QuotaSubject subject, YearMonth from, YearMonth to);

    /**
     * @param quota in the company's currency; null where none is said for all of these months
     * @param attained in the company's currency; what is split counts for those who have the shares
     */
    record Standing(@Nullable BigDecimal quota, BigDecimal attained) {

        private static final int DIGITS = 4;

        /** Null where there is no quota. */
        public @Nullable BigDecimal percent() {
            return quota == null || quota.signum() == 0
                    ? null
                    : attained.divide(quota, DIGITS, RoundingMode.HALF_UP).movePointRight(2);
        }
    }
}
