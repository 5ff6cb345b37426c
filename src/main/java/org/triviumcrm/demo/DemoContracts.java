package org.triviumcrm.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.sales.SampleContracts;
import org.triviumcrm.sales.SampleContracts.Line;
import org.triviumcrm.sales.SampleContracts.Sample;
import org.triviumcrm.sales.SampleContracts.Stage;

/** Contracts on what the demo company has won: in force, about to end, ended; and on what it is about to win: drafts, and one to be signed. */
@Component
class DemoContracts {

    private static final int WON = 12;
    private static final int OPEN = 3;
    private static final int SOON = 40;

    private static final String ABOUT = """
            select o.id, o.name, o.customer_id, o.contact_id, k.name as contact, o.owner_id, o.currency, o.amount, o.closed_on, r.id as product_id,
                   r.name as product, coalesce(t.percent, u.percent, 0) as tax, c.country in ('China', '中国') as chinese
            from (select distinct on (customer_id) * from opportunity
                  where state = :state and product_id is not null and amount > 0 and currency = :currency and customer_id is not null
                  order by customer_id, id desc) o
            join product r on r.id = o.product_id join customer c on c.id = o.customer_id
            left join contact k on k.id = o.contact_id and k.customer_id = o.customer_id
            left join tax_rate t on t.id = r.tax_rate_id left join tax_rate u on u.usual
            order by row_number() over (partition by c.country in ('China', '中国') order by o.id), o.id limit :many""";

    private final JdbcClient database;
    private final Companies companies;
    private final SampleContracts contracts;

    DemoContracts(JdbcClient database, Companies companies, SampleContracts contracts) {
        this.database = database;
        this.companies = companies;
        this.contracts = contracts;
    }

    private record About(
            long id,
            String name,
            long customerId,
            @Nullable Long contactId,
            @Nullable String contact,
            long ownerId,
            String currency,
            BigDecimal amount,
            @Nullable LocalDate closedOn,
            long productId,
            String product,
            BigDecimal tax,
            boolean chinese) {}

    void write(LocalDate today) {
        Map<String, NamedCsvRecord> words = DemoFile.QUOTES.rows().stream()
                .collect(Collectors.toMap(row -> row.getField("language"), Function.identity()));
        List<About> won = about("WON", WON);
        for (int at = 0; at < won.size(); at++) {
            About one = won.get(at);
            LocalDate signed = Objects.requireNonNullElse(one.closedOn(), today);
            LocalDate year = signed.plusYears(1).minusDays(1);
            // some are about to end, some have, and the others hold for a year from their signature on
            LocalDate end = at % 4 == 1
                    ? later(signed, today.plusDays(SOON))
                    : at % 4 == 3 ? later(signed, today.minusDays(at)) : year;
            Stage stage = end.isBefore(today) ? Stage.ENDED : Stage.SIGNED;
            contracts.make(sample(one, words, signed, end, at % 4 == 2 && stage == Stage.SIGNED), stage);
        }
        List<About> open = about("OPEN", OPEN);
        for (int at = 0; at < open.size(); at++) {
            LocalDate end = today.plusYears(1).minusDays(1);
            contracts.make(sample(open.get(at), words, today, end, false), at == 0 ? Stage.RELEASED : Stage.DRAFT);
        }
    }

    private List<About> about(String state, int many) {
        return database.sql(ABOUT)
                .param("state", state)
                .param("many", many)
                .param("currency", companies.currency())
                .query(About.class)
                .list();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Sample sample(
            About about, Map<String, NamedCsvRecord> words, LocalDate signed, LocalDate end, boolean renewsItself) {
        NamedCsvRecord said = Objects.requireNonNull(words.get(about.chinese() ? "zh" : "en"));
        return new Sample(
                about.name(),
                about.id(),
                about.customerId(),
                about.contact() == null ? null : about.contactId(),
                about.contact(),
                about.ownerId(),
                about.chinese() ? "zh-CN" : "en",
                about.currency(),
                signed,
                signed,
                end,
                renewsItself,
                said.getField("terms"),
                List.of(new Line(about.product(), about.productId(), BigDecimal.ONE, about.amount(), about.tax())));
    }
}
