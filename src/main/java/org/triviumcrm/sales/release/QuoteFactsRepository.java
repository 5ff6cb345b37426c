package org.triviumcrm.sales.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Reads quotes as approvals look at them. */
@Repository
public class QuoteFactsRepository {

    /**
     * Lines count by what the customer reads of them; what they cost the company is in the margin. The largest discount of a line is that
     * against its list price, as {@code SumLine.discountPercent} has it: a lower price is a discount, too.
     */
    private static final String READ = """
            select q.*, l.margin_base, q.number || case q.revision when 1 then '' else '/' || q.revision end || ' ' || q.name as title, c.level, c.region,
                   customer_segments(q.customer_id) as segments,
                   coalesce(l.largest, 0) as line_discount, coalesce(l.lines, '') as lines,
                   concat_ws(E'\\n', q.language, q.gross::text, q.introduction, q.terms) as words
            from quote q join customer c on c.id = q.customer_id
            left join lateral (
                select max(round(100 - x.price * (100 - x.discount) / nullif(greatest(x.price, x.list_price), 0), 2))
                           filter (where x.kind = 'ITEM' and (not x.optional or x.chosen)) as largest,
                       sum(x.net) filter (where x.kind = 'ITEM' and (not x.optional or x.chosen) and x.cost is not null) as margin_base,
                       md5(string_agg(concat_ws('|', x.kind, x.product_id, x.words, x.detail, trim_scale(x.quantity), x.unit, trim_scale(x.price),
                                                x.discount, x.tax, x.optional, x.chosen), E'\\n' order by x.position)) as lines
                from quote_line x where x.quote_id = q.id) l on true
            where q.id = :id""";

    private final JdbcClient database;

    QuoteFactsRepository(JdbcClient database) {
        this.database = database;
    }

    /** In a transaction that writes, the row is locked until its end. */
    public Optional<QuoteFacts> find(long id) {
        boolean writes = TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
        return database.sql(writes ? READ + " for update of q" : READ)
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    private static QuoteFacts read(ResultSet row) throws SQLException {
        OffsetDateTime released = row.getObject("released_at", OffsetDateTime.class);
        return new QuoteFacts(
                row.getLong("id"),
                row.getString("title"),
                row.getLong("customer_id"),
                row.getString("level"),
                row.getString("region"),
                row.getString("segments"),
                row.getString("currency"),
                row.getBigDecimal("net"),
                row.getBigDecimal("total"),
                row.getBigDecimal("base_net"),
                row.getBigDecimal("discount_percent"),
                row.getBigDecimal("line_discount"),
                ExactMargin.percent(row.getBigDecimal("margin"), row.getBigDecimal("margin_base")),
                row.getDate("quoted_on").toLocalDate(),
                row.getDate("valid_until").toLocalDate(),
                row.getString("lines"),
                row.getString("words"),
                QuoteState.valueOf(row.getString("state")),
                row.getLong("owner_id"),
                (Long) row.getObject("team_id"),
                released == null ? null : released.toInstant(),
                (Long) row.getObject("approval_case_id"),
                row.getInt("version"));
    }
}
