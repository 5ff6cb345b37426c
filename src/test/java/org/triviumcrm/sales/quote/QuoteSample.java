package org.triviumcrm.sales.quote;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.line.SaveLine;

/** A customer, two products, and quotes as somebody types them. */
public final class QuoteSample {

    public static final long CUSTOMER = 990_001;
    public static final long CONTACT = 990_001;

    /** Costs 60, listed at 100. */
    public static final long SERVER = 990_001;

    /** Listed at 20.50; nobody knows what it costs. */
    public static final long SUPPORT = 990_002;

    private final JdbcClient database;
    private final Viewer seller;

    public QuoteSample(JdbcClient database, Viewer seller) {
        this.database = database;
        this.seller = seller;
    }

    public void found() {
        database.sql("""
                        insert into customer (id, name, address, city, owner_id, team_id, created_at, updated_at)
                        values (:id, 'Northwind 北风', '1 Quay Street', 'Leeds', :owner, :team, now(), now())""")
                .param("id", CUSTOMER)
                .param("owner", seller.personId())
                .param("team", seller.teamId(), java.sql.Types.BIGINT)
                .update();
        database.sql("""
                        insert into contact (id, name, email, customer_id, owner_id, created_at, updated_at)
                        values (:id, 'Anna Berg', 'anna@northwind.example', :customer, :owner, now(), now())""")
                .param("id", CONTACT)
                .param("customer", CUSTOMER)
                .param("owner", seller.personId())
                .update();
        product(SERVER, "Server", "100");
        product(SUPPORT, "Support", "20.5");
        database.sql(
                        "insert into product_cost (product_id, valid_from, cost, currency) values (:id, '2020-01-01', 60, 'USD')")
                .param("id", SERVER)
                .update();
    }

    private void product(long id, String name, String price) {
        database.sql("""
                        insert into product (id, name, list_price, currency, created_at, updated_at)
                        values (:id, :name, :price, 'USD', now(), now())""")
                .param("id", id)
                .param("name", name)
                .param("price", new BigDecimal(price))
                .update();
    }

    public SaveQuote quote(SaveLine... lines) {
        SaveQuote quote = new SaveQuote();
        quote.setName("Servers for Lyon");
        quote.setCustomerId(CUSTOMER);
        quote.setContactId(CONTACT);
        quote.setLanguage("en");
        quote.setCurrency("USD");
        quote.setQuotedOn(LocalDate.now());
        quote.setValidUntil(LocalDate.now().plusDays(30));
        quote.setOwnerId(seller.personId());
        quote.setLines(new ArrayList<>(List.of(lines)));
        return quote;
    }

    public static SaveLine line(
            @Nullable Long product, String quantity, @Nullable String price, @Nullable String discount) {
        SaveLine line = new SaveLine();
        line.setProductId(product);
        line.setWords(product == null ? "Installation" : "Product " + product);
        line.setQuantity(new BigDecimal(quantity));
        line.setPrice(price == null ? null : new BigDecimal(price));
        line.setDiscount(discount == null ? null : new BigDecimal(discount));
        line.setTax(new BigDecimal("20"));
        return line;
    }
}
