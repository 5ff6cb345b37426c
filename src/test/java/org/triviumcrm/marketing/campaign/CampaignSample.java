package org.triviumcrm.marketing.campaign;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;

/** Inputs and readings for tests about campaigns. */
record CampaignSample(JdbcClient database, Viewer owner) {

    static final LocalDate START = LocalDate.of(2026, 4, 1);

    SaveCampaign input(String name, @Nullable String revenue, int version) {
        return input(name, revenue, "USD", version);
    }

    SaveCampaign input(String name, @Nullable String revenue, String currency, int version) {
        return new SaveCampaign(
                name,
                term("METHOD", "Event"),
                "East",
                null,
                null,
                START,
                START.plusDays(29),
                "Be known",
                null,
                100,
                10,
                revenue == null ? null : new BigDecimal(revenue),
                currency,
                List.of(),
                owner.personId(),
                Map.of(),
                version);
    }

    SaveBudget budget(int version, String... amounts) {
        SaveBudget budget = new SaveBudget();
        budget.setVersion(version);
        for (String amount : amounts) {
            SaveBudgetLine line = new SaveBudgetLine();
            line.setCategoryId(term("COST_CATEGORY", "Venue"));
            line.setAmount(new BigDecimal(amount));
            budget.getLines().add(line);
        }
        budget.getLines().add(new SaveBudgetLine());
        return budget;
    }

    long term(String kind, String name) {
        return database.sql("select id from marketing_term where kind = ? and name = ?")
                .params(kind, name)
                .query(Long.class)
                .single();
    }

    String read(String sql, long id) {
        return String.valueOf(database.sql(sql)
                .param("id", id)
                .query()
                .singleRow()
                .values()
                .iterator()
                .next());
    }

    String state(long id) {
        return read("select state from campaign where id = :id", id);
    }

    /** Its states, the earliest first. */
    String life(long id) {
        return read(
                "select string_agg(from_state || ' > ' || to_state, ', ' order by id) from campaign_state_change where campaign_id = :id",
                id);
    }

    int version(long id) {
        return Integer.parseInt(read("select version from campaign where id = :id", id));
    }
}
