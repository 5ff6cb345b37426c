package org.triviumcrm.sales.pool;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.BulkAction;
import org.triviumcrm.identity.BulkBatch;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.Viewer;

/** Gives many opportunities of a list to a pool. */
@Component
@Order(8)
class ReturnAction implements BulkAction<ReturnToPool> {

    private final ReturnService returns;

    ReturnAction(ReturnService returns) {
        this.returns = returns;
    }

    /** The form before anything was said in it. */
    record Blank(@Nullable Long poolId, String reason) {}

    @Override
    public String key() {
        return "pool";
    }

    @Override
    public String noun() {
        return "opportunity";
    }

    @Override
    public String permission() {
        return "sales.pool.claim";
    }

    @Override
    public String label() {
        return "sales.pool.giveBack";
    }

    @Override
    public String icon() {
        return "bucket";
    }

    @Override
    public Class<ReturnToPool> input() {
        return ReturnToPool.class;
    }

    @Override
    public String template() {
        return "sales/pool/bulk";
    }

    @Override
    public Object proposal(Viewer viewer) {
        return new Blank(null, "");
    }

    @Override
    public Map<String, Object> choices(Viewer viewer) {
        return Map.of("pools", returns.choices(viewer));
    }

    @Override
    public void check(Viewer viewer, ReturnToPool input) {
        returns.pool(viewer, input.poolId());
    }

    @Override
    public Map<Long, BulkRefusal> apply(BulkBatch batch, ReturnToPool input) {
        return returns.giveBack(batch.viewer(), batch.ids(), input);
    }
}
