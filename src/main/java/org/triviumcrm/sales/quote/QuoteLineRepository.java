package org.triviumcrm.sales.quote;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The lines of quotes, all of one at a time. */
@Repository
class QuoteLineRepository {

    private final JdbcClient database;
    private final JsonMapper json;

    QuoteLineRepository(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** In their order. */
    List<QuoteLine> of(long quote) {
        return database.sql("""
                        select kind, product_id, words, detail, quantity, unit, list_price, source, price, discount, tax, optional, chosen, cost, net
                        from quote_line where quote_id = :quote order by position""").param("quote", quote).query(QuoteLine.class).list();
    }

    /** Puts other lines in place of those that are there, with two statements however many they are. */
    void replace(long quote, List<QuoteLine> lines) {
        database.sql("delete from quote_line where quote_id = :quote")
                .param("quote", quote)
                .update();
        if (lines.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into quote_line (quote_id, position, kind, product_id, words, detail, quantity, unit, list_price, source, price,
                                                discount, tax, optional, chosen, cost, net)
                        select :quote, l.position, l.line ->> 'kind', cast(l.line ->> 'productId' as bigint), l.line ->> 'words',
                               l.line ->> 'detail', cast(l.line ->> 'quantity' as numeric), l.line ->> 'unit',
                               cast(l.line ->> 'listPrice' as numeric), l.line ->> 'source', cast(l.line ->> 'price' as numeric),
                               cast(l.line ->> 'discount' as numeric), cast(l.line ->> 'tax' as numeric), cast(l.line ->> 'optional' as boolean),
                               cast(l.line ->> 'chosen' as boolean), cast(l.line ->> 'cost' as numeric), cast(l.line ->> 'net' as numeric)
                        from jsonb_array_elements(cast(:lines as jsonb)) with ordinality l (line, position)""")
                .param("quote", quote)
                .param("lines", json.writeValueAsString(lines))
                .update();
    }
}
