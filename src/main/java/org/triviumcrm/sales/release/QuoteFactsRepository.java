package org.triviumcrm.sales.release;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.triviumcrm.sales.line.PaperKind;
import org.triviumcrm.sales.line.PaperLineRepository;
import org.triviumcrm.sales.line.WholeDiscount;
import org.triviumcrm.sales.line.WorstChoice;
import org.triviumcrm.shared.money.Rounding;

/** Reads quotes as approvals look at them. */
@Repository
public class QuoteFactsRepository {

    /**
     * Lines count by what the customer reads of them; what they cost the company is in the margin. The largest discount of a line is that
     * against its list price, as {@code SumLine.discountPercent} has it: a lower price is a discount, too. An option counts there chosen
     * or not, as somebody may choose it.
     */
    private static final String READ = """
            select q.*, l.margin_base, coalesce(l.options, false) as options,
                   (select r.rate from currency_rate r where r.currency = q.currency and r.valid_from <= q.quoted_on
                    order by r.valid_from desc limit 1) as rate,
                   q.number || case q.revision when 1 then '' else '/' || q.revision end || ' ' || q.name as title, c.level, c.region,
                   customer_segments(q.customer_id) as segments,
                   coalesce(l.largest, 0) as line_discount, coalesce(l.lines, '') as lines,
                   concat_ws(E'\\n', q.language, q.gross::text, q.introduction, q.terms) as words
            from quote q join customer c on c.id = q.customer_id
            left join lateral (
                select max(round(100 - x.price * (100 - x.discount) / nullif(greatest(x.price, x.list_price), 0), 2))
                           filter (where x.kind = 'ITEM') as largest,
                       bool_or(x.kind = 'ITEM' and x.optional) as options,
                       sum(x.net) filter (where x.kind = 'ITEM' and (not x.optional or x.chosen) and x.cost is not null) as margin_base,
                       md5(string_agg(concat_ws('|', x.kind, x.product_id, x.words, x.detail, trim_scale(x.quantity), x.unit, trim_scale(x.price),
                                                x.discount, x.tax, x.optional, x.chosen), E'\\n' order by x.position)) as lines
                from quote_line x where x.quote_id = q.id) l on true
            where q.id = :id""";

    /** Decimals of amounts in the company's currency. */
    private static final int BASE_SCALE = 2;

    private final JdbcClient database;
    private final PaperLineRepository lines;

    QuoteFactsRepository(JdbcClient database, PaperLineRepository lines) {
        this.database = database;
        this.lines = lines;
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

    private QuoteFacts read(ResultSet row) throws SQLException {
        WorstChoice worst = worst(row);
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
                worst.net(),
                inBase(row, worst.net()),
                worst.discountPercent(),
                row.getBigDecimal("line_discount"),
                worst.marginPercent(),
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

    /** Of one without options, what it is. */
    private WorstChoice worst(ResultSet row) throws SQLException {
        if (row.getBoolean("options")) {
            return WorstChoice.of(
                    lines.of(PaperKind.QUOTE, row.getLong("id")),
                    new WholeDiscount(
                            WholeDiscount.Kind.valueOf(row.getString("discount_kind")),
                            row.getBigDecimal("discount_value")),
                    row.getBoolean("gross"),
                    Rounding.of(row.getString("currency")));
        }
        return new WorstChoice(
                row.getBigDecimal("discount_percent"),
                ExactMargin.percent(row.getBigDecimal("margin"), row.getBigDecimal("margin_base")),
                row.getBigDecimal("net"));
    }

    /**
     * As what is chosen was reckoned when it was saved, so that a rate that is entered later changes nothing of what was approved. Where nothing
     * is chosen there is only the rate of its day.
     */
    private static BigDecimal inBase(ResultSet row, BigDecimal most) throws SQLException {
        BigDecimal net = row.getBigDecimal("net");
        BigDecimal base = row.getBigDecimal("base_net");
        BigDecimal rate = row.getBigDecimal("rate");
        if (most.compareTo(net) == 0) {
            return base;
        }
        BigDecimal reckoned = net.signum() > 0 && base.signum() > 0
                ? base.multiply(most).divide(net, BASE_SCALE, RoundingMode.HALF_UP)
                : rate == null ? most : most.multiply(rate);
        return base.max(reckoned.setScale(BASE_SCALE, RoundingMode.HALF_UP));
    }
}
