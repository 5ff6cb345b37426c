package org.triviumcrm.customer.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CostSummaryTests {

    @Test
    void addsUpAndComparesWithWhatTheRecordIsWorth() {
        CostSummary costs = spent(new BigDecimal("8000"));
        assertThat(costs.total()).isEqualByComparingTo("200.06");
        assertThat(costs.share()).isEqualByComparingTo("2.5");
    }

    @Test
    void hasNoShareOfNothing() {
        assertThat(spent(BigDecimal.ZERO).share()).isNull();
        assertThat(spent(null).share()).isNull();
    }

    private static CostSummary spent(@Nullable BigDecimal worth) {
        return new CostSummary(
                List.of(
                        new CostSummary.OfKind(CostKind.VISIT, new BigDecimal("140")),
                        new CostSummary.OfKind(CostKind.GIFT, new BigDecimal("60.06"))),
                "USD",
                worth);
    }
}
