package org.triviumcrm.marketing.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.triviumcrm.customer.CustomValues;

class CampaignFactsTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void expectsReturnOnTheBudget() {
        assertThat(value("6000", "1000", CampaignKeys.RETURN)).isEqualTo(new BigDecimal("5E+2"));
        assertThat(value("500", "1000", CampaignKeys.RETURN)).isEqualTo(new BigDecimal("-5E+1"));
        assertThat(value("1", "3", CampaignKeys.RETURN)).isEqualTo(new BigDecimal("-66.67"));
    }

    @Test
    void expectsNoneWithoutABudgetOrARevenue() {
        assertThat(value("6000", "0", CampaignKeys.RETURN)).isNull();
        assertThat(value(null, "1000", CampaignKeys.RETURN)).isNull();
        assertThat(value(null, "1000", CampaignKeys.REVENUE)).isNull();
    }

    @Test
    void countsTheFirstAndTheLastDay() {
        assertThat(value("1", "1", CampaignKeys.DAYS)).isEqualTo(BigDecimal.valueOf(31));
    }

    @Test
    void isTheSamePlanWhateverItIsCalledAndWhoeverHasIt() {
        CampaignFacts plan = facts("Spring", "100.00", "a", 1);
        assertThat(plan.isSamePlan(facts("Summer", "100", "a", 2))).isTrue();
        assertThat(plan.isSamePlan(facts("Spring", "100.01", "a", 1))).isFalse();
        assertThat(plan.isSamePlan(facts("Spring", "100", "b", 1)))
                .as("the same sum for other things")
                .isFalse();
        assertThat(plan.isSamePlan(plan.spending(new BigDecimal("100"), new BigDecimal("90"), "a")))
                .as("worth something else in the company's currency")
                .isFalse();
    }

    private static CampaignFacts facts(String name, String budget, String lines, long owner) {
        return facts(name, "1000", budget, lines, owner);
    }

    private static CampaignFacts facts(String name, @Nullable String revenue, String budget, String lines, long owner) {
        BigDecimal expected = revenue == null ? null : new BigDecimal(revenue);
        BigDecimal money = new BigDecimal(budget);
        return new CampaignFacts(
                7,
                name,
                3,
                "East",
                List.of(2L, 1L),
                DAY,
                DAY.plusDays(30),
                10,
                2,
                expected,
                expected,
                "EUR",
                money,
                money,
                lines,
                CampaignState.PLANNED,
                owner,
                null,
                null,
                null,
                CustomValues.NONE,
                0);
    }

    private static @Nullable Object value(@Nullable String revenue, String budget, String key) {
        return facts("Spring", revenue, budget, "", 1)
                .asSubject(java.util.Map.of())
                .values()
                .get(key);
    }
}
