package org.triviumcrm.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.quote.LineKind;
import org.triviumcrm.sales.quote.QuoteLifeService;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.sales.quote.SaveQuote;
import org.triviumcrm.sales.quote.SaveQuoteLine;
import org.triviumcrm.sales.release.QuoteExit;
import org.triviumcrm.sales.release.QuoteExits;
import org.triviumcrm.sales.release.QuoteFactsRepository;
import org.triviumcrm.shared.web.NotFound;

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
    private final QuoteService quotes;
    private final QuoteLifeService life;
    private final QuoteExits exits;
    private final QuoteFactsRepository facts;

    DemoQuotes(
            JdbcClient database,
            Companies companies,
            QuoteService quotes,
            QuoteLifeService life,
            QuoteExits exits,
            QuoteFactsRepository facts) {
        this.database = database;
        this.companies = companies;
        this.quotes = quotes;
        this.life = life;
        this.exits = exits;
        this.facts = facts;
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
        Viewer job = Viewer.job("sales.log.quote");
        List<About> about = database.sql(ABOUT)
                .param("many", MANY)
                .param("currency", companies.currency())
                .query(About.class)
                .list();
        for (int at = 0; at < about.size(); at++) {
            long id = quotes.create(job, quote(about.get(at), at, today));
            // customers of the portal have something to read
            int step = at < 2 ? 2 : at % 5;
            if (step >= 1) {
                life.release(job, id);
            }
            if (step >= 2) {
                life.sent(job, exits.leave(QuoteExit.MAIL, facts.find(id).orElseThrow(NotFound::new)), "");
            }
            if (step == 3) {
                life.accepted(
                        job, exits.leave(QuoteExit.ACCEPTANCE, facts.find(id).orElseThrow(NotFound::new)), null);
            } else if (step == 4) {
                long newer = quotes.revise(job, id);
                life.release(job, newer);
            }
        }
    }

    private static SaveQuote quote(About about, int at, LocalDate today) {
        SaveQuote quote = new SaveQuote();
        quote.setName(about.name());
        quote.setOpportunityId(about.id());
        quote.setCustomerId(about.customerId());
        quote.setContactId(about.guestId() == null ? about.contactId() : about.guestId());
        quote.setLanguage(about.chinese() ? "zh-CN" : "en");
        quote.setCurrency(about.currency());
        quote.setQuotedOn(today.minusDays(at));
        quote.setValidUntil(today.plusDays(VALID - at));
        quote.setOwnerId(about.ownerId());
        quote.setIntroduction(
                about.chinese() ? "感谢您的信任，现报价如下：" : "Thank you for your interest. We are pleased to offer:");
        quote.setTerms(about.chinese() ? "付款期限 30 天。四周内交货。" : "Payment within 30 days. Delivery within four weeks.");
        quote.setDiscountValue(at % 3 == 1 ? new BigDecimal("5") : null);
        BigDecimal count =
                about.amount().divide(about.price(), 0, RoundingMode.HALF_UP).max(BigDecimal.ONE);
        List<SaveQuoteLine> lines = new ArrayList<>();
        lines.add(line(LineKind.SECTION, about.chinese() ? "产品" : "Products"));
        SaveQuoteLine product = line(LineKind.ITEM, about.product());
        product.setProductId(about.productId());
        product.setQuantity(count);
        product.setPrice(about.price());
        product.setTax(about.tax());
        product.setDiscount(at % 4 == 2 ? new BigDecimal("8") : null);
        lines.add(product);
        lines.add(line(LineKind.SECTION, about.chinese() ? "服务" : "Services"));
        SaveQuoteLine training = line(LineKind.ITEM, about.chinese() ? "现场培训" : "Training on site");
        training.setQuantity(new BigDecimal("2"));
        training.setUnit(about.chinese() ? "天" : "day");
        training.setPrice(SERVICE_PRICE);
        training.setTax(about.tax());
        training.setOptional(at % 2 == 0);
        lines.add(training);
        quote.setLines(lines);
        return quote;
    }

    private static SaveQuoteLine line(LineKind kind, String words) {
        SaveQuoteLine line = new SaveQuoteLine();
        line.setKind(kind);
        line.setWords(words);
        return line;
    }
}
