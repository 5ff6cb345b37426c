package org.triviumcrm.marketing.exit;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.triviumcrm.customer.CustomValues;

/** Reads campaigns as approvals look at them. */
@Repository
public class CampaignFactsRepository {

    private static final String READ = """
            select c.*,
                   array(select p.product_id from campaign_product p where p.campaign_id = c.id) as products,
                   (select string_agg(l.category_id || ' ' || trim_scale(l.amount) || ' ' || coalesce(l.note, ''), E'\\n' order by l.position)
                    from campaign_budget_line l where l.campaign_id = c.id) as lines
            from campaign c where c.id = :id""";

    private final JdbcClient database;

    CampaignFactsRepository(JdbcClient database) {
        this.database = database;
    }

    /** In a transaction that writes, the row is locked until its end. */
    public Optional<CampaignFacts> find(long id) {
        boolean writes = TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
        return database.sql(writes ? READ + " for update of c" : READ)
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Whether an import has made it as something of the past, so that no flow has ever been asked about it as it began. */
    boolean cameFromFile(long id) {
        return Boolean.TRUE.equals(
                database.sql("select exists (select 1 from campaign_from_file f where f.campaign_id = :id)")
                        .param("id", id)
                        .query(Boolean.class)
                        .single());
    }

    /** What a campaign has cost so far, in the company's currency. */
    BigDecimal spent(long id) {
        return database.sql("select base_cost from campaign where id = :id")
                .param("id", id)
                .query(BigDecimal.class)
                .single();
    }

    private static CampaignFacts read(ResultSet row) throws SQLException {
        OffsetDateTime approved = row.getObject("approved_at", OffsetDateTime.class);
        String lines = row.getString("lines");
        return new CampaignFacts(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("method_id"),
                row.getString("region"),
                List.of((Long[]) row.getArray("products").getArray()),
                row.getDate("start_on").toLocalDate(),
                row.getDate("end_on").toLocalDate(),
                whole(row, "expected_participants"),
                whole(row, "expected_opportunities"),
                row.getBigDecimal("expected_revenue"),
                row.getBigDecimal("base_expected_revenue"),
                row.getString("currency"),
                row.getBigDecimal("budget"),
                row.getBigDecimal("base_budget"),
                lines == null ? "" : lines,
                CampaignState.valueOf(row.getString("state")),
                row.getLong("owner_id"),
                id(row, "team_id"),
                approved == null ? null : approved.toInstant(),
                id(row, "approval_case_id"),
                CustomValues.valueOf(row.getString("custom")),
                row.getInt("version"));
    }

    private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
