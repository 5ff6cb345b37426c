package org.triviumcrm.sales.line;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The lines of quotes and contracts, all of one paper at a time. */
@Repository
public class PaperLineRepository {

    private final JdbcClient database;
    private final JsonMapper json;

    PaperLineRepository(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** In their order. */
    public List<PaperLine> of(PaperKind kind, long paper) {
        return database.sql("""
                        select kind, product_id, words, detail, quantity, unit, list_price, source, price, discount, tax, optional, chosen, cost, net
                        from %1$s_line where %1$s_id = :paper order by position""".formatted(kind.table()))
                .param("paper", paper)
                .query(PaperLine.class)
                .list();
    }

    /** Puts other lines in place of those that are there, with two statements however many they are. */
    public void replace(PaperKind kind, long paper, List<PaperLine> lines) {
        database.sql("delete from %1$s_line where %1$s_id = :paper".formatted(kind.table()))
                .param("paper", paper)
                .update();
        if (lines.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into %1$s_line (%1$s_id, position, kind, product_id, words, detail, quantity, unit, list_price, source, price,
                                                discount, tax, optional, chosen, cost, net)
                        select :paper, l.position, l.line ->> 'kind', cast(l.line ->> 'productId' as bigint), l.line ->> 'words',
                               l.line ->> 'detail', cast(l.line ->> 'quantity' as numeric), l.line ->> 'unit',
                               cast(l.line ->> 'listPrice' as numeric), l.line ->> 'source', cast(l.line ->> 'price' as numeric),
                               cast(l.line ->> 'discount' as numeric), cast(l.line ->> 'tax' as numeric), cast(l.line ->> 'optional' as boolean),
                               cast(l.line ->> 'chosen' as boolean), cast(l.line ->> 'cost' as numeric), cast(l.line ->> 'net' as numeric)
                        from jsonb_array_elements(cast(:lines as jsonb)) with ordinality l (line, position)""".formatted(kind.table()))
                .param("paper", paper)
                .param("lines", json.writeValueAsString(lines))
                .update();
    }
}
