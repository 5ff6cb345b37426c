package org.triviumcrm.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.sales.SampleQuotes;
import org.triviumcrm.sales.SampleQuotes.Line;
import org.triviumcrm.sales.SampleQuotes.Sample;
import org.triviumcrm.sales.SampleQuotes.Stage;

/** Quotes for what the demo company is about to sell: drafts, released ones, some that customers have, some that were decided. */
@Component
class DemoQuotes {

    private static final int MANY = 16;
    private static final int VALID = 30;
    private static final BigDecimal SERVICE_PRICE = new BigDecimal("450");

    /** Open opportunities that are about a product, those of customers with an account of the portal first, one of each customer. */
    private static final String ABOUT = """
            select o.id, o.name, o.customer_id, o.contact_id, o.owner_id, o.currency, o.amount, r.id as product_id, r.name as product,
                   r.list_price as price, coalesce(t.percent, u.percent, 0) as tax, c.country in ('China', '中国') as chinese, a.contact_id as guest_id
            from (select distinct on (customer_id) * from opportunity
                  where state = 'OPEN' and product_id is not null and amount > 0 and currency = :currency order by customer_id, id) o
            join product r on r.id = o.product_id join customer c on c.id = o.customer_id
            left join tax_rate t on t.id = r.tax_rate_id left join tax_rate u on u.usual
            left join lateral (select contact_id from portal_account where customer_id = o.customer_id order by id limit 1) a on true
            where r.list_price > 0 order by a.contact_id is null, o.id limit :many""";

    private final JdbcClient database;
    private final Companies companies;
    private final SampleQuotes quotes;

    DemoQuotes(JdbcClient database, Companies companies, SampleQuotes quotes) {
        this.database = database;
        this.companies = companies;
        this.quotes = quotes;
    }

    private record About(
            long id,
            String name,
            long customerId,
            @Nullable Long contactId,
            long ownerId,
            String currency,
            BigDecimal amount,
            long productId,
            String product,
            BigDecimal price,
            BigDecimal tax,
            boolean chinese,
            @Nullable Long guestId) {}

    void write(LocalDate today) {
        Map<String, NamedCsvRecord> words =
                DemoFile.QUOTES.rows().stream().collect(Collectors.toMap(row -> row.getField("language"), row -> row));
        List<About> about = database.sql(ABOUT)
                .param("many", MANY)
                .param("currency", companies.currency())
                .query(About.class)
                .list();
        Stage[] stages = Stage.values();
        for (int at = 0; at < about.size(); at++) {
            About one = about.get(at);
            NamedCsvRecord said = Objects.requireNonNull(words.get(one.chinese() ? "zh" : "en"));
            // customers of the portal have something to read
            quotes.make(quote(one, said, at, today), at < 2 ? Stage.SENT : stages[at % stages.length]);
        }
        words.forEach((language, said) -> template(language.equals("zh") ? "zh-CN" : "en", said));
        letterhead();
    }

    /** The first quote of a language, kept for others to begin with. */
    private void template(String language, NamedCsvRecord said) {
        database.sql("""
                        with kept as (
                            insert into quote_template (id, name, language, valid_days, currency, gross, introduction, terms, created_at, updated_at)
                            select nextval('quote_template_seq'), :name, q.language, :days, q.currency, q.gross, q.introduction, q.terms,
                                q.created_at, q.created_at
                            from quote q where q.language = :language order by q.id limit 1
                            returning id)
                        insert into quote_template_line (quote_template_id, position, kind, product_id, words, detail, quantity, unit, list_price,
                                                         source, price, discount, tax, optional, chosen, cost, net)
                        select k.id, l.position, l.kind, l.product_id, l.words, l.detail, l.quantity, l.unit, l.list_price, l.source, l.price,
                               l.discount, l.tax, l.optional, l.chosen, l.cost, l.net
                        from kept k, quote_line l where l.quote_id = (select min(id) from quote where language = :language)""")
                .param("name", said.getField("template"))
                .param("days", VALID)
                .param("language", language)
                .update();
    }

    private void letterhead() {
        NamedCsvRecord head = DemoFile.LETTERHEAD.rows().get(0);
        database.sql("""
                        insert into letterhead (id, address, phone, email, website, tax_number, bank, footer, updated_at)
                        values (1, :address, :phone, :email, :website, :tax, :bank, :footer, now())
                        on conflict (id) do nothing""")
                .param("address", head.getField("address"))
                .param("phone", head.getField("phone"))
                .param("email", head.getField("email"))
                .param("website", head.getField("website"))
                .param("tax", head.getField("tax_number"))
                .param("bank", head.getField("bank"))
                .param("footer", head.getField("footer"))
                .update();
    }

    private static Sample quote(About about, NamedCsvRecord said, int at, LocalDate today) {
        BigDecimal count =
                about.amount().divide(about.price(), 0, RoundingMode.HALF_UP).max(BigDecimal.ONE);
        return new Sample(
                about.name(),
                about.id(),
                about.customerId(),
                about.guestId() == null ? about.contactId() : about.guestId(),
                about.ownerId(),
                about.chinese() ? "zh-CN" : "en",
                about.currency(),
                today.minusDays(at),
                today.plusDays(VALID - at),
                at % 3 == 1 ? new BigDecimal("5") : null,
                said.getField("introduction"),
                said.getField("terms"),
                List.of(
                        heading(said.getField("products")),
                        new Line(
                                about.product(),
                                about.productId(),
                                count,
                                null,
                                about.price(),
                                at % 4 == 2 ? new BigDecimal("8") : null,
                                about.tax(),
                                false),
                        heading(said.getField("services")),
                        new Line(
                                said.getField("training"),
                                null,
                                new BigDecimal("2"),
                                said.getField("day"),
                                SERVICE_PRICE,
                                null,
                                about.tax(),
                                at % 2 == 0)));
    }

    private static Line heading(String words) {
        return new Line(words, null, null, null, null, null, null, false);
    }
}
