package org.triviumcrm.sales.receivable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.sales.quote.QuoteSample.CUSTOMER;
import static org.triviumcrm.sales.quote.QuoteSample.line;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.contract.ContractLifeService;
import org.triviumcrm.sales.contract.ContractSample;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.sales.contract.SaveContract;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** From the plan of payments to what was received, what is late, and what the bookkeeper gets. */
@IntegrationTest
class ReceivablesTests {

    private static final LocalDate TODAY = LocalDate.now();

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    ContractService contracts;

    @Autowired
    ContractLifeService life;

    @Autowired
    LatePaymentJob job;

    @Autowired
    EntityManager entities;

    private Viewer seller;
    private Viewer stranger;
    private ContractSample sample;

    @BeforeEach
    void company() {
        company.found();
        database.sql("delete from receipt").update();
        database.sql("delete from instalment").update();
        seller = accounts.representative(accounts.team("West", null));
        stranger = accounts.representative(accounts.team("East", null));
        sample = new ContractSample(database, seller);
        sample.quotes().found();
    }

    @Test
    void aPlanIsDividedToTheCentAndReceiptsSettleIt() throws Exception {
        long id = signed();
        assertThat(text(get("/sales/contracts/{id}/payments/plan", id)
                        .param("shares", "30, 70")
                        .param("first", TODAY.minusDays(40).toString())
                        .param("months", "1")))
                .contains("value=\"36\"", "value=\"84\"", "$120");
        plan(id, "36", TODAY.minusDays(40), "84", TODAY.plusDays(20));

        assertThat(receive(id, Map.of("amount", "50")).getStatus()).isEqualTo(302);
        assertThat(rows(id)).containsExactly("36.0000 PAID", "84.0000 PARTLY 70.0000");
        String page = text(get("/sales/contracts/{id}/payments", id));
        assertThat(page).contains("$50 of $120 received", "Partly paid").doesNotContain("alert-warning");

        receive(id, Map.of("amount", "80", "reference", "Bank 4711"));
        assertThat(text(get("/sales/contracts/{id}/payments", id))).contains("$10 too much", "Bank 4711");
        assertThat(receive(id, Map.of("kind", "REFUND", "amount", "140")).getContentAsString())
                .contains("More than came in can", "value=\"140\"");
        receive(id, Map.of("kind", "REFUND", "amount", "15"));
        assertThat(rows(id)).containsExactly("36.0000 PAID", "84.0000 PARTLY 5.0000");
        assertThat(text(get("/sales/receipts"))).contains("Bank 4711", "$115");

        long first =
                database.sql("select min(id) from receipt").query(Long.class).single();
        assertThat(answer(post("/sales/contracts/{id}/receipts/{r}/cancellation", id, first)
                                .with(csrf())
                                .param("reason", " "))
                        .getStatus())
                .isEqualTo(422);
        answer(post("/sales/contracts/{id}/receipts/{r}/cancellation", id, first)
                .with(csrf())
                .param("reason", "Another customer's"));
        assertThat(rows(id)).containsExactly("36.0000 PAID", "84.0000 PARTLY 55.0000");
        assertThat(database.sql("select sum(base_amount) from receipt")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("65");
        assertThat(text(get("/sales/contracts/{id}/payments", id))).contains("Another customer");
    }

    @Test
    void aReceiptForOnePaymentGoesThereAndItsRestToTheFirst() throws Exception {
        long id = signed();
        plan(id, "36", TODAY.plusDays(5), "84", TODAY.plusDays(20));
        long second =
                database.sql("select max(id) from instalment").query(Long.class).single();
        receive(id, Map.of("amount", "90", "instalmentId", String.valueOf(second)));
        assertThat(rows(id)).containsExactly("36.0000 PARTLY 30.0000", "84.0000 PAID");
        plan(id, "100", TODAY.plusDays(5));
        assertThat(rows(id)).as("a shorter plan keeps what was paid").containsExactly("100.0000 PARTLY 10.0000");
        assertThat(text(get("/sales/contracts/{id}/payments", id))).contains("The plan lacks $20");
    }

    @Test
    void whatCanNotBeIsRefusedAtItsFieldAndNothingIsLost() throws Exception {
        long draft = contracts.create(seller, sample.contract(line(null, "1", "100", null)));
        entities.flush();
        assertThat(receive(draft, Map.of("amount", "5")).getContentAsString()).contains("The contract is not signed");
        long id = signed();
        assertThat(receive(id, Map.of("amount", "5.001")).getContentAsString()).contains("value=\"5.001\"");
        assertThat(receive(
                                id,
                                Map.of(
                                        "amount",
                                        "5",
                                        "receivedOn",
                                        TODAY.plusDays(3).toString()))
                        .getStatus())
                .isEqualTo(422);
        String seen = seen(id);
        plan(id, "120", TODAY);
        MockHttpServletResponse late = answer(post("/sales/contracts/{id}/payments/plan", id)
                .with(csrf())
                .param("seen", seen)
                .param("rows[0].amount", "60")
                .param("rows[0].dueOn", TODAY.toString()));
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString()).contains("Somebody has changed the plan", "value=\"60\"");
        assertThat(answer(post("/sales/contracts/{id}/payments/plan", id)
                                .with(csrf())
                                .param("seen", seen(id))
                                .param("rows[0].amount", "60"))
                        .getContentAsString())
                .contains("Please say when it is due.");
        assertThat(rows(id)).containsExactly("120.0000 OPEN");
        assertThat(mvc.perform(get("/sales/contracts/{id}/payments", id).with(signedIn(stranger)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whatIsLateIsToldOnceAndStandsInTheAgeing() throws Exception {
        long draft = contracts.create(seller, sample.contract(line(null, "1", "100", null)));
        entities.flush();
        plan(draft, "7", TODAY.minusDays(50));
        long id = signed();
        plan(id, "30", TODAY.minusDays(100), "50", TODAY.minusDays(31), "40", TODAY.plusDays(1));
        receive(id, Map.of("amount", "10"));

        job.run();
        job.run();
        assertThat(database.sql("select count(*) from notice where person_id = ? and link = ?")
                        .params(seller.personId(), "/sales/contracts/" + id + "/payments")
                        .query(Long.class)
                        .single())
                .as("once for each of both")
                .isEqualTo(2);
        assertThat(database.sql("select count(*) from notice where link = ?")
                        .param("/sales/contracts/" + draft + "/payments")
                        .query(Long.class)
                        .single())
                .as("nobody owes what is not signed")
                .isZero();

        String ageing = text(get("/sales/receivables/ageing"));
        assertThat(ageing).contains("$20", "$50", "$40", "$70", "Northwind");
        // each figure leads to its rows
        var figure = Pattern.compile("href=\"(/sales/receivables\\?[^\"]*)\"[^>]*>\\$20<")
                .matcher(ageing);
        assertThat(figure.find()).isTrue();
        String rows = text(get(URI.create(figure.group(1).replace("&amp;", "&"))));
        assertThat(rows).contains("1 row").contains("$20").doesNotContain("$50");
        receive(id, Map.of("amount", "20"));
        assertThat(text(get("/sales/receivables")))
                .as("it opens with what is still to come, and marks what is late")
                .contains("$50", "Late")
                .doesNotContain("$30");
        assertThat(text(get("/sales/customers/{id}/receivables", CUSTOMER)))
                .contains("$50", "$40")
                .doesNotContain("$20");
        assertThat(mvc.perform(get("/sales/receivables/ageing").with(signedIn(stranger)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain("Northwind");
    }

    /** Each amount by the rate of its own day: what was agreed by that of the contract, what came in by that of the receipt. */
    @Test
    void countsInTheCompanysCurrencyByTheRateOfTheDay() throws Exception {
        database.sql("""
                        insert into currency_rate (currency, valid_from, rate)
                        values ('EUR', :early, 1.1), ('EUR', :late, 1.2345)""")
                .param("early", TODAY.minusDays(30))
                .param("late", TODAY.minusDays(3))
                .update();
        SaveContract input = sample.contract(line(null, "1", "99.99", null));
        input.setCurrency("EUR");
        input.setDatedOn(TODAY.minusDays(10));
        long id = contracts.create(seller, input);
        life.release(seller, id);
        life.sign(seller, id, sample.signature());
        entities.flush();
        assertThat(database.sql("select base_net || ' ' || base_gain from contract where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .as("99.99 × 1.1, half up")
                .isEqualTo("109.99 109.99");
        plan(id, "60", TODAY, "59.99", TODAY.plusDays(20));
        receive(id, Map.of("amount", "50", "receivedOn", TODAY.minusDays(5).toString()));
        receive(id, Map.of("amount", "50.01"));
        receive(id, Map.of("kind", "REFUND", "amount", "10"));
        assertThat(database.sql("select base_amount::text from receipt where contract_id = ? order by id")
                        .param(id)
                        .query(String.class)
                        .list())
                .as("50 × 1.1, 50.01 × 1.2345, 10 × 1.2345")
                .containsExactly("55.00", "61.74", "-12.35");
        assertThat(text(get("/sales/contracts/{id}/payments", id))).contains("€90.01 of €119.99 received");
    }

    /** Both lists leave as files for the bookkeeper, as far as the contracts are seen. */
    @Test
    void leaveAsFilesForTheBookkeeper() throws Exception {
        long id = signed();
        plan(id, "36", TODAY.minusDays(40), "84", TODAY.plusDays(20));
        receive(id, Map.of("amount", "50", "reference", "Bank 4711"));
        String due = text(get("/lists/instalment/export.csv?columns=dueOn,contract,customer,state,amount,open"));
        assertThat(due.lines().skip(1).toList())
                .hasSize(2)
                .anyMatch(row -> row.contains("36") && row.contains("Northwind") && row.contains("Paid"))
                .anyMatch(row -> row.contains("84") && row.contains("70") && row.contains("Partly paid"));
        String came = text(get("/lists/receipt/export.csv?columns=receivedOn,contract,reference,amount,baseAmount"));
        assertThat(came.lines().skip(1).toList())
                .singleElement()
                .asString()
                .contains(TODAY.toString(), "Bank 4711", "50");
        for (String noun : List.of("instalment", "receipt")) {
            try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(
                    answer(get("/lists/" + noun + "/export.xlsx")).getContentAsByteArray()))) {
                assertThat(book.getFirstSheet().read().stream()
                                .skip(1)
                                .flatMap(Row::stream)
                                .filter(Objects::nonNull)
                                .map(cell -> String.valueOf(cell.getRawValue())))
                        .as(noun)
                        .contains(noun.equals("receipt") ? "50.0000" : "84.0000");
            }
            assertThat(mvc.perform(get("/lists/" + noun + "/export.csv").with(signedIn(stranger)))
                            .andReturn()
                            .getResponse()
                            .getContentAsString()
                            .lines())
                    .as("another team's: the titles alone")
                    .hasSize(1);
        }
    }

    /** Of 120 with tax. */
    private long signed() {
        long id = contracts.create(seller, sample.contract(line(null, "1", "100", null)));
        life.release(seller, id);
        life.sign(seller, id, sample.signature());
        entities.flush();
        return id;
    }

    private void plan(long id, Object... amountsAndDays) throws Exception {
        MockHttpServletRequestBuilder request =
                post("/sales/contracts/{id}/payments/plan", id).with(csrf()).param("seen", seen(id));
        for (int at = 0; at < amountsAndDays.length / 2; at++) {
            request.param("rows[" + at + "].amount", String.valueOf(amountsAndDays[2 * at]))
                    .param("rows[" + at + "].dueOn", String.valueOf(amountsAndDays[2 * at + 1]));
        }
        MockHttpServletResponse answer = answer(request);
        assertThat(answer.getStatus())
                .as(answer.getContentAsString().replaceAll("(?s).*<main", "").replaceAll("<[^>]*>|\\s+", " "))
                .isEqualTo(302);
    }

    private String seen(long id) throws Exception {
        String page = text(get("/sales/contracts/{id}/payments/plan", id));
        var matcher = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"").matcher(page);
        return matcher.find() ? matcher.group(1) : "";
    }

    private MockHttpServletResponse receive(long id, Map<String, String> typed) throws Exception {
        MockHttpServletRequestBuilder request =
                post("/sales/contracts/{id}/receipts", id).with(csrf());
        Map<String, String> all = new HashMap<>(Map.of("kind", "RECEIPT", "receivedOn", TODAY.toString()));
        all.putAll(typed);
        all.forEach(request::param);
        return answer(request);
    }

    private List<String> rows(long id) {
        return database.sql("""
                        select amount || ' ' || state || case when state = 'PARTLY' then ' ' || open else '' end
                        from instalment where contract_id = ? order by due_on, id""").param(id).query(String.class).list();
    }

    private String text(MockHttpServletRequestBuilder request) throws Exception {
        return answer(request).getContentAsString();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header("Accept-Language", "en").with(signedIn(seller)))
                .andReturn()
                .getResponse();
    }
}
