package org.triviumcrm.sales.opportunity;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.BulkBatch;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Viewer;

/**
 * Something done with many opportunities at once.
 *
 * @param blank what its form shows first
 * @param offers what its form offers to choose from
 * @param checked looks at the input alone
 * @param work does it
 */
record OpportunityAction<I>(
        String key,
        String permission,
        String label,
        String icon,
        boolean irreversible,
        Class<I> input,
        Function<Viewer, Object> blank,
        Function<Viewer, Map<String, Object>> offers,
        BiConsumer<Viewer, I> checked,
        BiFunction<BulkBatch, I, Map<Long, BulkRefusal>> work)
        implements BulkAction<I> {

    @Override
    public String noun() {
        return OpportunityList.NOUN;
    }

    @Override
    public String template() {
        return "sales/opportunity/bulk";
    }

    @Override
    public Object proposal(Viewer viewer) {
        return blank.apply(viewer);
    }

    @Override
    public Map<String, Object> choices(Viewer viewer) {
        return offers.apply(viewer);
    }

    @Override
    public void check(Viewer viewer, I given) {
        checked.accept(viewer, given);
    }

    @Override
    public Map<Long, BulkRefusal> apply(BulkBatch batch, I given) {
        return work.apply(batch, given);
    }
}
