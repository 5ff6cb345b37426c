package org.triviumcrm.sales;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** What was attained of quotas of one measure; whoever knows such amounts declares a bean. */
public interface AttainedAmounts {

    QuotaMeasure measure();

    /**
     * What a viewer may know of it, in the company's currency, by month.
     *
     * @param from the first month
     * @param to the last month
     * @param pipeline null for all of them
     * @return one for each month of each of the subjects that has any; 0 for the company. Teams and regions without those below them
     */
    List<Attained> attained(Viewer viewer, QuotaSubject subject, YearMonth from, YearMonth to, @Nullable Long pipeline);

    /**
     * What makes it up: their amounts add up to what was attained. Asked for with the ids of a team and all below it.
     *
     * @return the latest first, at most as many as asked for
     */
    List<AttainedRow> rows(Viewer viewer, AttainedRow.Asked asked);

    /** Whether it is kept from a viewer: what products bring is told to whoever sees all of it, as parts of it would be taken for the whole. */
    static boolean isKept(QuotaSubject subject, Scope scope) {
        return subject == QuotaSubject.PRODUCT && !(scope instanceof Scope.Everything);
    }

    record Attained(long subjectId, YearMonth month, BigDecimal amount) {}
}
