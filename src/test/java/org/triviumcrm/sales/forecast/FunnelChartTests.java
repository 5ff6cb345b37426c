package org.triviumcrm.sales.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FunnelChartTests {

    @Test
    void drawsAmounts() {
        assertThat(values(stage(1, 7, 500), stage(2, 3, 0))).containsExactly("500", "0");
    }

    /** Else every stage would look as full as the others. */
    @Test
    void drawsNumbersWhereNothingHasAnAmount() {
        assertThat(values(stage(1, 7, 0), stage(2, 3, 0))).containsExactly("7", "3");
    }

    @SuppressWarnings("unchecked")
    private static List<String> values(MeasuredStage... stages) {
        FunnelPage page = new FunnelPage(
                new FunnelFilter(1L, null, null),
                Set.of(),
                List.of(stages),
                FunnelForecast.of(List.of()),
                List.of(),
                "",
                "USD",
                YearMonth.of(2026, 11));
        List<Map<String, Object>> series =
                (List<Map<String, Object>>) page.funnelChart().get("series");
        List<Map<String, Object>> data =
                (List<Map<String, Object>>) series.get(0).get("data");
        return data.stream().map(one -> String.valueOf(one.get("value"))).toList();
    }

    private static MeasuredStage stage(long id, long count, long amount) {
        return new MeasuredStage(
                id,
                "Stage " + id,
                false,
                BigDecimal.TEN,
                30,
                count,
                BigDecimal.valueOf(amount),
                BigDecimal.ZERO,
                0,
                0,
                BigDecimal.ZERO);
    }
}
