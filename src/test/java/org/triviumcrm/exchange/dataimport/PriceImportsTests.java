package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Products come in with where they stand in the catalogue; prices are found by list, product and quantity. */
@IntegrationTest
class PriceImportsTests {

    private static final String PRICES = """
            product,price list,from quantity,price
            SRV-1,Europe,,100
            Server,Europe,10,95.5
            SRV-1,Europe,10.000,94
            SRV-1,Nowhere,,1
            Nothing,Europe,,1
            SUP-1,Asia,,-3
            SRV-1,Asia,,77.1255
            """;

    @Autowired
    MoveIn moveIn;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private Viewer admin;

    @BeforeEach
    void listsAndAProduct() {
        admin = accounts.administrator();
        jdbc.sql("""
                        insert into price_list (id, name, currency, valid_from, position, created_at, updated_at)
                        values (990001, 'Europe', 'EUR', '2026-01-01', 1, now(), now()),
                               (990002, 'Asia', 'CNY', '2026-01-01', 2, now(), now())""").update();
        jdbc.sql(
                        "insert into tax_rate (id, name, percent, created_at, updated_at) values (990001, 'Full', 13, now(), now())")
                .update();
        DataImport file = moveIn.text(admin, "product", """
                name,sku,product category,unit,tax rate,price
                Server,SRV-1,Hardware,piece,Full,120
                Support,SUP-1,Services,hour,,80
                """);
        assertThat(file.summary())
                .isNotNull()
                .satisfies(summary -> assertThat(summary.refused()).isZero());
    }

    @Test
    void aProductComesWithItsCategoryItsUnitAndItsTax() {
        assertThat(texts("""
                select c.name || '/' || u.name || '/' || coalesce(t.name, 'none') || '/' || p.kind from product p
                join product_category c on c.id = p.product_category_id join product_unit u on u.id = p.unit_id
                left join tax_rate t on t.id = p.tax_rate_id order by p.name""")).containsExactly("Hardware/piece/Full/GOODS", "Services/hour/none/GOODS");
    }

    @Test
    void pricesAreMadeAndChangedAndTakenBack() {
        DataImport first = moveIn.text(admin, "price", PRICES);
        assertThat(first.summary()).isNotNull().satisfies(summary -> {
            assertThat(summary.createdCount()).isEqualTo(3);
            assertThat(summary.refused()).isEqualTo(4);
        });
        assertThat(prices()).containsExactly("Asia 0 77.1255", "Europe 0 100", "Europe 10 95.5");
        DataImport again = moveIn.text(
                admin, "price", "product,price list,from quantity,price\nSRV-1,Europe,10,93\nSRV-1,Europe,0,100\n");
        assertThat(again.summary()).isNotNull().satisfies(summary -> {
            assertThat(summary.createdCount()).isZero();
            assertThat(summary.refused()).isZero();
        });
        assertThat(prices()).containsExactly("Asia 0 77.1255", "Europe 0 100", "Europe 10 93");
        assertThat(texts("select name from price_aud where revtype = 1")).containsExactly("Server");
        moveIn.undo(admin, again.id());
        assertThat(prices()).contains("Europe 10 95.5");
        moveIn.undo(admin, first.id());
        assertThat(prices()).as("what was changed since stays").containsExactly("Europe 10 95.5");
    }

    @Test
    void costsAreMadeAndChangedAndTakenBack() {
        DataImport first = moveIn.text(admin, "product_cost", """
                product,valid from,cost,currency
                SRV-1,2026-01-01,60.1255,EUR
                Server,2026-07-01,58,
                SRV-1,2026-07-01,57,
                SUP-1,,20,
                SUP-1,2026-01-01,-1,
                Nothing,2026-01-01,1,
                """);
        assertThat(first.summary()).isNotNull().satisfies(summary -> {
            assertThat(summary.createdCount()).isEqualTo(2);
            assertThat(summary.refused()).isEqualTo(4);
        });
        assertThat(costs()).containsExactly("2026-01-01 60.1255 EUR", "2026-07-01 58 USD");
        moveIn.text(admin, "product_cost", "产品,生效日期,成本\nSRV-1,2026-07-01,55\n");
        assertThat(costs()).containsExactly("2026-01-01 60.1255 EUR", "2026-07-01 55 USD");
        moveIn.undo(admin, first.id());
        assertThat(costs()).as("what was changed since stays").containsExactly("2026-07-01 55 USD");
    }

    @Test
    void ratesAreMadeAndChangedAndTakenBack() {
        DataImport first = moveIn.text(admin, "currency_rate", """
                currency,valid from,rate
                JPY,2026-01-01,0.00653421
                jpy,2026-01-01,0.007
                EUR,2026-02-01,1.09
                USD,2026-02-01,1
                CHF,2026-02-01,0
                Euro,2026-02-01,1
                """);
        assertThat(first.summary()).isNotNull().satisfies(summary -> {
            assertThat(summary.createdCount()).isEqualTo(2);
            assertThat(summary.refused()).isEqualTo(4);
        });
        assertThat(rates()).containsExactly("EUR 1.09", "JPY 0.00653421");
        DataImport again = moveIn.text(admin, "currency_rate", "币种,日期,汇率\nEUR,2026-02-01,1.1\n");
        assertThat(rates()).containsExactly("EUR 1.1", "JPY 0.00653421");
        moveIn.undo(admin, again.id());
        assertThat(rates()).containsExactly("EUR 1.09", "JPY 0.00653421");
    }

    @Test
    void priceListsAreMadeAndChangedAndTakenBack() {
        String lists = """
                name,currency,region,customer level,valid from,valid to,order,prices include tax
                Retail,USD,North,A,2026-01-01,2026-12-31,7,yes
                Partners,,,,2026-02-01,,,
                Europe,USD,,,2026-01-01,,,
                Late,USD,,,2026-05-01,2026-04-30,,
                retail,USD,,,2026-01-01,,,
                Timeless,USD,,,,,,
                """;
        DataImport first = moveIn.text(admin, "price_list", lists);
        assertThat(first.summary()).isNotNull().satisfies(summary -> {
            assertThat(summary.createdCount()).isEqualTo(2);
            assertThat(summary.refused()).isEqualTo(4);
        });
        assertThat(lists())
                .containsExactly(
                        "Asia CNY - - 2026-01-01 - 2 f",
                        "Europe EUR - - 2026-01-01 - 1 f",
                        "Partners USD - - 2026-02-01 - 8 f",
                        "Retail USD North A 2026-01-01 2026-12-31 7 t");
        String revisions = "select count(*)::text from price_list_aud";
        List<String> before = texts(revisions);
        moveIn.text(admin, "price_list", lists);
        assertThat(texts(revisions)).as("the same file changes nothing").isEqualTo(before);

        DataImport later = moveIn.text(admin, "price_list", """
                价格表,生效日期,截止日期
                Retail,2026-03-01,
                Partners,2026-02-01,2026-01-01
                """);
        assertThat(lists()).contains("Retail USD North A 2026-03-01 2026-12-31 7 t");
        assertThat(moveIn.text(admin, "price_list", "name,valid from\nRetail,2027-01-01\n")
                        .summary())
                .isNotNull()
                .satisfies(summary -> assertThat(summary.refused())
                        .as("it would end before it begins")
                        .isEqualTo(1));
        moveIn.undo(admin, later.id());
        assertThat(lists()).contains("Retail USD North A 2026-01-01 2026-12-31 7 t");
        moveIn.undo(admin, first.id());
        assertThat(lists())
                .as("what was changed since stays")
                .containsExactly(
                        "Asia CNY - - 2026-01-01 - 2 f",
                        "Europe EUR - - 2026-01-01 - 1 f",
                        "Retail USD North A 2026-01-01 2026-12-31 7 t");
    }

    @Test
    void priceListsWithoutAPlaceComeOneBehindTheOther() {
        moveIn.text(admin, "price_list", """
                name,valid from,order
                One,2026-01-01,
                Two,2026-01-01,
                Far,2026-01-01,9
                Three,2026-01-01,
                """);
        assertThat(texts("select name || ' ' || position from price_list where position > 2 order by position"))
                .containsExactly("Far 9", "One 10", "Two 11", "Three 12");
    }

    @Test
    void unitsAreMadeAndChangedAndTakenBack() {
        DataImport first = moveIn.text(admin, "product_unit", "unit,name in chinese\nmetre,米\nhour,小时\nmetre,\n");
        assertThat(first.summary()).isNotNull().satisfies(summary -> {
            assertThat(summary.createdCount()).isEqualTo(1);
            assertThat(summary.refused()).isEqualTo(1);
        });
        String units = "select name || ' ' || coalesce(name_zh, '-') from product_unit order by 1";
        assertThat(texts(units)).contains("hour 小时", "metre 米");
        moveIn.undo(admin, first.id());
        assertThat(texts(units)).contains("hour -").doesNotContain("metre 米");
    }

    @Test
    void categoriesComeAsATreeWhateverTheOrderOfTheirRows() {
        DataImport first = moveIn.text(admin, "product_category", """
                category,belongs to,in use
                Ink,Printers,
                Printers,Peripherals,
                Peripherals,,
                Ink,Hardware,no
                Hardware,,
                Refill,Ink,
                Round,Trip,
                Trip,Round,
                Lost,Nowhere,
                Lost,Round,
                Paper,Peripherals > Printers,
                paper,Peripherals / Printers,
                Refill,Peripherals › Printers › Ink,
                ,Printers,
                """);
        assertThat(first.summary()).isNotNull().satisfies(summary -> {
            assertThat(summary.createdCount()).isEqualTo(6);
            assertThat(summary.refused()).isEqualTo(7);
        });
        assertThat(tree())
                .containsExactly(
                        "Hardware t",
                        "Hardware/Ink f",
                        "Peripherals t",
                        "Peripherals/Printers t",
                        "Peripherals/Printers/Ink t",
                        "Peripherals/Printers/Ink/Refill t",
                        "Peripherals/Printers/Paper t",
                        "Services t");
        assertThat(texts("select count(*)::text from product_category_aud where revtype = 0"))
                .as("two that products have brought along, and these")
                .containsExactly("8");

        DataImport again = moveIn.text(admin, "product_category", "名称,上级分类,启用\nInk,Hardware,是\nPaper,Printers,\n");
        assertThat(again.summary()).isNotNull().satisfies(summary -> {
            assertThat(summary.createdCount()).isZero();
            assertThat(summary.refused()).isZero();
        });
        assertThat(tree()).contains("Hardware/Ink t").hasSize(8);

        moveIn.text(admin, "product", "name,sku,product category\nCartridge,INK-1,Peripherals › Printers › Ink\n");
        assertThat(texts("""
                select p.name from product_category c join product_category p on p.id = c.parent_id
                join product r on r.product_category_id = c.id where r.reference = 'INK-1'"""))
                .as("found by the way to it, as two are called that")
                .containsExactly("Printers");

        moveIn.undo(admin, again.id());
        moveIn.undo(admin, first.id());
        assertThat(tree())
                .as("what was changed since stays, and what is used, and what that is below")
                .containsExactly(
                        "Hardware t",
                        "Hardware/Ink f",
                        "Peripherals t",
                        "Peripherals/Printers t",
                        "Peripherals/Printers/Ink t",
                        "Services t");
    }

    @Test
    void aTreeWithEqualNamesIsTakenBackAsAWhole() {
        DataImport file = moveIn.text(
                admin,
                "product_category",
                "category,parent\nA,\nB,\nSpare,A\nSpare,B\nPart,A › Spare\nPart,B › Spare\n");
        assertThat(tree()).contains("A/Spare/Part t", "B/Spare/Part t").hasSize(8);
        moveIn.undo(admin, file.id());
        assertThat(tree()).containsExactly("Hardware t", "Services t");
    }

    private List<String> tree() {
        return texts("""
                with recursive way as (
                    select id, name::text as name, active from product_category where parent_id is null
                    union all
                    select c.id, way.name || '/' || c.name, c.active from product_category c join way on way.id = c.parent_id)
                select name || ' ' || active::text::char(1) from way order by name collate "C"
                """);
    }

    private List<String> lists() {
        return texts("""
                select concat_ws(' ', name, currency, coalesce(region, '-'), coalesce(level, '-'), valid_from, coalesce(valid_to::text, '-'), position,
                                 gross) from price_list order by name""");
    }

    private List<String> costs() {
        return texts("select valid_from || ' ' || trim_scale(cost) || ' ' || currency from product_cost order by 1");
    }

    private List<String> rates() {
        return texts("select currency || ' ' || trim_scale(rate) from currency_rate order by 1");
    }

    private List<String> prices() {
        return texts("""
                select l.name || ' ' || trim_scale(p.min_quantity) || ' ' || trim_scale(p.amount) from price p
                join price_list l on l.id = p.price_list_id order by l.name, p.min_quantity""");
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
